#pragma once

#include "models/rights/LiveRights.h"
#include "models/rights/ServerWord.h"
#include "models/rights/Viewer.h"

#include <map>
#include <memory>

namespace rights {

/// What is known about access in each cluster: one for all who look at it, and as long as one does. GUI thread.
class SharedRights
{
public:
    /// The cluster outlives it.
    std::shared_ptr<LiveRights> of(cluster::ConnectedCluster &cluster);
    /// What its server says to single questions.
    std::shared_ptr<ServerWord> wordOf(cluster::ConnectedCluster &cluster);
    /// Who its server says is looking.
    std::shared_ptr<Viewer> viewerOf(cluster::ConnectedCluster &cluster);

private:
    struct Entry;

    std::shared_ptr<Entry> entryOf(cluster::ConnectedCluster &cluster);

    std::map<cluster::ConnectedCluster *, std::weak_ptr<Entry>> m_entries;
};

} // namespace rights
