#include "models/rbac/PodRisks.h"

#include <algorithm>
#include <array>
#include <map>

namespace rbac {

namespace {

constexpr std::array<std::string_view, 4> cloudRoles = {"eks.amazonaws.com/role-arn", "iam.gke.io/gcp-service-account", "azure.workload.identity/client-id", "azure.workload.identity/tenant-id"};

/// The grave findings by who has them.
using Grave = std::map<ObjectRef, std::vector<Risk>>;

Grave graveOf(const std::vector<Risk> &risks)
{
    Grave out;
    for (const Risk &risk : risks) {
        if (risk.severity <= Severity::High)
            out[risk.subject].push_back(risk);
    }
    return out;
}

/// Of an account, also through the groups that come with it.
std::vector<Risk> graveFor(const Grave &grave, const ServiceAccountRef &account)
{
    std::vector<Risk> out;
    const auto add = [&](const ObjectRef &subject) {
        if (const auto found = grave.find(subject); found != grave.end())
            out.insert(out.end(), found->second.begin(), found->second.end());
    };
    add(account.ref());
    add({"User", {}, account.userName()});
    for (const std::string &group : Identity::ofServiceAccount(account).impliedGroups)
        add({"Group", {}, group});
    return out;
}

Risk moved(const Risk &risk, std::string_view id, ObjectRef subject)
{
    Risk out = risk;
    out.id = id;
    out.severity = riskRule(id).severity;
    out.subject = std::move(subject);
    return out;
}

/// One finding for each binding that makes the account powerful, not for each of its risks.
void addOncePerBinding(const std::vector<Risk> &causes, std::string_view id, const ObjectRef &subject, std::vector<Risk> &risks)
{
    std::vector<ObjectRef> seen;
    for (const Risk &cause : causes) {
        if (std::ranges::find(seen, cause.binding) != seen.end())
            continue;
        seen.push_back(cause.binding);
        risks.push_back(moved(cause, id, subject));
    }
}

void addNodeRisks(const Inputs &inputs, RightHolders &holders, std::vector<Risk> &risks)
{
    std::map<std::string, std::vector<ServiceAccountRef>> byNode;
    for (const PodUse &pod : inputs.pods) {
        if (pod.isAlive() && !pod.isMirror && !pod.node.empty())
            byNode[pod.node].push_back({pod.ref.namespaceName, pod.serviceAccount});
    }
    for (auto &[node, accounts] : byNode) {
        std::ranges::sort(accounts);
        const auto repeated = std::ranges::unique(accounts);
        accounts.erase(repeated.begin(), repeated.end());
        HeldTerms::Place together;
        for (const ServiceAccountRef &account : accounts) {
            const HeldTerms held = holders.termsOf(account.ref());
            const auto cluster = held.all().find("");
            if (cluster == held.all().end())
                continue;
            together.terms |= cluster->second.terms;
            together.grants.insert(together.grants.end(), cluster->second.grants.begin(), cluster->second.grants.end());
        }
        for (const RiskTable::Alternative &alternative : RiskTable::instance().alternatives()) {
            const std::string_view id = riskRules()[alternative.risk].id;
            const bool isCombined = (id == "R35" || id == "R42") && std::ranges::all_of(alternative.needed, [&](std::size_t term) { return together.terms.test(term); });
            if (!isCombined)
                continue;
            for (const HeldTerms::Grant &grant : together.grants) {
                const int rule = grant.hits->ruleOf(alternative.needed.front());
                if (rule >= 0)
                    risks.push_back({"R61", riskRule("R61").severity, {"Node", {}, node}, {}, grant.binding->ref, grant.role->ref, static_cast<std::size_t>(rule)});
            }
        }
    }
}

} // namespace

bool mountsToken(const PodUse &pod, const Inputs &inputs)
{
    if (pod.isMirror)
        return false;
    if (pod.mountsProjectedToken || pod.automountToken)
        return pod.mountsProjectedToken || *pod.automountToken;
    const auto isOwn = [&](const auto &account) { return account->ref == ServiceAccountRef{pod.ref.namespaceName, pod.serviceAccount}; };
    const auto found = std::ranges::find_if(inputs.serviceAccounts, isOwn);
    return found == inputs.serviceAccounts.end() || (*found)->automountToken.value_or(true);
}

void addPodRisks(const Inputs &inputs, RightHolders &holders, std::vector<Risk> &risks)
{
    const Grave grave = graveOf(risks);
    std::map<ServiceAccountRef, std::vector<Risk>> causes;
    for (const PodUse &pod : inputs.pods) {
        const ServiceAccountRef account{pod.ref.namespaceName, pod.serviceAccount};
        if (!pod.isAlive() || pod.isMirror)
            continue;
        const auto [entry, isNew] = causes.try_emplace(account);
        if (isNew)
            entry->second = graveFor(grave, account);
        if (entry->second.empty() || !mountsToken(pod, inputs))
            continue;
        addOncePerBinding(entry->second, "R59", pod.ref, risks);
        if (pod.ownerKind == "DaemonSet")
            addOncePerBinding(entry->second, "R60", account.ref(), risks);
    }
    addNodeRisks(inputs, holders, risks);
    for (const auto &account : inputs.serviceAccounts) {
        if (std::ranges::any_of(cloudRoles, [&](std::string_view key) { return account->annotations.find(key) != account->annotations.end(); }))
            risks.push_back({"R62", riskRule("R62").severity, account->ref.ref(), account->ref.namespaceName, {}, {}, std::nullopt});
    }
}

} // namespace rbac
