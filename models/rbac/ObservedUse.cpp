#include "models/rbac/ObservedUse.h"

#include <algorithm>
#include <map>
#include <set>

namespace rbac {

namespace {

/// Of each ClusterRoleBinding the namespaces in which it allowed something; "" is the whole cluster.
std::map<ObjectRef, std::set<std::string>> usesOf(const AccessEvaluator &evaluator, const std::vector<ObservedRequest> &requests)
{
    std::map<ObjectRef, std::set<std::string>> out;
    for (const ObservedRequest &observed : requests) {
        for (const Grant &grant : evaluator.allGrants(observed.identity, observed.request)) {
            if (grant.binding->isClusterBinding() && !isDefault(grant.binding->labels))
                out[grant.binding->ref].insert(observed.request.isUrl() ? std::string() : observed.request.namespaceName);
        }
    }
    return out;
}

} // namespace

std::vector<Unused> findNeverUsed(const AccessEvaluator &evaluator, const std::vector<ObservedRequest> &requests)
{
    std::set<std::pair<ObjectRef, std::size_t>> used;
    for (const ObservedRequest &observed : requests) {
        for (const Grant &grant : evaluator.allGrants(observed.identity, observed.request))
            used.insert({grant.role->ref, grant.rule});
    }
    std::vector<Unused> out;
    for (const AccessEvaluator::RolePointer &role : evaluator.roles()) {
        if (evaluator.bindingsOf(role->ref).empty())
            continue;
        for (std::size_t rule = 0; rule < role->rules.size(); ++rule) {
            if (!used.contains({role->ref, rule}))
                out.push_back({UnusedKind::NeverUsed, role->ref, rule, {}});
        }
    }
    std::ranges::sort(out);
    return out;
}

void judgeWidthByUse(const AccessEvaluator &evaluator, const std::vector<ObservedRequest> &requests, std::vector<Unused> &found)
{
    const auto uses = usesOf(evaluator, requests);
    std::erase_if(found, [&](const Unused &unused) { return unused.kind == UnusedKind::WideBinding && uses.contains(unused.object); });
    for (const auto &[binding, places] : uses) {
        const std::string &first = *places.begin();
        if (places.size() == 1 && !first.empty())
            found.push_back({UnusedKind::WideBinding, binding, std::nullopt, {"Namespace", {}, first}});
    }
    std::ranges::sort(found);
}

} // namespace rbac
