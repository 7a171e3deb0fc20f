#include "models/rbac/WhoCan.h"

#include <algorithm>
#include <array>
#include <map>

namespace rbac {

namespace {

How howOf(const ObjectRef &subject)
{
    if (subject.kind != "Group")
        return How::Direct;
    return isImpliedGroup(subject.name) ? How::ImpliedGroup : How::Group;
}

/// The pods that are alive, by the account they run as.
std::map<ServiceAccountRef, std::vector<ObjectRef>> podsByAccount(const Inputs &inputs)
{
    std::map<ServiceAccountRef, std::vector<ObjectRef>> out;
    for (const PodUse &pod : inputs.pods) {
        if (pod.isAlive() && !pod.isMirror)
            out[{pod.ref.namespaceName, pod.serviceAccount}].push_back(pod.ref);
    }
    return out;
}

std::optional<ServiceAccountRef> accountOf(const ObjectRef &subject)
{
    if (subject.kind == "ServiceAccount")
        return ServiceAccountRef{subject.namespaceName, subject.name};
    return subject.kind == "User" ? ServiceAccountRef::fromUserName(subject.name) : std::nullopt;
}

} // namespace

std::string_view howName(How how)
{
    constexpr std::array<std::string_view, 4> names = {"direct", "group", "implied-group", "system:masters"};
    return names[static_cast<std::size_t>(how)];
}

bool isImpliedGroup(std::string_view group)
{
    return group == authenticatedGroup || group == unauthenticatedGroup || group == allAccountsGroup || group.starts_with("system:serviceaccounts:");
}

std::vector<Holder> whoCan(const AccessEvaluator &evaluator, const Inputs &inputs, const Request &request, AccessEvaluator::Scope scope, Layers layers)
{
    const auto pods = podsByAccount(inputs);
    std::vector<Holder> out;
    if (layers == Layers::All)
        out.push_back({{"Group", {}, std::string(mastersGroup)}, How::Masters, true, std::nullopt, {}});
    for (Grant &grant : evaluator.whoCan(request, scope)) {
        Holder holder;
        holder.subject = grant.subjectRef();
        holder.how = howOf(holder.subject);
        holder.isClusterWide = grant.binding->isClusterBinding();
        if (const auto account = accountOf(holder.subject)) {
            if (const auto found = pods.find(*account); found != pods.end())
                holder.pods = found->second;
        }
        holder.grant = std::move(grant);
        out.push_back(std::move(holder));
    }
    return out;
}

} // namespace rbac
