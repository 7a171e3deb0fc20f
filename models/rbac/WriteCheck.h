#pragma once

#include "models/rbac/ChangeSet.h"
#include "models/rbac/Decision.h"
#include "models/rbac/Explain.h"
#include "models/rbac/Sentence.h"

#include <vector>

namespace rbac {

enum class MayApply { Yes, No, Unknown };

/// "yes", "no", "unknown"
std::string_view mayApplyName(MayApply answer);

/// Whether a writer would be let write one object, and what stands in the way.
struct ObjectCheck
{
    ObjectRef object;
    MayApply answer = MayApply::Yes;
    std::vector<Right> missing = {};
    std::vector<Sentence> obstacles = {};   ///< what is no right: a namespace that is not there, a kind that nobody knows
};

/// The same for all of them together, and one by one in the order in which they are sent.
struct WriteCheck
{
    MayApply answer = MayApply::Yes;
    std::vector<Right> missing;
    std::vector<ObjectCheck> objects = {};
};

/// How a change is sent: by anybody who may write (patch or update), or as kubectl does, which gets an object first, and patches it, or
/// replaces it where apply would leave something behind.
enum class Sending { Any, Kubectl };

/// Whether the server lets the writer make these changes, one after the other: bindings that are replaced go, then come namespaces and
/// definitions, other objects, roles, bindings, then deletions of bindings and of roles. Each needs its ordinary verbs, and what the RBAC storage
/// asks on top: escalate, bind, or rights that cover what is given (kubernetes pkg/registry/rbac/escalation_check.go; S67 to S75). A roleRef
/// cannot be changed: it costs deleting and creating (S42). Where it is not known whether an object is there, both ways count.
WriteCheck checkWrites(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &writer, const ChangeSet &changes, Sending sending = Sending::Any);

} // namespace rbac
