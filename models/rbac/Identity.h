#pragma once

#include "models/rbac/Objects.h"

#include <string>
#include <string_view>
#include <vector>

namespace rbac {

inline constexpr std::string_view mastersGroup = "system:masters";
inline constexpr std::string_view authenticatedGroup = "system:authenticated";
inline constexpr std::string_view unauthenticatedGroup = "system:unauthenticated";
inline constexpr std::string_view anonymousUser = "system:anonymous";
inline constexpr std::string_view allAccountsGroup = "system:serviceaccounts";

/// Who asks: a user name and groups; those that authentication adds are kept apart, because nobody wrote them down.
struct Identity
{
    std::string user;
    std::vector<std::string> groups;
    std::vector<std::string> impliedGroups;

    /// With its three implied groups (S19, S20).
    static Identity ofServiceAccount(const ServiceAccountRef &account);
    /// With the groups the server would add to this name and these groups (S20 to S22). An account has its own two only where no groups are
    /// given: with others it can only be impersonated (S77).
    static Identity authenticated(std::string user, std::vector<std::string> groups);
    /// A subject as asked about: a user or an account with the implied groups, a group as somebody who is in it and in what comes with it.
    static Identity ofSubject(const ObjectRef &subject);

    bool isIn(std::string_view group) const;
    /// Whether it has what is granted to a subject.
    bool has(const ObjectRef &subject) const;
    bool isNode() const { return user.starts_with("system:node:"); }
    /// "User/name", "ServiceAccount/namespace/name"; of a mere group "Group/name".
    ObjectRef ref() const;
    bool operator==(const Identity &) const = default;
};

} // namespace rbac
