#include "models/rbac/PodRisks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

namespace rbac {

namespace {

constexpr std::array<std::string_view, 4> cloudRoles = {"eks.amazonaws.com/role-arn", "iam.gke.io/gcp-service-account", "azure.workload.identity/client-id", "azure.workload.identity/tenant-id"};

/// What makes a name powerful: of each binding the first grave finding.
using Grave = std::map<ObjectRef, std::vector<Risk>>;

Grave graveOf(const std::vector<Risk> &risks)
{
    Grave out;
    std::set<std::pair<SharedRef, SharedRef>> seen;
    for (const Risk &risk : risks) {
        if (risk.severity <= Severity::High && seen.insert({risk.subject, risk.binding}).second)
            out[risk.subject].push_back(risk);
    }
    return out;
}

/// Of an account, also through the groups that come with it: one finding for each binding, not for each of its risks.
std::vector<Risk> graveFor(const Grave &grave, const ServiceAccountRef &account)
{
    std::vector<Risk> out;
    std::set<SharedRef> seen;
    const auto add = [&](const ObjectRef &subject) {
        const auto found = grave.find(subject);
        if (found == grave.end())
            return;
        std::ranges::copy_if(found->second, std::back_inserter(out), [&](const Risk &risk) { return seen.insert(risk.binding).second; });
    };
    add(account.ref());
    add({"User", {}, account.userName()});
    for (const std::string &group : Identity::ofServiceAccount(account).impliedGroups)
        add({"Group", {}, group});
    return out;
}

void addMoved(const std::vector<Risk> &causes, std::string_view id, const SharedRef &subject, std::vector<Risk> &risks)
{
    for (const Risk &cause : causes) {
        Risk moved = cause;
        moved.id = id;
        moved.severity = riskRule(id).severity;
        moved.subject = subject;
        risks.push_back(std::move(moved));
    }
}

/// What the accounts of one node can do together in the whole cluster.
HeldPlace togetherOf(const std::set<ServiceAccountRef> &accounts, const RightHolders &holders)
{
    HeldPlace out;
    std::set<const HeldPlace *> seen;
    for (const ServiceAccountRef &account : accounts) {
        for (const HeldPlace *part : holders.termsOf(account.ref()).partsIn("")) {
            if (!seen.insert(part).second)
                continue;
            out.terms |= part->terms;
            out.grants.insert(out.grants.end(), part->grants.begin(), part->grants.end());
        }
    }
    return out;
}

void addNodeRisks(const Inputs &inputs, const RightHolders &holders, std::vector<Risk> &risks)
{
    std::map<std::string, std::set<ServiceAccountRef>> byNode;
    for (const PodUse &pod : inputs.pods) {
        if (pod.isAlive() && !pod.isMirror && !pod.node.empty())
            byNode[pod.node].insert({pod.ref.namespaceName, pod.serviceAccount});
    }
    for (const auto &[node, accounts] : byNode) {
        const HeldPlace together = togetherOf(accounts, holders);
        const SharedRef subject(ObjectRef{"Node", {}, node});
        for (const RiskTable::Alternative &alternative : RiskTable::instance().alternatives()) {
            const std::string_view id = riskRules()[alternative.risk].id;
            const bool isCombined = (id == "R35" || id == "R42") && std::ranges::all_of(alternative.needed, [&](std::size_t term) { return together.terms.test(term); });
            if (!isCombined)
                continue;
            for (const HeldPlace::Grant &grant : together.grants) {
                const int rule = grant.hits->ruleOf(alternative.needed.front());
                if (rule >= 0)
                    risks.push_back({"R61", riskRule("R61").severity, subject, {}, SharedRef::of(grant.binding), SharedRef::of(grant.role), static_cast<std::size_t>(rule)});
            }
        }
    }
}

/// What accounts say about tokens, found by name.
class TokenSwitches
{
public:
    explicit TokenSwitches(const Inputs &inputs)
    {
        for (const auto &account : inputs.serviceAccounts)
            m_accounts.try_emplace(account->ref, account.get());
    }

    bool mountsToken(const PodUse &pod) const
    {
        const auto found = m_accounts.find({pod.ref.namespaceName, pod.serviceAccount});
        return rbac::mountsToken(pod, found == m_accounts.end() ? nullptr : found->second);
    }

private:
    std::map<ServiceAccountRef, const ServiceAccount *> m_accounts;
};

} // namespace

bool mountsToken(const PodUse &pod, const ServiceAccount *account)
{
    if (pod.isMirror)
        return false;
    if (pod.mountsProjectedToken || pod.automountToken)
        return pod.mountsProjectedToken || *pod.automountToken;
    return !account || account->automountToken.value_or(true);
}

bool mountsToken(const PodUse &pod, const Inputs &inputs)
{
    const auto isOwn = [&](const auto &account) { return account->ref == ServiceAccountRef{pod.ref.namespaceName, pod.serviceAccount}; };
    const auto found = std::ranges::find_if(inputs.serviceAccounts, isOwn);
    return mountsToken(pod, found == inputs.serviceAccounts.end() ? nullptr : found->get());
}

void addPodRisks(const Inputs &inputs, const RightHolders &holders, std::vector<Risk> &risks)
{
    const Grave grave = graveOf(risks);
    const TokenSwitches switches(inputs);
    std::map<ServiceAccountRef, std::vector<Risk>> causes;
    for (const PodUse &pod : inputs.pods) {
        const ServiceAccountRef account{pod.ref.namespaceName, pod.serviceAccount};
        if (!pod.isAlive() || pod.isMirror)
            continue;
        const auto [entry, isNew] = causes.try_emplace(account);
        if (isNew)
            entry->second = graveFor(grave, account);
        if (entry->second.empty() || !switches.mountsToken(pod))
            continue;
        addMoved(entry->second, "R59", pod.ref, risks);
        if (pod.ownerKind == "DaemonSet")
            addMoved(entry->second, "R60", account.ref(), risks);
    }
    addNodeRisks(inputs, holders, risks);
    for (const auto &account : inputs.serviceAccounts) {
        if (std::ranges::any_of(cloudRoles, [&](std::string_view key) { return account->annotations.find(key) != account->annotations.end(); }))
            risks.push_back({"R62", riskRule("R62").severity, account->ref.ref(), account->ref.namespaceName, {}, {}, std::nullopt});
    }
}

} // namespace rbac
