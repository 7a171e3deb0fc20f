#pragma once

#include "models/base/Secret.h"
#include "models/text/Value.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kube {

/// One variable for an exec plugin; its value may be a password.
struct ExecVariable
{
    std::string name;
    base::SecretText value;

    bool operator==(const ExecVariable &) const = default;
};

/// A program that hands out credentials, as a kubeconfig describes it.
struct ExecSettings
{
    std::string apiVersion;
    std::string command;                    ///< absolute, or a name to look up in PATH
    std::vector<std::string> arguments;
    std::vector<ExecVariable> environment;  ///< added to the process' own, later ones win
    std::string interactiveMode;            ///< Never, IfAvailable or Always; never empty in a usable context
    bool provideClusterInfo = false;
    std::string installHint;                ///< control characters are spelled out as U+XXXX
    text::Value clusterConfig;              ///< the cluster's extension client.authentication.k8s.io/exec, null without one

    bool operator==(const ExecSettings &) const = default;
};

/// A credential source compiled into the client: oidc, or the names of those that are gone (gcp, azure).
struct AuthProviderSettings
{
    std::string name;
    std::map<std::string, base::SecretText> config;

    bool operator==(const AuthProviderSettings &) const = default;
};

/// Whom the server shall take the requests for.
struct Impersonation
{
    std::string user;
    std::string uid;
    std::vector<std::string> groups;
    std::map<std::string, std::vector<std::string>> extra;

    bool isEmpty() const { return user.empty() && uid.empty() && groups.empty() && extra.empty(); }
    bool operator==(const Impersonation &) const = default;
};

/// Everything a context means for a connection, after defaults, overrides, path resolution and kubectl's checks.
///
/// Of a file and its data at most one is set. Without TLS (server is http) there are no certificates and no credentials but
/// impersonation, because they would not be sent. Two equal values may share connections and caches.
struct ConnectionSettings
{
    std::string server;                     ///< always with a scheme; the path prefix is kept, a query is dropped
    bool tls = false;

    std::string authorityFile;
    std::string authorityPem;
    bool insecure = false;
    std::string serverName;                 ///< for SNI and the verified name; empty: the server's host
    std::string proxy;                      ///< http, https or socks5 URL; may hold a password; empty: the environment's
    bool compression = true;

    std::string clientCertificateFile;
    std::string clientCertificatePem;
    std::string clientKeyFile;
    base::SecretText clientKeyPem;
    base::SecretText token;                 ///< with tokenFile: used until the file was read once
    std::string tokenFile;
    std::string username;
    base::SecretText password;
    std::optional<ExecSettings> exec;
    std::optional<AuthProviderSettings> authProvider;
    Impersonation impersonation;

    std::string namespaceName;              ///< never empty
    std::string contextName;
    std::string clusterName;
    std::string userName;
    std::string contextFile;                ///< the file that holds the context; empty for pasted text
    std::string userFile;                   ///< the file that holds the user: renewed tokens are written there

    bool operator==(const ConnectionSettings &) const = default;
};

} // namespace kube
