#pragma once

#include "models/kube/ConnectionSettings.h"
#include "models/kube/CredentialsSource.h"

namespace kube {

/// What an exec plugin may be told about its cluster (provideClusterInfo).
struct ExecCluster
{
    std::string server;
    std::string serverName;
    bool insecure = false;
    std::string authorityPem;      ///< the content of a file, too
    std::string proxy;
    bool compression = true;
    text::Value config;            ///< null when the kubeconfig has none
};

/// "exec plugin: invalid apiVersion ..." unless it is client.authentication.k8s.io/v1 or v1beta1.
base::Result<void> checkExecVersion(const std::string &apiVersion);

/// The value of KUBERNETES_EXEC_INFO; without a cluster when that is null. There is never a terminal: interactive is false.
std::string execInfo(const std::string &apiVersion, const ExecCluster *cluster);

/// Reads what a plugin printed: one ExecCredential of that version, JSON or YAML. The words of errors are client-go's; they never
/// repeat what was printed, which may be a token. Any thread.
base::Result<Credential> parseExecCredential(std::string_view output, const std::string &apiVersion);

} // namespace kube
