#pragma once

#include "models/cluster/Network.h"
#include "models/kube/ApiClient.h"
#include "models/kube/Credentials.h"
#include "models/kube/PodStreams.h"
#include "models/kube/ServerClock.h"
#include "models/kube/Traffic.h"

#include <memory>

namespace cluster {

/// One kubeconfig entry made ready for requests: who we are there, and the client that speaks for us.
class ClusterConnection
{
public:
    /// The network outlives it. The clock, where there is one, is told the Date of every answer, and the traffic every request.
    ClusterConnection(Network &network, kube::ConnectionSettings settings, std::shared_ptr<kube::ServerClock> clock = {}, std::shared_ptr<kube::Traffic> traffic = {});
    /// Waits until the I/O thread has let go of it; jobs that still run deliver nothing more.
    ~ClusterConnection();
    ClusterConnection(const ClusterConnection &) = delete;
    ClusterConnection &operator=(const ClusterConnection &) = delete;

    kube::ApiClient &api() { return *m_api; }
    const kube::PodStreams &streams() const { return *m_streams; }
    /// Any thread, for what is sent and opened from now on.
    void setAccess(kube::Access access);
    const kube::ConnectionSettings &settings() const { return m_settings; }

private:
    Network &m_network;
    kube::ConnectionSettings m_settings;
    std::unique_ptr<kube::Credentials> m_credentials;
    std::unique_ptr<kube::ApiClient> m_api;
    std::unique_ptr<kube::PodStreams> m_streams;
};

} // namespace cluster
