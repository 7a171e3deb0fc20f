#pragma once

#include "models/rights/SharedRights.h"
#include "widgets/base/Feature.h"

#include <memory>

namespace viewas {

/// The whole program with the eyes of a ServiceAccount, a user or a group: the ways in, and the bar above what is seen so.
class ViewAsFeature final : public base::Feature
{
public:
    /// known: shared with other features that look at the same clusters.
    explicit ViewAsFeature(std::shared_ptr<rights::SharedRights> known = std::make_shared<rights::SharedRights>()) : m_known(std::move(known)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<rights::SharedRights> m_known;
};

} // namespace viewas
