#pragma once

#include "models/metrics/SharedUsage.h"
#include "widgets/base/Feature.h"

#include <memory>

namespace usage {

/// What pods and nodes use, in their tables.
class UsageFeature final : public base::Feature
{
public:
    /// known: shared with other features that look at the same clusters.
    explicit UsageFeature(std::shared_ptr<metrics::SharedUsage> known = std::make_shared<metrics::SharedUsage>(std::make_shared<metrics::SharedPrometheus>())) : m_known(std::move(known)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<metrics::SharedUsage> m_known;
};

} // namespace usage
