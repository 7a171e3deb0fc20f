#pragma once

#include "models/metrics/UsageSource.h"

#include <functional>
#include <map>
#include <memory>

namespace metrics {

/// What is used in each cluster: one source for all who look at it, and as long as one does. GUI thread.
class SharedUsage
{
public:
    /// How a cluster's Prometheus is found; null: it is not looked for.
    using FindIn = std::function<FindServer(cluster::ConnectedCluster &cluster)>;

    explicit SharedUsage(FindIn find = {}) : m_find(std::move(find)) { }

    /// The cluster outlives it.
    std::shared_ptr<UsageSource> of(cluster::ConnectedCluster &cluster);

private:
    struct Entry;

    FindIn m_find;
    std::map<cluster::ConnectedCluster *, std::weak_ptr<Entry>> m_entries;
};

} // namespace metrics
