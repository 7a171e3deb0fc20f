#pragma once

#include "models/rights/SharedRights.h"
#include "widgets/base/Feature.h"

#include <memory>

namespace account {

/// The page of a ServiceAccount with its tokens, short-lived tokens for people, and how a ClusterRole is put together.
class AccountFeature final : public base::Feature
{
public:
    /// known: shared with other features that look at the same clusters.
    explicit AccountFeature(std::shared_ptr<rights::SharedRights> known = std::make_shared<rights::SharedRights>()) : m_known(std::move(known)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<rights::SharedRights> m_known;
};

} // namespace account
