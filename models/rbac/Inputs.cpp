#include "models/rbac/Inputs.h"

#include <algorithm>

namespace rbac {

bool Inputs::isUnreadable(std::string_view resource, std::string_view namespaceName) const
{
    return std::ranges::any_of(unreadable, [&](const Unreadable &part) {
        if (part.resource != resource)
            return false;
        if (part.namespaceName.empty())
            return std::ranges::find(part.except, namespaceName) == part.except.end();
        return part.namespaceName == namespaceName;
    });
}

} // namespace rbac
