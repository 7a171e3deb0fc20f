#include "models/rbac/Inputs.h"

#include <algorithm>

namespace rbac {

bool Inputs::isUnreadable(std::string_view resource, std::string_view namespaceName) const
{
    return std::ranges::any_of(unreadable, [&](const Unreadable &part) {
        return part.resource == resource && (part.namespaceName.empty() || part.namespaceName == namespaceName);
    });
}

} // namespace rbac
