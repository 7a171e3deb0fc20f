#pragma once

#include "models/rbac/Identity.h"
#include "models/rbac/Inputs.h"

#include <vector>

namespace rights {

/// Roles and bindings as they were known last, to tell whom a change of them concerns. Pods, accounts and namespaces grant nothing.
class KnownGrants
{
public:
    /// Whose rights may be others now, each once; objects that were read once more and say the same concern nobody.
    std::vector<rbac::ObjectRef> affectedBy(const rbac::Inputs &now) const;
    void set(const rbac::Inputs &now);
    /// Before, whatever is granted may be new.
    bool isKnown() const { return m_isKnown; }

private:
    rbac::Inputs m_last;            ///< roles and bindings alone
    bool m_isKnown = false;
};

} // namespace rights
