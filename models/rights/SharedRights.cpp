#include "models/rights/SharedRights.h"

#include "models/base/EventLoopExecutor.h"

namespace rights {

/// What is known of one cluster, with the executor that brings it to this thread.
struct SharedRights::Entry
{
    explicit Entry(cluster::ConnectedCluster &cluster) : live(cluster, executor) { }

    base::EventLoopExecutor executor;
    LiveRights live;
};

std::shared_ptr<LiveRights> SharedRights::of(cluster::ConnectedCluster &cluster)
{
    std::erase_if(m_entries, [](const auto &entry) { return entry.second.expired(); });
    std::shared_ptr<Entry> entry = m_entries[&cluster].lock();
    if (!entry)
        m_entries[&cluster] = entry = std::make_shared<Entry>(cluster);
    return {entry, &entry->live};
}

} // namespace rights
