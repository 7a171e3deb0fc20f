#pragma once

#include "models/base/Secret.h"
#include "models/kube/ConnectionSettings.h"
#include "models/text/Value.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// The phase in which kubectl notices that something is wrong.
enum class KubeConfigErrorKind {
    Load,        ///< reading and merging files
    Config,      ///< choosing a context and checking it
    Transport,   ///< turning it into a connection: bad CA, key that does not fit, unsupported exec version
};

/// What makes a kubeconfig or one of its contexts unusable, in kubectl's words, without any credential in them.
struct KubeConfigError
{
    KubeConfigErrorKind kind = KubeConfigErrorKind::Config;
    std::string message;
    int line = 0;   ///< 1-based, 0 when none fits

    bool operator==(const KubeConfigError &) const = default;
};

/// A repeated key, which counts with its last value.
struct KubeConfigWarning
{
    std::string file;
    std::string message;
    int line = 0;

    bool operator==(const KubeConfigWarning &) const = default;
};

/// One kubeconfig, or several merged ones: every field that kubectl knows, with the places they came from.
struct KubeConfig
{
    /// A named value that is kept, not understood.
    struct Extension
    {
        std::string name;
        text::Value value;

        bool operator==(const Extension &) const = default;
    };

    /// What all named entries have in common.
    struct Entry
    {
        std::string name;
        std::string file;                               ///< empty for text that has no file
        int line = 0;
        std::map<std::string, int, std::less<>> lines;  ///< of the fields that are present
        std::vector<Extension> extensions;

        /// The line of that field, else of the entry.
        int lineOf(std::string_view field) const;
        bool operator==(const Entry &) const = default;
    };

    struct Cluster : Entry
    {
        std::string server;
        std::string serverName;
        bool insecure = false;
        std::string authorityFile;
        std::string authorityPem;
        std::string proxy;
        bool disableCompression = false;

        bool operator==(const Cluster &) const = default;
    };

    struct User : Entry
    {
        std::string clientCertificateFile;
        std::string clientCertificatePem;
        std::string clientKeyFile;
        base::SecretText clientKeyPem;
        base::SecretText token;
        std::string tokenFile;
        Impersonation impersonation;
        std::string username;
        base::SecretText password;
        std::optional<AuthProviderSettings> authProvider;
        std::optional<ExecSettings> exec;

        bool operator==(const User &) const = default;
    };

    struct Context : Entry
    {
        std::string cluster;
        std::string user;
        std::string namespaceName;

        bool operator==(const Context &) const = default;
    };

    std::vector<Cluster> clusters;
    std::vector<User> users;
    std::vector<Context> contexts;
    std::string currentContext;
    int currentContextLine = 0;
    bool colors = false;
    std::vector<Extension> extensions;
    std::vector<KubeConfigWarning> warnings;

    bool operator==(const KubeConfig &) const = default;
};

/// The entry of that name, or null. Names are unique within a config.
template<typename T>
const T *findEntry(const std::vector<T> &entries, std::string_view name)
{
    for (const T &entry : entries) {
        if (entry.name == name)
            return &entry;
    }
    return nullptr;
}

/// The text with the user info of every URL in it replaced by ***; anything may be given.
std::string withoutUserInfo(std::string_view text);

} // namespace kube
