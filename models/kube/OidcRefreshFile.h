#pragma once

#include "models/base/Executor.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"
#include "models/platform/FileCalls.h"

#include <map>

namespace kube {

using AuthProviderTokens = std::map<std::string, base::SecretText>;

/// The kubeconfig text with these values in users[NAME].user.auth-provider.config and every other byte as it was: comments,
/// order, quotes, line ends. The result is read again and compared; where the text cannot be edited like that (aliases, tags) it
/// is refused. No value is repeated in an error. Any thread.
base::Result<std::string> withAuthProviderTokens(std::string_view kubeConfig, std::string_view user, const AuthProviderTokens &tokens);

/// Writes them into the file: under kubectl's NAME.lock (waiting up to five seconds), with NAME.bak, as a whole, with its mode and
/// owner kept. Works aside and calls back on the executor. Letting go of the job lets a write that has begun end.
base::Job saveAuthProviderTokens(base::Executor &executor, std::string file, std::string user, AuthProviderTokens tokens,
                                 std::function<void(base::Result<void>)> done,
                                 platform::FileCalls &calls = platform::FileCalls::system());

} // namespace kube
