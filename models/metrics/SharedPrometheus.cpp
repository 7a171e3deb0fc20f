#include "models/metrics/SharedPrometheus.h"

#include "models/base/EventLoopExecutor.h"

namespace metrics {

/// The server of one cluster, with the executor that brings it to this thread.
struct SharedPrometheus::Entry
{
    Entry(cluster::ConnectedCluster &cluster, settings::Settings &settings) : server(cluster, settings, executor) { }

    base::EventLoopExecutor executor;
    ClusterPrometheus server;
};

std::shared_ptr<ClusterPrometheus> SharedPrometheus::of(cluster::ConnectedCluster &cluster, settings::Settings &settings)
{
    std::erase_if(m_entries, [](const auto &entry) { return entry.second.expired(); });
    std::shared_ptr<Entry> entry = m_entries[&cluster].lock();
    if (!entry)
        m_entries[&cluster] = entry = std::make_shared<Entry>(cluster, settings);
    return {entry, &entry->server};
}

} // namespace metrics
