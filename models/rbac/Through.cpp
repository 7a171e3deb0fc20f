#include "models/rbac/Through.h"

#include "models/rbac/Aggregation.h"

#include <algorithm>

namespace rbac {

namespace {

using RolePointer = std::shared_ptr<const Role>;

bool isRole(const ObjectRef &ref) { return ref.kind == "Role" || ref.kind == "ClusterRole"; }
bool isBinding(const ObjectRef &ref) { return ref.kind == "RoleBinding" || ref.kind == "ClusterRoleBinding"; }

RolePointer findRole(const std::vector<RolePointer> &roles, const ObjectRef &ref)
{
    const auto found = std::ranges::find_if(roles, [&](const RolePointer &role) { return role->ref == ref; });
    return found == roles.end() ? nullptr : *found;
}

} // namespace

Through::Through(const std::vector<RolePointer> &roles, const std::vector<ObjectRef> &objects)
{
    if (!std::ranges::all_of(objects, [](const ObjectRef &ref) { return isRole(ref) || isBinding(ref); }))
        return;
    m_objects.insert(objects.begin(), objects.end());
    for (const ObjectRef &ref : m_objects)
        if (isRole(ref))
            addRole(roles, ref);
}

void Through::addRole(const std::vector<RolePointer> &roles, const ObjectRef &ref)
{
    const RolePointer part = findRole(roles, ref);
    if (!part)
        return;
    for (const ObjectRef &whole : wholesOf(roles, ref)) {
        m_wholes[whole].push_back(part);
        m_roles[whole] = findRole(roles, whole);
    }
}

bool Through::fits(const Binding &binding) const
{
    const auto target = binding.target();
    return isEmpty() || m_objects.contains(binding.ref) || (target && (m_objects.contains(*target) || m_wholes.contains(*target)));
}

bool Through::fits(const Right &right) const
{
    if (isEmpty() || m_objects.contains(right.binding) || m_objects.contains(right.role))
        return true;
    const auto whole = m_wholes.find(right.role);
    if (whole == m_wholes.end())
        return false;
    const PolicyRule &rule = m_roles.at(right.role)->rules[right.rule];
    return std::ranges::any_of(whole->second, [&](const RolePointer &part) { return std::ranges::find(part->rules, rule) != part->rules.end(); });
}

} // namespace rbac
