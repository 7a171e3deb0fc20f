#include "app/headless/ErrorText.h"
#include "app/headless/RbacChanges.h"
#include "app/headless/RbacShapes.h"
#include "models/rbac/Fix.h"

namespace headless {

using base::Result;
using text::Value;

Result<int> rbacWhatIf(RbacRun &run)
{
    const auto changes = readChanges(run);
    if (!changes)
        return changes.error();
    const rbac::WhatIf effect = rbac::whatIf(run.evaluator, run.inputs(), *changes, writerOf(run));
    run.print(whatIfShape(effect, {rbac::findRisks(run.evaluator, run.inputs()), run.evaluator}));
    return Done;
}

Result<int> rbacFix(RbacRun &run)
{
    const auto asked = askedOf(run);
    if (!asked)
        return asked.error();
    const auto before = rbac::findRisks(run.evaluator, run.inputs());
    Value answer = Value::list();
    for (const rbac::Fix &fix : rbac::fixesFor(run.evaluator, run.inputs(), asked->identity, asked->request, run.source.ownUser)) {
        const auto rank = static_cast<std::int64_t>(answer.items().size()) + 1;
        answer.items().push_back(mapOf({{"rank", Value::number(rank)}, {"kind", textValue(rbac::fixKindName(fix.kind))}, {"yaml", textValue(fix.yaml)}, {"whatIf", whatIfShape(fix.whatIf, {before, run.evaluator})}}));
    }
    run.print(answer);
    return Done;
}

Result<int> rbacRisks(RbacRun &run)
{
    const std::vector<rbac::Risk> risks = rbac::findRisks(run.evaluator, run.inputs());
    std::size_t next = 0;
    run.printRows([&] { return next < risks.size() ? std::optional(riskShape(risks[next++])) : std::nullopt; });
    return Done;
}

} // namespace headless
