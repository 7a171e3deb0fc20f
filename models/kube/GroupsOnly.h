#pragma once

#include "models/kube/ConnectionSettings.h"

#include <string_view>

namespace kube {

/// The user that is named where only groups are meant: a server takes no groups without one, and usually nothing is bound to this name.
inline constexpr std::string_view groupsOnlyUser = "nobody";

inline bool isOfGroupsOnly(const Impersonation &who)
{
    return who.user == groupsOnlyUser && !who.groups.empty();
}

} // namespace kube
