#include "widgets/detail/ServerColumns.h"

#include "models/cluster/ConnectedCluster.h"

namespace detail {

ServerColumns::ServerColumns(cluster::ConnectedCluster &cluster, ObjectName name) : ServerColumns(cluster.api(), std::move(name))
{
    // The signal comes while the API of the connection before still lives.
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, [this, &cluster] {
        if (m_api == &cluster.api())
            return;
        connectTo(cluster.api());
        Q_EMIT changed();
    });
}

ServerColumns::ServerColumns(kube::Api &api, ObjectName name) : m_name(std::move(name))
{
    connectTo(api);
}

void ServerColumns::connectTo(kube::Api &api)
{
    m_api = &api;
    m_printed = std::make_unique<PrintedColumns>(api, m_executor, m_name, [this] { Q_EMIT changed(); });
}

} // namespace detail
