#pragma once

#include "models/rights/SharedRights.h"
#include "widgets/base/Feature.h"
#include "widgets/rbac/Handover.h"

#include <memory>

namespace rbac {

/// What somebody may do and why, as the first tab of the page of a ServiceAccount.
class AccessFeature final : public base::Feature
{
public:
    /// known: shared with other features that look at the same clusters.
    explicit AccessFeature(std::shared_ptr<rights::SharedRights> known = std::make_shared<rights::SharedRights>()) : m_known(std::move(known)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<rights::SharedRights> m_known;
    std::shared_ptr<Handover> m_handover = std::make_shared<Handover>();
};

} // namespace rbac
