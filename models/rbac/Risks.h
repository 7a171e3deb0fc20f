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

/// The findings of the first list that are not in the second. Which rule of its role gives a finding is no part of what it is, so rules may move and be
/// written differently; where findings are told of single rules, those that there are more of count, and of them those whose rules are new.
std::vector<Risk> risksOnlyIn(const FoundRisks &first, const FoundRisks &second);

} // namespace rbac
