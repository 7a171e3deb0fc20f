#include "app/headless/RbacChanges.h"

#include "app/headless/RbacShapes.h"
#include "models/kube/KubeFiles.h"
#include "models/text/GoQuote.h"
#include "models/text/Plain.h"

#include <ostream>

namespace headless {

using base::Result;
using text::Value;

namespace {

std::string placeOf(const RbacRun &run)
{
    return run.namespaceName.empty() ? "default" : run.namespaceName;
}

Value rightChangeShape(const rbac::RightChange &change)
{
    Value out = rightShape(change.right);
    out.set("identity", textValue(change.identity.text()));
    return out;
}

Value risksShape(const std::vector<rbac::Risk> &risks)
{
    Value out = Value::list();
    for (const rbac::Risk &risk : risks)
        out.items().push_back(riskShape(risk));
    return out;
}

Value rightChanges(const std::vector<rbac::RightChange> &changes)
{
    Value out = Value::list();
    for (const rbac::RightChange &change : changes)
        out.items().push_back(rightChangeShape(change));
    return out;
}

/// A slip in a name would look like a change without effect.
void warnOfMissing(const RbacRun &run, const std::vector<rbac::ObjectRef> &deletions)
{
    for (const rbac::ObjectRef &object : deletions) {
        if (!run.evaluator.findRole(object) && !run.evaluator.findBinding(object))
            run.err << text::plain("Warning: " + object.text() + " is not there, so its deletion changes nothing") << '\n';
    }
}

void warnOfOthers(const RbacRun &run, const std::vector<Value> &objects)
{
    for (const Value &object : objects)
        run.err << text::plain("Warning: " + object["kind"].text() + ' ' + object["metadata"]["name"].text() + " is no object of access: whether it may be applied is not judged") << '\n';
}

Result<void> addDeletion(const std::string &word, const std::string &namespaceName, rbac::ChangeSet &changes)
{
    const bool isReference = word.starts_with("Role/") || word.starts_with("ClusterRole/") || word.starts_with("RoleBinding/") || word.starts_with("ClusterRoleBinding/");
    if (isReference) {
        auto ref = rbac::ObjectRef::parse(word);
        if (!ref)
            return misuse("not a reference: " + text::goQuoted(word));
        const bool isLocal = ref->kind == "Role" || ref->kind == "RoleBinding";
        if (isLocal && ref->namespaceName.empty())
            ref->namespaceName = namespaceName;
        changes.deletions.push_back(std::move(*ref));
        return {};
    }
    const auto files = rbacFromFiles({word}, namespaceName);
    if (!files)
        return files.error();
    for (const auto &role : files->inputs.roles)
        changes.deletions.push_back(role->ref);
    for (const auto &binding : files->inputs.bindings)
        changes.deletions.push_back(binding->ref);
    return {};
}

} // namespace

Result<rbac::ChangeSet> readChanges(const RbacRun &run)
{
    const AccessFlags &flags = run.invocation.access;
    if (flags.changes.empty() && flags.deletions.empty())
        return misuse("what-if needs --change FILE or --delete FILE|REF");
    rbac::ChangeSet out;
    if (!flags.changes.empty()) {
        auto files = rbacFromFiles(flags.changes, placeOf(run));
        if (!files)
            return files.error();
        warnOfFlaws(files->inputs, run.err);
        warnOfOthers(run, files->objects);
        out.serviceAccounts = std::move(files->inputs.serviceAccounts);
        out.roles = std::move(files->inputs.roles);
        out.bindings = std::move(files->inputs.bindings);
    }
    for (const std::string &word : flags.deletions) {
        if (const auto done = addDeletion(word, placeOf(run), out); !done)
            return base::Error(base::Result<void>(done).error());
    }
    warnOfMissing(run, out.deletions);
    return out;
}

std::optional<rbac::Identity> writerOf(const RbacRun &run)
{
    return run.judged.empty() ? run.source.ownUser : std::optional(run.judged.front());
}

Value riskShape(const rbac::Risk &risk)
{
    return mapOf({{"id", textValue(risk.id)}, {"severity", textValue(rbac::severityName(risk.severity))}, {"subject", textValue(risk.subject.text())},
                  {"scope", textValue(risk.namespaceName.empty() ? "cluster" : "namespace")}, {"binding", textValue(risk.binding.text())}, {"role", textValue(risk.role.text())},
                  {"rule", risk.rule ? Value::number(static_cast<std::int64_t>(*risk.rule)) : Value::null()}});
}

Value whatIfShape(const rbac::WhatIf &effect, const rbac::FoundRisks &before)
{
    const rbac::AccessEvaluator evaluator(effect.after);
    const auto after = rbac::findRisks(evaluator, effect.after);
    Value missing = Value::list();
    for (const rbac::Right &right : effect.write ? effect.write->missing : std::vector<rbac::Right>())
        missing.items().push_back(rightShape(right));
    return mapOf({{"gained", rightChanges(effect.gained)}, {"lost", rightChanges(effect.lost)}, {"newRisks", risksShape(rbac::risksOnlyIn({after, evaluator}, before))},
                  {"goneRisks", risksShape(rbac::risksOnlyIn(before, {after, evaluator}))},
                  {"mayApply", textValue(rbac::mayApplyName(effect.write ? effect.write->answer : rbac::MayApply::Unknown))}, {"missing", std::move(missing)}});
}

} // namespace headless
