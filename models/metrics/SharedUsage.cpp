#include "models/metrics/SharedUsage.h"

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/ConnectedCluster.h"
#include "models/metrics/FindInCluster.h"

#include <algorithm>
#include <utility>

namespace metrics {

/// The source of one cluster, with the executor that brings answers to this thread.
struct SharedUsage::Entry
{
    Entry(cluster::ConnectedCluster &asked, std::shared_ptr<ClusterPrometheus> prometheus)
        : cluster(asked), server(std::move(prometheus)), source(makeUsageLadder(baseOf(asked), server ? findIn(server) : FindServer(), executor), executor),
          connection(asked.connectionNumber())
    {
        QObject::connect(&cluster, &cluster::ConnectedCluster::healthChanged, &source, [this] { followConnection(); });
        QObject::connect(&cluster, &cluster::ConnectedCluster::judgeChanged, &source, [this] { source.retryNow(); });
        if (!server)
            return;
        QObject::connect(server.get(), &ClusterPrometheus::changed, &source, [this] { followServer(); });
        QObject::connect(&source, &UsageSource::changed, &source, [this](Measured measured) { tellServer(measured); });
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

    void followServer()
    {
        if (server->state() == ClusterPrometheus::State::Found)
            source.askAgain();
    }

    /// A server that was lost is looked for again.
    void tellServer(Measured measured)
    {
        if (const auto &table = source.table(measured))
            for (const RungTrouble &trouble : table->troubles)
                if (trouble.rung == Rung::Prometheus)
                    server->failed(trouble.error);
    }

    cluster::ConnectedCluster &cluster;
    std::shared_ptr<ClusterPrometheus> server;
    base::EventLoopExecutor executor;
    UsageSource source;
    int connection;
};

std::shared_ptr<UsageSource> SharedUsage::of(cluster::ConnectedCluster &cluster, settings::Settings &settings)
{
    std::erase_if(m_entries, [](const auto &entry) { return entry.second.expired(); });
    std::shared_ptr<Entry> entry = m_entries[&cluster].lock();
    if (!entry)
        m_entries[&cluster] = entry = std::make_shared<Entry>(cluster, m_servers ? m_servers->of(cluster, settings) : nullptr);
    return {entry, &entry->source};
}

} // namespace metrics
