#include "app/headless/ErrorText.h"
#include "app/headless/RbacRun.h"
#include "app/headless/RbacShapes.h"
#include "models/rbac/WhoCan.h"

namespace headless {

using base::Result;
using text::Value;

namespace {

using Scope = rbac::AccessEvaluator::Scope;

/// Everywhere means in any namespace, where RoleBindings count; of what has no namespace only a Namespace lies in one.
Scope scopeOf(const RbacRun &run, const rbac::WordedRequest &worded)
{
    const rbac::Request &request = worded.request;
    const bool isInItself = request.resource == "namespaces" && request.name.empty() && request.verb != "list" && request.verb != "watch" && request.verb != "create";
    return run.invocation.allNamespaces && (worded.isNamespaced || isInItself) && !request.isUrl() ? Scope::EveryNamespace : Scope::AsAsked;
}

Value holderShape(const rbac::Holder &holder)
{
    const auto &grant = holder.grant;
    return mapOf({{"subject", textValue(holder.subject.text())}, {"how", textValue(rbac::howName(holder.how))}, {"scope", textValue(holder.isClusterWide ? "cluster" : "namespace")},
                  {"binding", textValue(grant ? grant->binding->ref.text() : "")}, {"role", textValue(grant ? grant->role->ref.text() : "")},
                  {"rule", grant ? Value::number(static_cast<std::int64_t>(grant->rule)) : Value::null()}, {"pods", refList(holder.pods)}});
}

} // namespace

Result<int> rbacWhoCan(RbacRun &run)
{
    const auto worded = requestOfWords(run);
    if (!worded)
        return worded.error();
    Value answer = Value::list();
    for (const rbac::Holder &holder : rbac::whoCan(run.evaluator, run.inputs(), worded->request, scopeOf(run, *worded), run.layers()))
        answer.items().push_back(holderShape(holder));
    run.print(answer);
    return Done;
}

} // namespace headless
