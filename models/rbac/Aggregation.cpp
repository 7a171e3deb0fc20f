#include "models/rbac/Aggregation.h"

#include "models/rbac/SubjectLikeness.h"

#include <algorithm>
#include <set>

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

/// The rules the controller would write into the role: of each selector in order the matching ClusterRoles by name, without
/// itself, equal rules once. The ClusterRoles are sorted by name.
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

bool allows(const Role &role, const Probe &probe)
{
    return std::ranges::any_of(role.rules, [&](const PolicyRule &rule) { return ruleAllows(rule, probe); });
}

/// The roles that the role selects, directly or through others that it selects.
std::vector<RolePointer> selectedBy(const Role &role, const std::vector<RolePointer> &clusterRoles)
{
    std::vector<RolePointer> out;
    std::set<ObjectRef> known = {role.ref};
    const auto addSelected = [&](const Role &from) {
        std::ranges::copy_if(clusterRoles, std::back_inserter(out), [&](const RolePointer &other) { return aggregates(from, *other) && known.insert(other->ref).second; });
    };
    addSelected(role);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const RolePointer selected = out[i];
        if (selected->aggregation)
            addSelected(*selected);
    }
    return out;
}

/// The label that is nearly one of those that the role selects by.
std::optional<LabelSlip> slipOf(const Role &role, const Role &part)
{
    for (const ObjectSelector &selector : *role.aggregation) {
        for (const auto &[key, value] : selector.matchLabels) {
            for (const auto &[ownKey, ownValue] : part.labels) {
                const bool isSlipped = ownKey == key ? ownValue != value : isSlip(ownKey, key);
                if (isSlipped)
                    return LabelSlip{ownKey + '=' + ownValue, key + '=' + value};
            }
        }
    }
    return std::nullopt;
}

} // namespace

bool aggregates(const Role &role, const Role &other)
{
    const auto isSelected = [&](const ObjectSelector &selector) { return selector.matches(other.labels); };
    return role.aggregation && other.isClusterRole() && other.ref != role.ref && std::ranges::any_of(*role.aggregation, isSelected);
}

std::optional<GrantingPart> grantingPart(const AccessEvaluator &evaluator, const Role &role, const Probe &probe)
{
    if (!role.aggregation)
        return std::nullopt;
    const std::vector<RolePointer> all = sortedClusterRoles(evaluator.roles());
    const auto isGranting = [&](const RolePointer &other) { return allows(*other, probe); };
    const std::vector<RolePointer> selected = selectedBy(role, all);
    if (const auto found = std::ranges::find_if(selected, isGranting); found != selected.end())
        return GrantingPart{(*found)->ref, {}};
    for (const RolePointer &other : all) {
        if (other->ref == role.ref || !isGranting(other))
            continue;
        if (auto slip = slipOf(role, *other))
            return GrantingPart{other->ref, std::move(slip)};
    }
    return std::nullopt;
}

std::vector<ObjectRef> wholesOf(const std::vector<RolePointer> &roles, const ObjectRef &part)
{
    std::vector<RolePointer> taken;
    std::ranges::copy_if(roles, std::back_inserter(taken), [&](const RolePointer &role) { return role->ref == part; });
    std::set<ObjectRef> known = {part};
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const RolePointer other = taken[i];
        std::ranges::copy_if(roles, std::back_inserter(taken), [&](const RolePointer &role) { return aggregates(*role, *other) && known.insert(role->ref).second; });
    }
    known.erase(part);
    return {known.begin(), known.end()};
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

std::vector<NearPart> nearParts(const std::vector<RolePointer> &roles, const Role &role)
{
    std::vector<NearPart> out;
    if (!role.aggregation)
        return out;
    for (const RolePointer &other : sortedClusterRoles(roles)) {
        if (other->ref == role.ref || aggregates(role, *other))
            continue;
        if (auto slip = slipOf(role, *other); slip && isSlip(slip->own, slip->meant))
            out.push_back({other->ref, std::move(*slip)});
    }
    return out;
}

std::vector<ObjectRef> contributors(const AccessEvaluator &evaluator, const Role &role, std::size_t rule)
{
    std::vector<ObjectRef> out;
    if (!role.aggregation)
        return out;
    for (const RolePointer &other : evaluator.roles()) {
        if (aggregates(role, *other) && std::ranges::find(other->rules, role.rules[rule]) != other->rules.end())
            out.push_back(other->ref);
    }
    std::ranges::sort(out);
    return out;
}

} // namespace rbac
