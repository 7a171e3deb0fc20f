#include "models/cluster/ClusterConnection.h"

namespace cluster {

ClusterConnection::ClusterConnection(Network &network, kube::ConnectionSettings settings) : m_network(network), m_settings(std::move(settings))
{
    runOn(m_network.thread(), [this] {
        m_credentials = std::make_unique<kube::Credentials>(m_settings, m_network.credentials());
        m_api = std::make_unique<kube::ApiClient>(m_settings.server, m_network.thread(), m_network.thread(), *m_credentials);
    });
}

ClusterConnection::~ClusterConnection()
{
    runOn(m_network.thread(), [this] {
        m_api.reset();
        m_credentials.reset();
    });
}

} // namespace cluster
