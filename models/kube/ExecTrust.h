#pragma once

#include "models/base/Result.h"
#include "models/kube/ConnectionSettings.h"

#include <string>
#include <string_view>

namespace kube {

/// Remembers which exec plugins somebody has trusted: a kubeconfig from a stranger could run any program.
///
/// Trusted is the exact command, argument list, environment and kubeconfig file; when one of them changes it must be trusted
/// again. Kept as hashes in trusted-plugins.json (0600), read again for each question, so that a window's answer serves a
/// verb at once. Any thread.
class ExecTrust
{
public:
    enum class Scope { Remembered, EverythingNow };   ///< EverythingNow: --trust-exec, for this process only

    /// folder: where state is kept; an empty one remembers nothing.
    explicit ExecTrust(std::string folder, Scope scope = Scope::Remembered);

    bool isTrusted(const ExecSettings &plugin, const std::string &kubeConfigFile) const;

    /// Remembers it durably; the error says why that failed.
    base::Result<void> trust(const ExecSettings &plugin, const std::string &kubeConfigFile) const;

    /// The error of a plugin that nobody trusts: its file and, one per line, the program and its arguments with control
    /// characters spelled out as U+001B, and the names of its variables.
    static base::Error untrusted(const ExecSettings &plugin, const std::string &kubeConfigFile);

private:
    std::string m_path;
    Scope m_scope;
};

/// Text of a stranger in one line: control characters as U+000A, what changes direction or is not seen as a mark.
std::string visibleText(std::string_view text);

} // namespace kube
