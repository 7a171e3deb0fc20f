#pragma once

#include "app/headless/CommandLine.h"
#include "models/cluster/ClusterConnection.h"
#include "models/kube/KubeConfigLoader.h"
#include "models/metrics/CandidateProbe.h"

#include <iosfwd>
#include <memory>
#include <set>
#include <string>

namespace headless {

/// The cluster that the flags and kubectl's merged view choose, ready for requests. The server's warnings are printed once each.
class Cluster
{
public:
    /// err outlives it.
    static base::Result<std::unique_ptr<Cluster>> connect(const Invocation &invocation, std::ostream &err);

    kube::ApiClient &api() { return m_connection.api(); }
    /// The ways to servers that run in it.
    metrics::Ways ways() { return {m_connection.api(), &m_connection.streams(), m_network.thread()}; }
    const std::string &namespaceName() const { return m_connection.settings().namespaceName; }

private:
    Cluster(const Invocation &invocation, kube::ConnectionSettings settings, std::ostream &err);

    std::set<std::string> m_warned;
    cluster::Network m_network;
    cluster::ClusterConnection m_connection;
};

/// The files that the flags and the environment name.
kube::KubeConfigPlaces kubeConfigPlaces(const Invocation &invocation);

} // namespace headless
