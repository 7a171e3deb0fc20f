#pragma once

#include "models/base/Result.h"
#include "models/kube/ContextSelection.h"

#include <string>

namespace kube {

/// What a pod's environment and files say about the cluster it runs in.
struct PodSurroundings
{
    std::string host;               ///< KUBERNETES_SERVICE_HOST
    std::string port;               ///< KUBERNETES_SERVICE_PORT
    std::string namespaceName;      ///< POD_NAMESPACE
    std::string folder = "/var/run/secrets/kubernetes.io/serviceaccount";

    static PodSurroundings ofProcess();
};

/// Whether this is a pod with a ServiceAccount's token (clientcmd's inClusterClientConfig.Possible).
bool isInPod(const PodSurroundings &pod, const KubeFiles &files);

/// The pod's own cluster as its ServiceAccount; of the overrides server, token and authority count. A CA that cannot be used leaves
/// the system's (rest.InClusterConfig). Errors: Io and NotFound of the token's file.
base::Result<ConnectionSettings> podConnection(const PodSurroundings &pod, const KubeConfigOverrides &overrides, const KubeFiles &files);

/// POD_NAMESPACE, else what the ServiceAccount's files say, else default.
std::string podNamespace(const PodSurroundings &pod, const KubeFiles &files);

/// Whether the settings are those of a configuration that says nothing but where the server is: only then kubectl looks for a pod.
bool saysNothing(const ConnectionSettings &settings);

} // namespace kube
