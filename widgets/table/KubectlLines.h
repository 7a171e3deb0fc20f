#pragma once

#include "models/cluster/ObjectFetch.h"

#include <QString>

namespace table {

/// "kubectl --context k3s get pods web-0 web-1 -n team-a", a line for each namespace; "-o yaml" and the like stand in `rest`.
/// kubectl: what commands for the cluster begin with.
QString kubectlLines(const QString &kubectl, const kube::ResourceType &type, const std::vector<cluster::NameInNamespace> &names, const QString &rest = {});

} // namespace table
