#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"
#include "models/kube/ConnectionSettings.h"
#include "models/kube/KubeFiles.h"

#include <string>

namespace kube {

/// A kubeconfig for whoever shall be a ServiceAccount: a text that holds its token.
struct TokenKubeConfig
{
    base::SecretText text;
    std::string context;            ///< its only one
    bool leftOutProxyUser = false;  ///< the proxy's user and password are the person's own, and are not handed on
};

/// Server, authority, name and proxy as in the settings, the token, and the account's namespace; nothing of the person's own credentials.
/// The authority's file is read and embedded, with the words of who could not read it. Blocks; any thread.
base::Result<TokenKubeConfig> tokenKubeConfig(const ConnectionSettings &settings, const std::string &namespaceName, const std::string &account,
                                              const base::SecretText &token, const KubeFiles &files = KubeFiles::system());

} // namespace kube
