#pragma once

#include "models/rbac/Explain.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace rbac {

/// What comes through some roles and bindings, and through nothing else: of a part of an aggregated ClusterRole, what it brings into that.
class Through
{
public:
    /// Everything comes through nothing in particular.
    Through() = default;
    /// So does it through objects of which one is neither a role nor a binding.
    Through(const std::vector<std::shared_ptr<const Role>> &roles, const std::vector<ObjectRef> &objects);

    bool isEmpty() const { return m_objects.empty(); }
    const std::set<ObjectRef> &objects() const { return m_objects; }
    bool isObject(const ObjectRef &ref) const { return m_objects.contains(ref); }
    /// Whether something comes through that binding.
    bool fits(const Binding &binding) const;
    bool fits(const Right &right) const;

private:
    void addRole(const std::vector<std::shared_ptr<const Role>> &roles, const ObjectRef &ref);

    std::set<ObjectRef> m_objects;
    std::map<ObjectRef, std::vector<std::shared_ptr<const Role>>> m_wholes;    ///< roles that take in some of the objects, and those objects
    std::map<ObjectRef, std::shared_ptr<const Role>> m_roles;                  ///< the wholes themselves
};

} // namespace rbac
