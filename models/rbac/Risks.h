#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/RiskRules.h"
#include "models/rbac/SharedRef.h"

#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// One finding: this subject has this risk, through this binding and rule where there is one.
struct Risk
{
    std::string_view id;               ///< of riskRules()
    Severity severity = Severity::Info;
    SharedRef subject;
    std::string namespaceName;         ///< empty: in the whole cluster
    SharedRef binding;                 ///< empty where none is the cause
    SharedRef role;
    std::optional<std::size_t> rule;

    auto operator<=>(const Risk &) const = default;
};

/// All findings, in order. The terms of a conjunction may come from several bindings of one identity, also through the groups that come
/// with it; a finding belongs to the subject that a binding names. In an ordinary namespace a risk is one step lower. Objects of
/// Kubernetes itself are findings like others.
std::vector<Risk> findRisks(const AccessEvaluator &evaluator, const Inputs &inputs);

/// Of these only what is about these identities, the groups that come with them and their pods: costs what their own bindings cost.
std::vector<Risk> risksAbout(const AccessEvaluator &evaluator, const Inputs &inputs, const std::vector<Identity> &identities);

/// Findings in order, and the roles that their rules are counted in.
struct FoundRisks
{
    const std::vector<Risk> &risks;
    const AccessEvaluator &evaluator;
};

/// The findings of the first list that are not in the second. Where a rule stands in its role is no part of what a finding is, and a rule of a role that
/// is written differently and still gives it makes no other one; one more rule that gives it does.
std::vector<Risk> risksOnlyIn(const FoundRisks &first, const FoundRisks &second);

} // namespace rbac
