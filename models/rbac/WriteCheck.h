#pragma once

#include "models/rbac/ChangeSet.h"
#include "models/rbac/Decision.h"
#include "models/rbac/Explain.h"

#include <vector>

namespace rbac {

enum class MayApply { Yes, No, Unknown };

/// "yes", "no", "unknown"
std::string_view mayApplyName(MayApply answer);

/// Whether a writer would be let, and what it lacks.
struct WriteCheck
{
    MayApply answer = MayApply::Yes;
    std::vector<Right> missing;
};

/// Whether the server lets the writer make these changes, one after the other: roles, then bindings, then deletions of bindings and of
/// roles. Each needs its ordinary verb (of an object that is there, patch or update), and what the RBAC storage asks on top: escalate, bind,
/// or rights that cover what is given (kubernetes pkg/registry/rbac/escalation_check.go; S67 to S75). A roleRef cannot be changed: it
/// costs deleting and creating (S42).
WriteCheck checkWrites(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &writer, const ChangeSet &changes);

} // namespace rbac
