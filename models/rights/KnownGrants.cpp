#include "models/rights/KnownGrants.h"

#include "models/rbac/ChangeSet.h"

#include <algorithm>

namespace rights {

namespace {

/// A list that was read anew has the order that it had.
template<typename Object>
bool areSame(const std::vector<std::shared_ptr<const Object>> &before, const std::vector<std::shared_ptr<const Object>> &now)
{
    return std::ranges::equal(before, now, [](const auto &one, const auto &other) { return one == other || *one == *other; });
}

} // namespace

std::vector<rbac::ObjectRef> KnownGrants::affectedBy(const rbac::Inputs &now) const
{
    const bool isSame = areSame(m_last.roles, now.roles) && areSame(m_last.bindings, now.bindings);
    return isSame ? std::vector<rbac::ObjectRef>() : rbac::affectedSubjects(m_last, now);
}

void KnownGrants::set(const rbac::Inputs &now)
{
    m_isKnown = true;
    if (m_last.roles != now.roles)
        m_last.roles = now.roles;
    if (m_last.bindings != now.bindings)
        m_last.bindings = now.bindings;
}

} // namespace rights
