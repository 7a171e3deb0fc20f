#pragma once

#include "models/kube/KubeConfig.h"

#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// What tells whose Kubernetes a cluster is. What is not known stays empty.
struct DistributionTraces
{
    std::string version;                ///< gitVersion of /version: "v1.31.4+k3s1"
    std::string server;                 ///< the URL in the kubeconfig
    std::string context;
    std::string authority;              ///< subject of the certificate authority
    std::vector<std::string> groups;    ///< API groups that the server has
};

/// "k3s", "EKS", "OpenShift" and so on by the first trace that tells; empty when none does.
std::string distributionOf(const DistributionTraces &traces);

/// The same from what a kubeconfig says alone.
DistributionTraces tracesOf(const KubeConfig::Cluster &cluster, const std::string &context);

/// Whether this is the file that k3s or RKE2 writes on its server, as it lies there: everything in it is named default, and the
/// address leads to the machine itself.
bool isNodeKubeConfig(const KubeConfig &config);

/// Whether the server is on the machine that asks, or seems to be: 127.0.0.1, localhost.
bool isLocalServer(const std::string &server);

} // namespace kube
