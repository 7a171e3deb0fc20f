#pragma once

#include "models/rights/SharedRights.h"
#include "widgets/base/Feature.h"

#include <memory>

namespace rights {

/// Columns about access in the tables of accounts, roles and pods.
class RightsFeature final : public base::Feature
{
public:
    /// known: shared with other features that look at the same clusters.
    explicit RightsFeature(std::shared_ptr<SharedRights> known = std::make_shared<SharedRights>()) : m_known(std::move(known)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<SharedRights> m_known;
};

} // namespace rights
