#pragma once

#include "models/kube/KubeConfig.h"
#include "models/kube/KubeFiles.h"

#include <string>
#include <vector>

namespace kube {

/// One thing kubectl refuses, with the line of what it is about.
struct KubeConfigProblem
{
    std::string message;
    int line = 0;
};

/// kubectl's checks of a chosen user and cluster (client-go clientcmd/validation.go), in its order and words.
std::vector<KubeConfigProblem> problemsOfUser(const std::string &name, const KubeConfig::User &user, const KubeFiles &files);
std::vector<KubeConfigProblem> problemsOfCluster(const std::string &name, const KubeConfig::Cluster &cluster, const KubeFiles &files);

/// What kubectl refuses while it makes a TLS connection of them, before any request; only the first thing. The server is
/// known to be https.
std::vector<KubeConfigProblem> transportProblems(const KubeConfig::Cluster &cluster, const KubeConfig::User &user, const KubeFiles &files);

} // namespace kube
