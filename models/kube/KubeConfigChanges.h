#pragma once

#include "models/base/Result.h"

#include <string>
#include <string_view>

namespace kube {

/// What is changed in a kubeconfig before it is kept under a name of its own. An empty field changes nothing.
struct KubeConfigChanges
{
    std::string context;        ///< the one this is about, as the text names it; becomes the current one
    std::string contextName;    ///< new names of it, its cluster and its user, wherever the text refers to them
    std::string clusterName;
    std::string userName;
    std::string server;
    std::string folder;         ///< where the text came from: relative paths in it become absolute
};

struct ChangedKubeConfig
{
    std::string text;
    bool isAsWritten = true;    ///< every byte but the changed values; false: comments, order and documents after the first are gone
};

/// The text with those changes: other contexts, unknown fields and comments are kept. Where aliases, tags or merge keys do not let a
/// value be changed in its place, the whole is written anew. Errors: what cannot be read as a kubeconfig, a context it does not
/// have, and Conflict when a new name belongs to something else in it. No value is repeated in an error. Any thread.
base::Result<ChangedKubeConfig> changedKubeConfig(std::string_view text, const KubeConfigChanges &changes);

/// The server reached at another address: what a person types may be a name, an address, host:port or a whole URL; what it leaves
/// out (scheme, port, path) is as in the server before. Errors: Misuse.
base::Result<std::string> serverAt(const std::string &server, std::string_view address);

/// Whether a file config-NAME can exist everywhere and is found in ~/.kube again.
bool mayBeSavedAs(std::string_view name);

} // namespace kube
