#pragma once

#include "models/metrics/SharedPrometheus.h"
#include "models/metrics/UsageSource.h"

#include <map>
#include <memory>

namespace metrics {

/// What is used in each cluster: one source for all who look at it, and as long as one does. GUI thread.
class SharedUsage
{
public:
    /// servers: where a cluster's Prometheus is known; null: it is not looked for.
    explicit SharedUsage(std::shared_ptr<SharedPrometheus> servers = {}) : m_servers(std::move(servers)) { }

    /// Both outlive what is given.
    std::shared_ptr<UsageSource> of(cluster::ConnectedCluster &cluster, settings::Settings &settings);

private:
    struct Entry;

    std::shared_ptr<SharedPrometheus> m_servers;
    std::map<cluster::ConnectedCluster *, std::weak_ptr<Entry>> m_entries;
};

} // namespace metrics
