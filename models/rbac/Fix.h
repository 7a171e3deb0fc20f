#pragma once

#include "models/rbac/Risks.h"
#include "models/rbac/WhatIf.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

enum class FixKind { ExtendBinding, ExtendRole, RoleAndBinding, ClusterRoleAndBinding, ClusterBinding };

/// "extend-binding", "extend-role", "role+rolebinding", "clusterrole+rolebinding", "clusterrolebinding"
std::string_view fixKindName(FixKind kind);

/// One way to make a refused request allowed, proven by evaluating it.
struct Fix
{
    FixKind kind = FixKind::RoleAndBinding;
    ChangeSet changes;
    std::string yaml;
    WhatIf whatIf;
    std::optional<std::vector<Risk>> newRisks = {};     ///< of those who gain something; nothing: nobody looked for them
};

/// The ways in the order of least new power; empty when it is allowed already, or nobody is named to give it to. A ClusterRoleBinding
/// comes last and with a warning in its YAML, unless there is no other way.
std::vector<Fix> fixesFor(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &identity, const Request &request, const std::optional<Identity> &writer);

/// The findings that a fix brings to those who gain something by it; nothing where those are too many to look at while somebody waits.
std::optional<std::vector<Risk>> newRisksOf(const AccessEvaluator &evaluator, const Inputs &inputs, const Fix &fix);

} // namespace rbac
