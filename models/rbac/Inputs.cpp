#include "models/rbac/Inputs.h"

#include <algorithm>

namespace rbac {

bool Unreadable::covers(std::string_view collection, std::string_view place) const
{
    if (resource != collection)
        return false;
    if (namespaceName.empty())
        return std::ranges::find(except, place) == except.end();
    return namespaceName == place;
}

bool Inputs::isUnreadable(std::string_view resource, std::string_view namespaceName) const
{
    return std::ranges::any_of(unreadable, [&](const Unreadable &part) { return part.covers(resource, namespaceName); });
}

} // namespace rbac
