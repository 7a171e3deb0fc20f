#pragma once

#include "widgets/base/Feature.h"
#include "widgets/metrics/ClusterServer.h"

#include <memory>
#include <utility>

namespace metrics {

/// Charts: of the cluster on a page, of its objects in a tab of theirs.
class MetricsFeature final : public base::Feature
{
public:
    /// prometheus: shared with other features that ask the same servers.
    explicit MetricsFeature(std::shared_ptr<SharedPrometheus> prometheus = std::make_shared<SharedPrometheus>()) : m_servers(std::make_shared<SharedServers>(std::move(prometheus))) { }

    void addTo(base::Registry &registry) override;

private:
    std::shared_ptr<SharedServers> m_servers;
};

} // namespace metrics
