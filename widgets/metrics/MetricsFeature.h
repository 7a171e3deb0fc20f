#pragma once

#include "models/metrics/SharedUsage.h"
#include "widgets/base/Feature.h"
#include "widgets/metrics/ClusterServer.h"

#include <memory>
#include <utility>

namespace metrics {

/// Charts: of the cluster on a page, of its objects in a tab of theirs.
class MetricsFeature final : public base::Feature
{
public:
    /// prometheus and usage: shared with other features that ask the same servers.
    explicit MetricsFeature(std::shared_ptr<SharedPrometheus> prometheus = std::make_shared<SharedPrometheus>()) : MetricsFeature(prometheus, std::make_shared<SharedUsage>(prometheus)) { }
    MetricsFeature(std::shared_ptr<SharedPrometheus> prometheus, std::shared_ptr<SharedUsage> usage) : m_servers(std::make_shared<SharedServers>(std::move(prometheus))), m_usage(std::move(usage)) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<SharedServers> m_servers;
    std::shared_ptr<SharedUsage> m_usage;
};

} // namespace metrics
