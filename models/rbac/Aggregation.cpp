#include "models/rbac/Aggregation.h"

#include <algorithm>

namespace rbac {

namespace {

using RolePointer = std::shared_ptr<const Role>;

std::vector<RolePointer> sortedClusterRoles(const std::vector<RolePointer> &roles)
{
    std::vector<RolePointer> out;
    std::ranges::copy_if(roles, std::back_inserter(out), [](const RolePointer &role) { return role->isClusterRole(); });
    std::ranges::sort(out, {}, [](const RolePointer &role) -> const std::string & { return role->ref.name; });
    return out;
}

bool selects(const Role &role, const Role &other)
{
    return other.ref != role.ref && std::ranges::any_of(*role.aggregation, [&](const ObjectSelector &selector) { return selector.matches(other.labels); });
}

} // namespace

std::vector<PolicyRule> aggregatedRules(const Role &role, const std::vector<RolePointer> &clusterRoles)
{
    std::vector<PolicyRule> out;
    for (const ObjectSelector &selector : *role.aggregation) {
        for (const RolePointer &other : clusterRoles) {
            if (other->ref == role.ref || !selector.matches(other->labels))
                continue;
            for (const PolicyRule &rule : other->rules) {
                if (std::ranges::find(out, rule) == out.end())
                    out.push_back(rule);
            }
        }
    }
    return out;
}

std::vector<RolePointer> settledAggregation(const std::vector<RolePointer> &roles)
{
    std::vector<RolePointer> all = sortedClusterRoles(roles);
    const std::vector<RolePointer> before = all;
    bool isChanged = true;
    for (std::size_t pass = 0; isChanged && pass <= all.size(); ++pass) {
        isChanged = false;
        for (RolePointer &role : all) {
            if (!role->aggregation)
                continue;
            std::vector<PolicyRule> rules = aggregatedRules(*role, all);
            if (rules == role->rules)
                continue;
            auto changed = std::make_shared<Role>(*role);
            changed->rules = std::move(rules);
            role = std::move(changed);
            isChanged = true;
        }
    }
    std::vector<RolePointer> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] != before[i] && all[i]->rules != before[i]->rules)
            out.push_back(all[i]);
    }
    return out;
}

std::vector<ObjectRef> contributors(const AccessEvaluator &evaluator, const Role &role, std::size_t rule)
{
    std::vector<ObjectRef> out;
    if (!role.aggregation)
        return out;
    for (const RolePointer &other : evaluator.roles()) {
        if (other->isClusterRole() && selects(role, *other) && std::ranges::find(other->rules, role.rules[rule]) != other->rules.end())
            out.push_back(other->ref);
    }
    std::ranges::sort(out);
    return out;
}

} // namespace rbac
