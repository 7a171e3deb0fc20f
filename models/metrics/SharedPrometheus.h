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
    /// With that key what people type for servers of their own is kept from one start to the next; it outlives this.
    explicit SharedPrometheus(const platform::PersonKey &key = platform::PersonKey::system()) : m_key(key) { }

    /// Both outlive what is given.
    std::shared_ptr<ClusterPrometheus> of(cluster::ConnectedCluster &cluster, settings::Settings &settings);

private:
    struct Entry;
    /// What people named, with the secrets: by cluster, until the program ends.
    using Named = std::map<std::string, DirectServer>;

    const platform::PersonKey &m_key;
    std::shared_ptr<ServerSecrets> m_secrets;       ///< beside the settings that were given first
    std::shared_ptr<Named> m_named = std::make_shared<Named>();
    std::map<cluster::ConnectedCluster *, std::weak_ptr<Entry>> m_entries;
};

} // namespace metrics
