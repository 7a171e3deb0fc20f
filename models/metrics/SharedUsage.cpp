#include "models/metrics/SharedUsage.h"

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/ConnectedCluster.h"

#include <utility>

namespace metrics {

/// The source of one cluster, with the executor that brings answers to this thread.
struct SharedUsage::Entry
{
    Entry(cluster::ConnectedCluster &asked, const FindIn &find)
        : cluster(asked), source(makeUsageLadder(baseOf(asked), find ? find(asked) : FindServer(), executor), executor), connection(asked.connectionNumber())
    {
        QObject::connect(&cluster, &cluster::ConnectedCluster::healthChanged, &source, [this] { followConnection(); });
        QObject::connect(&cluster, &cluster::ConnectedCluster::judgeChanged, &source, [this] { source.retryNow(); });
    }

    static UsageBase baseOf(cluster::ConnectedCluster &cluster)
    {
        return {[&cluster]() -> kube::Api & { return cluster.api(); }, [&cluster] { return cluster.knownNamespaces(); }};
    }

    /// What an older connection was asked is not answered any more.
    void followConnection()
    {
        if (std::exchange(connection, cluster.connectionNumber()) != cluster.connectionNumber())
            source.retryNow();
    }

    cluster::ConnectedCluster &cluster;
    base::EventLoopExecutor executor;
    UsageSource source;
    int connection;
};

std::shared_ptr<UsageSource> SharedUsage::of(cluster::ConnectedCluster &cluster)
{
    std::erase_if(m_entries, [](const auto &entry) { return entry.second.expired(); });
    std::shared_ptr<Entry> entry = m_entries[&cluster].lock();
    if (!entry)
        m_entries[&cluster] = entry = std::make_shared<Entry>(cluster, m_find);
    return {entry, &entry->source};
}

} // namespace metrics
