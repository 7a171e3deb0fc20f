#pragma once

#include "models/rbac/Question.h"

#include <array>
#include <optional>
#include <vector>

namespace rbac {

/// Somebody who may do it, once, with all ways in which it comes.
struct HolderEntry
{
    /// In the order in which people look for them.
    enum class Kind { ServiceAccount, User, Group, ImpliedGroup };

    ObjectRef subject;
    Kind kind = Kind::ServiceAccount;
    bool needsNoBinding = false;        ///< the server allows it everything, whatever bindings say
    bool isClusterWide = false;         ///< in some way
    std::vector<Grant> ways;            ///< one for each binding and role
    std::vector<ObjectRef> pods;        ///< alive, running as this ServiceAccount
};

inline constexpr std::size_t HolderKindCount = 4;

/// By kind, then by name.
std::vector<HolderEntry> entriesOf(const Holders &holders);
/// How many there are of each kind, in their order.
std::array<std::size_t, HolderKindCount> countsOf(const std::vector<HolderEntry> &entries);

} // namespace rbac
