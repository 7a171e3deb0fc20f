#include "models/rbac/Identity.h"

#include <algorithm>

namespace rbac {

namespace {

std::string accountsOf(const std::string &namespaceName)
{
    std::string out(allAccountsGroup);
    out += ':';
    return out += namespaceName;
}

bool contains(const std::vector<std::string> &groups, std::string_view group)
{
    return std::ranges::find(groups, group) != groups.end();
}

} // namespace

Identity Identity::ofServiceAccount(const ServiceAccountRef &account)
{
    return authenticated(account.userName(), {});
}

Identity Identity::authenticated(std::string user, std::vector<std::string> groups)
{
    Identity out{std::move(user), std::move(groups), {}};
    const auto imply = [&out](std::string group) {
        if (!contains(out.groups, group))
            out.impliedGroups.push_back(std::move(group));
    };
    if (out.user == anonymousUser) {
        imply(std::string(unauthenticatedGroup));
        return out;
    }
    const auto account = out.groups.empty() ? ServiceAccountRef::fromUserName(out.user) : std::nullopt;
    if (account) {
        imply(std::string(allAccountsGroup));
        imply(accountsOf(account->namespaceName));
    }
    if (!contains(out.groups, unauthenticatedGroup))
        imply(std::string(authenticatedGroup));
    return out;
}

Identity Identity::ofSubject(const ObjectRef &subject)
{
    if (subject.kind == "ServiceAccount")
        return ofServiceAccount({subject.namespaceName, subject.name});
    if (subject.kind == "User")
        return authenticated(subject.name, {});
    Identity out{{}, {subject.name}, {}};
    const bool isAccounts = subject.name.starts_with(std::string(allAccountsGroup) + ':');
    if (isAccounts)
        out.impliedGroups.emplace_back(allAccountsGroup);
    if (subject.name != authenticatedGroup && subject.name != unauthenticatedGroup)
        out.impliedGroups.emplace_back(authenticatedGroup);
    return out;
}

bool Identity::isIn(std::string_view group) const
{
    return contains(groups, group) || contains(impliedGroups, group);
}

bool Identity::has(const ObjectRef &subject) const
{
    if (subject.kind == "Group")
        return isIn(subject.name);
    return user == (subject.kind == "ServiceAccount" ? ServiceAccountRef{subject.namespaceName, subject.name}.userName() : subject.name);
}

ObjectRef Identity::ref() const
{
    if (const auto account = ServiceAccountRef::fromUserName(user))
        return account->ref();
    if (user.empty() && !groups.empty())
        return {"Group", {}, groups.front()};
    return {"User", {}, user};
}

} // namespace rbac
