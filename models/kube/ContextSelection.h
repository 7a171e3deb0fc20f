#pragma once

#include "models/kube/KubeConfig.h"
#include "models/kube/KubeFiles.h"

#include <optional>
#include <string>
#include <vector>

namespace kube {

/// What the command line says over the kubeconfig; empty means: as the kubeconfig says.
struct KubeConfigOverrides
{
    std::string context;
    std::string cluster;
    std::string user;
    std::string namespaceName;
    std::string server;
    std::string serverName;
    std::string authorityFile;
    bool insecure = false;
    base::SecretText token;
    std::string impersonateUser;
    std::string impersonateUid;
    std::vector<std::string> impersonateGroups;
};

/// What one context means: the entries it names with the overrides applied, and either the settings for a connection or
/// the reason why kubectl would not begin one.
struct ContextSelection
{
    std::string context;
    std::string cluster;
    std::string user;
    std::string namespaceName;                     ///< never empty
    std::string file;                              ///< where the context came from, empty without one
    KubeConfig::Cluster clusterEntry;              ///< empty when the context names none that exists
    KubeConfig::User userEntry;
    std::optional<ConnectionSettings> connection;
    std::optional<KubeConfigError> error;

    /// Whether the server is reached by TLS, as far as it can be told.
    bool tls() const;
    /// data, file, system, or none (plain http, no verification).
    std::string_view authority() const;
    /// Everything that would be sent, joined by +, of client-certificate token token-file basic exec oidc
    /// auth-provider:NAME; or none.
    std::string credential() const;
};

/// The context that kubectl would use, or nothing when there is none and no server was given; then the error says why.
/// Paths in the config are absolute already. Files it names are opened. Any thread.
struct ContextChoice
{
    std::optional<ContextSelection> selected;
    std::optional<KubeConfigError> error;
};
ContextChoice chooseContext(const KubeConfig &config, const KubeConfigOverrides &overrides, const KubeFiles &files);

/// The same for one context of the config, whatever its current one is.
ContextSelection describeContext(const KubeConfig &config, const KubeConfig::Context &context, const KubeFiles &files);

} // namespace kube
