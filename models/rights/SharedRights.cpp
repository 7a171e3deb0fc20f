#include "models/rights/SharedRights.h"

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/ConnectedCluster.h"
#include "models/kube/CredentialsPool.h"

namespace rights {

/// What is known of one cluster, with the executor that brings it to this thread.
struct SharedRights::Entry
{
    explicit Entry(cluster::ConnectedCluster &cluster)
        : settings(settingsOf(cluster)), live(cluster, executor), word(apiOf(cluster), executor), viewer(apiOf(cluster), executor)
    {
        QObject::connect(&cluster, &cluster::ConnectedCluster::catalogChanged, &viewer, [this, &cluster] { connectionChanged(cluster); });
    }

    static kube::ConnectionSettings settingsOf(const cluster::ConnectedCluster &cluster) { return kube::withoutRenewedTokens(cluster.settings()); }

    /// A kubeconfig may name another user from now on.
    void connectionChanged(const cluster::ConnectedCluster &cluster)
    {
        kube::ConnectionSettings now = settingsOf(cluster);
        if (now == settings)
            return;
        settings = std::move(now);
        word.startOver();
        viewer.startOver();
    }

    /// A connection may be replaced by another.
    static Viewer::Source apiOf(cluster::ConnectedCluster &cluster)
    {
        return [&cluster]() -> kube::Api & { return cluster.api(); };
    }

    kube::ConnectionSettings settings;          ///< that was asked with
    base::EventLoopExecutor executor;
    LiveRights live;
    ServerWord word;
    Viewer viewer;
};

std::shared_ptr<SharedRights::Entry> SharedRights::entryOf(cluster::ConnectedCluster &cluster)
{
    std::erase_if(m_entries, [](const auto &entry) { return entry.second.expired(); });
    std::shared_ptr<Entry> entry = m_entries[&cluster].lock();
    if (!entry)
        m_entries[&cluster] = entry = std::make_shared<Entry>(cluster);
    return entry;
}

std::shared_ptr<LiveRights> SharedRights::of(cluster::ConnectedCluster &cluster)
{
    const auto entry = entryOf(cluster);
    return {entry, &entry->live};
}

std::shared_ptr<ServerWord> SharedRights::wordOf(cluster::ConnectedCluster &cluster)
{
    const auto entry = entryOf(cluster);
    return {entry, &entry->word};
}

std::shared_ptr<Viewer> SharedRights::viewerOf(cluster::ConnectedCluster &cluster)
{
    const auto entry = entryOf(cluster);
    return {entry, &entry->viewer};
}

} // namespace rights
