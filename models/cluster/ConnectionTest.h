#pragma once

#include "models/cluster/ClusterConnection.h"

#include <functional>
#include <optional>
#include <string>

namespace cluster {

/// What trying a connection came to.
struct ConnectionVerdict
{
    std::string version;                ///< "v1.31.4+k3s1"; empty when the server does not tell it
    std::string user;                   ///< as whom the server knows us; empty when it does not tell
    std::optional<base::Error> error;   ///< why there is no connection, or no right to one

    /// It answers, and takes us for nobody.
    bool isAnonymous() const { return user == "system:anonymous"; }
};

/// Asks the server of these settings for its version, with their credentials and the same layers that a connected cluster uses, and
/// then as whom it knows us; nothing is kept of it. Consumer's thread; the network outlives the job. Letting go cancels. An exec
/// plugin that nobody trusted yet is not run: the error is Untrusted.
base::Job testConnection(Network &network, base::Executor &consumer, kube::ConnectionSettings settings, std::function<void(ConnectionVerdict)> done);

} // namespace cluster
