#pragma once

#include "models/base/Result.h"
#include "models/kube/KubeFiles.h"

#include <string>
#include <string_view>
#include <vector>

namespace text {
class Value;
}

namespace kube {

/// Which exec plugins a person lets kubectl run (credentialPluginPolicy in kuberc, KEP-3104); it binds here as well, besides the
/// trust in each of them.
class PluginPolicy
{
public:
    /// Everything may run.
    PluginPolicy() = default;

    /// The policy of the first preferences in the text of a kuberc file. An error in client-go's words where it contradicts itself
    /// (Invalid), or where there are no preferences at all (BadInput).
    static base::Result<PluginPolicy> parse(std::string_view kuberc);

    /// That of the file which KUBERC names in the environment, else of ~/.kube/kuberc; KUBERC=off is none. As with kubectl, the file in
    /// the home folder may be missing or unreadable, and then everything may run. Blocks; any thread.
    static base::Result<PluginPolicy> ofPerson(const std::vector<std::string> &environment, const KubeFiles &files);

    /// Whether no plugin may run, whatever it is; the command is for the message.
    base::Result<void> checkAny(std::string_view command) const;
    /// Whether this one may run: its name in the kubeconfig, and the path where it was found, for which names of the list are looked
    /// for in the same PATH.
    base::Result<void> check(const std::string &command, const std::string &program, std::string_view searchPath) const;

private:
    base::Result<void> readList(const text::Value &list);

    enum class Kind { AllowAll, DenyAll, Allowlist };
    Kind m_kind = Kind::AllowAll;
    std::vector<std::string> m_commands;    ///< of the allowlist
};

} // namespace kube
