#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/Decision.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rbac {

/// How somebody comes to a right.
enum class How { Direct, Group, ImpliedGroup, Masters };

/// "direct", "group", "implied-group", "system:masters"
std::string_view howName(How how);

/// Somebody who may do it, and through what; without a binding for system:masters, which needs none.
struct Holder
{
    ObjectRef subject;
    How how = How::Direct;
    bool isClusterWide = false;
    std::optional<Grant> grant;
    std::vector<ObjectRef> pods;      ///< alive, running as this ServiceAccount
};

/// Every subject that may do it (S64): groups stay groups.
std::vector<Holder> whoCan(const AccessEvaluator &evaluator, const Inputs &inputs, const Request &request, AccessEvaluator::Scope scope, Layers layers = Layers::All);

/// Of a group that authentication adds by itself.
bool isImpliedGroup(std::string_view group);

} // namespace rbac
