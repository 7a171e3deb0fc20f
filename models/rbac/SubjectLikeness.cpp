#include "models/rbac/SubjectLikeness.h"

#include <algorithm>

namespace rbac {

namespace {

constexpr std::string_view accountPrefix = "system:serviceaccount:";

std::string quoted(const std::string &text)
{
    return '"' + text + '"';
}

bool sameButCapitals(std::string_view left, std::string_view right)
{
    const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(left, right, {}, low, low);
}

std::optional<std::string> likeAccount(const Subject &subject, const Binding &binding, const ServiceAccountRef &account)
{
    const std::string namespaceName = subjectRef(subject, binding).namespaceName;
    const std::string meant = account.namespaceName + '/' + account.name;
    if (subject.name == account.name && namespaceName.empty())
        return "it names ServiceAccount " + subject.name + " without a namespace, which in a ClusterRoleBinding means nobody";
    if (subject.name == account.name && subject.namespaceName.empty())
        return "its ServiceAccount " + subject.name + " has no namespace and so means " + namespaceName + '/' + subject.name + ", not " + meant;
    if (subject.name == account.name)
        return "it names ServiceAccount " + namespaceName + '/' + subject.name + ", not " + meant;
    if (namespaceName == account.namespaceName && isSlip(subject.name, account.name))
        return "it names ServiceAccount " + namespaceName + '/' + subject.name + ", nearly " + meant;
    return std::nullopt;
}

std::optional<std::string> likeUser(const Subject &subject, const Identity &identity, const std::optional<ServiceAccountRef> &account)
{
    if (account && (subject.name == account->name || subject.name == account->namespaceName + ':' + account->name || subject.name == account->namespaceName + '/' + account->name))
        return "it names a User " + quoted(subject.name) + " where ServiceAccount " + account->namespaceName + '/' + account->name + " is meant";
    if (isSlip(subject.name, identity.user))
        return "it names User " + quoted(subject.name) + ", nearly " + quoted(identity.user);
    if (identity.isIn(subject.name))
        return quoted(subject.name) + " is a group, but is named as a User";
    return std::nullopt;
}

std::optional<std::string> likeGroup(const Subject &subject, const Identity &identity)
{
    const auto slips = [&](const std::string &group) { return isSlip(subject.name, group); };
    const auto named = [&](const std::string &group) { return "it names Group " + quoted(subject.name) + ", nearly " + quoted(group); };
    if (subject.name == identity.user)
        return quoted(subject.name) + " is a user, but is named as a Group";
    const bool isSingular = subject.name.starts_with(accountPrefix) && identity.isIn("system:serviceaccounts:" + subject.name.substr(accountPrefix.size()));
    if (isSingular)
        return "no group is called " + quoted(subject.name) + ": that of a namespace's accounts begins with system:serviceaccounts";
    for (const auto *groups : {&identity.groups, &identity.impliedGroups}) {
        if (const auto found = std::ranges::find_if(*groups, slips); found != groups->end())
            return named(*found);
    }
    return std::nullopt;
}

} // namespace

bool isSlip(std::string_view left, std::string_view right)
{
    if (left.size() > right.size())
        std::swap(left, right);
    if (left.size() < 3 || right.size() - left.size() > 1)
        return false;
    if (sameButCapitals(left, right))
        return true;
    const auto [leftRest, rightRest] = std::ranges::mismatch(left, right);
    const std::string_view a(leftRest, left.end());
    const std::string_view b(rightRest, right.end());
    if (a.size() < b.size())
        return a == b.substr(1);
    const bool isSwapped = a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
    return isSwapped || a.substr(1) == b.substr(1);
}

std::optional<std::string> likenessOf(const Subject &subject, const Binding &binding, const Identity &identity)
{
    const auto account = ServiceAccountRef::fromUserName(identity.user);
    if (subject.kind == "ServiceAccount")
        return account ? likeAccount(subject, binding, *account) : std::nullopt;
    if (subject.kind == "User")
        return likeUser(subject, identity, account);
    if (subject.kind == "Group")
        return likeGroup(subject, identity);
    const bool isMeant = subject.name == identity.user || identity.isIn(subject.name) || (account && subject.name == account->name);
    return isMeant ? std::optional("its subject has the unknown kind " + quoted(subject.kind)) : std::nullopt;
}

} // namespace rbac
