#pragma once

#include "models/rbac/DraftEffect.h"

#include <string>
#include <vector>

namespace rbac {

/// One call of kubectl: its words behind "kubectl --context NAME", and what it reads from its input.
struct KubectlStep
{
    std::vector<std::string> words;
    std::string input;

    bool operator==(const KubectlStep &) const = default;
};

/// What makes the drafts true, in the order in which it may be done: first what bindings need, then what is to go. A binding with another
/// roleRef is deleted first (S42). Where kubectl apply would leave something behind that it did not write, the object is replaced.
std::vector<KubectlStep> kubectlSteps(const Basis &basis, const DraftEffect &effect);

/// The documents of everything that is new or other than what is there, in the order of those steps.
std::string yamlOf(const DraftEffect &effect);

} // namespace rbac
