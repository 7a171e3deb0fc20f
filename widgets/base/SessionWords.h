#pragma once

#include "models/kube/ConnectionSettings.h"

#include <QString>

namespace cluster {
class Clusters;
class ConnectedCluster;
}

namespace base {

/// Whom somebody views as: "ServiceAccount team-a/web", "user jane", "group devs"; on one line.
QString viewedName(const kube::Impersonation &who);
/// The name of the cluster, and whom it is viewed as.
QString sessionName(const cluster::Clusters &clusters, const cluster::ConnectedCluster &cluster);
/// What a command for this session begins with: "kubectl --context NAME --as=USER --as-group=GROUP".
QString kubectlFor(const cluster::ConnectedCluster &cluster);
/// A request to the API server, with the headers that say whom it is to be taken for.
QString apiCallFor(const cluster::ConnectedCluster &cluster, const QString &call);

} // namespace base
