#include "models/cluster/ClusterConnection.h"

namespace cluster {

ClusterConnection::ClusterConnection(Network &network, kube::ConnectionSettings settings, std::shared_ptr<kube::ServerClock> clock, std::shared_ptr<kube::Traffic> traffic)
    : m_network(network), m_settings(std::move(settings))
{
    runOn(m_network.thread(), [this, &clock, &traffic] {
        m_credentials = std::make_unique<kube::Credentials>(m_settings, m_network.credentials());
        m_api = std::make_unique<kube::ApiClient>(m_settings.server, m_network.thread(), m_network.thread(), *m_credentials);
        m_streams = std::make_unique<kube::PodStreams>(m_settings.server, m_network.thread(), m_network.thread(), *m_credentials);
        setAccess(m_network.access());
        m_api->setTraffic(std::move(traffic));
        if (clock)
            m_api->setDateHandler([clock](base::SystemTime date) { clock->heard(date); });
    });
}

ClusterConnection::~ClusterConnection()
{
    runOn(m_network.thread(), [this] {
        m_streams.reset();
        m_api.reset();
        m_credentials.reset();
    });
}

void ClusterConnection::setAccess(kube::Access access)
{
    m_api->setAccess(access);
    m_streams->setAccess(access);
}

} // namespace cluster
