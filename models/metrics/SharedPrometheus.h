#pragma once

#include "models/metrics/ClusterPrometheus.h"

#include <map>
#include <memory>
#include <string>

namespace metrics {

/// The server of the Prometheus API of each cluster: found once for all who ask it, and as long as one does. GUI thread.
class SharedPrometheus
{
public:
    /// Both outlive what is given.
    std::shared_ptr<ClusterPrometheus> of(cluster::ConnectedCluster &cluster, settings::Settings &settings);

private:
    struct Entry;
    /// What people named, with the secrets: by cluster, until the program ends.
    using Named = std::map<std::string, DirectServer>;

    std::shared_ptr<Named> m_named = std::make_shared<Named>();
    std::map<cluster::ConnectedCluster *, std::weak_ptr<Entry>> m_entries;
};

} // namespace metrics
