#include "app/headless/ErrorText.h"
#include "app/headless/RbacObjects.h"
#include "app/headless/RbacRun.h"
#include "models/rbac/PodIdentity.h"

namespace headless {

using base::Result;
using text::Value;

namespace {

Value refs(const std::vector<rbac::ObjectRef> &objects)
{
    Value out = Value::list();
    for (const rbac::ObjectRef &object : objects)
        out.items().push_back(Value::string(object.text()));
    return out;
}

Value tokens(const rbac::PodIdentity &identity)
{
    Value out = Value::list();
    for (const rbac::ProjectedToken &token : identity.tokens) {
        Value row = Value::map();
        row.set("volume", Value::string(token.volume));
        row.set("audience", Value::string(token.audience));
        row.set("expirationSeconds", Value::number(token.expirationSeconds));
        out.items().push_back(std::move(row));
    }
    return out;
}

Value answerOf(const rbac::PodIdentity &identity)
{
    Value out = Value::map();
    out.set("serviceAccount", Value::string(identity.account ? identity.account->ref().text() : std::string()));
    out.set("automount", Value::boolean(identity.automount));
    out.set("decidedBy", Value::string(std::string(rbac::decidedByName(identity.decidedBy))));
    out.set("tokens", tokens(identity));
    out.set("tokenSecrets", refs(identity.tokenSecrets));
    out.set("mountableSecrets", refs(identity.mountableSecrets));
    out.set("imagePullSecrets", refs(identity.imagePullSecrets));
    return out;
}

} // namespace

Result<int> rbacIdentity(RbacRun &run)
{
    const auto pod = podOfWords(run.words);
    if (!pod)
        return pod.error();
    if (run.words.size() > 1)
        return misuse("identity takes one NAMESPACE/POD");
    const auto object = findObject(run.source, *pod);
    if (!object)
        return object.error();
    run.print(answerOf(rbac::podIdentity(**object, run.inputs())));
    return Done;
}

} // namespace headless
