#pragma once

#include "models/rbac/AccessEvaluator.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rbac {

enum class UnusedKind { CoveredRule, WideBinding, UnusedRole, DanglingRole, MissingSubject, NeverUsed };

/// "covered-rule", "wide-binding", "unused-role", "dangling-role", "missing-subject", "never-used"
std::string_view unusedKindName(UnusedKind kind);

/// Something that could go, or that leads nowhere.
struct Unused
{
    UnusedKind kind = UnusedKind::UnusedRole;
    ObjectRef object;
    std::optional<std::size_t> rule;   ///< of the role that is, or is bound by, the object
    ObjectRef by;                      ///< what covers it, or what is missing; empty when nothing is

    auto operator<=>(const Unused &) const = default;
};

/// What the objects themselves say: rules inside others of the same role, bindings inside other bindings of the same subjects, roles
/// nobody is given, bindings that lead nowhere or name nobody, ClusterRoleBindings of namespaced rights for accounts of one namespace. Roles that
/// Kubernetes itself brings are not called unused. What may only be out of sight is not called missing.
std::vector<Unused> findUnused(const AccessEvaluator &evaluator, const Inputs &inputs);

/// Of these only the roles that nobody is given.
std::vector<Unused> findUnusedRoles(const AccessEvaluator &evaluator, const Inputs &inputs);

/// Of these only the bindings that lead nowhere or too far: dangling-role, missing-subject and wide-binding.
std::vector<Unused> findMisplaced(const AccessEvaluator &evaluator, const Inputs &inputs);

} // namespace rbac
