#include "app/headless/ErrorText.h"
#include "app/headless/RbacRun.h"
#include "app/headless/RbacShapes.h"
#include "models/rbac/ObservedUse.h"

namespace headless {

using base::Result;
using text::Value;

namespace {

Value unusedShape(const rbac::Unused &unused)
{
    return mapOf({{"kind", textValue(rbac::unusedKindName(unused.kind))}, {"object", textValue(unused.object.text())},
                  {"rule", unused.rule ? Value::number(static_cast<std::int64_t>(*unused.rule)) : Value::null()}, {"by", textValue(unused.by.kind.empty() ? std::string() : unused.by.text())}});
}

} // namespace

Result<int> rbacUnused(RbacRun &run)
{
    std::vector<rbac::ObservedRequest> observed;
    for (const std::string &path : run.invocation.access.audits) {
        const auto bytes = readInput(path);
        if (!bytes)
            return bytes.error();
        auto log = rbac::readAuditLog(*bytes);
        if (!log)
            return base::makeError(log.error().kind, path + ": " + log.error().message);
        observed.insert(observed.end(), log->begin(), log->end());
    }
    Value answer = Value::list();
    std::vector<rbac::Unused> found = rbac::findUnused(run.evaluator, run.inputs());
    rbac::judgeWidthByUse(run.evaluator, observed, found);
    for (const rbac::Unused &unused : found)
        answer.items().push_back(unusedShape(unused));
    if (!observed.empty()) {
        for (const rbac::Unused &unused : rbac::findNeverUsed(run.evaluator, observed))
            answer.items().push_back(unusedShape(unused));
    }
    run.print(answer);
    return Done;
}

} // namespace headless
