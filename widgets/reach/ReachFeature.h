#pragma once

#include "models/rights/SharedRights.h"
#include "widgets/base/Feature.h"

#include <memory>

namespace reach {

/// What a pod reaches, by the API and over the network, on a page of its own and on that of a pod.
class ReachFeature final : public base::Feature
{
public:
    /// known: shared with other features that look at the same clusters.
    explicit ReachFeature(std::shared_ptr<rights::SharedRights> known = std::make_shared<rights::SharedRights>()) : m_known(std::move(known)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<rights::SharedRights> m_known;
};

} // namespace reach
