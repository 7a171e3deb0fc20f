#include "models/rbac/SubjectLikeness.h"

#include "models/rbac/Marked.h"

#include <algorithm>

namespace rbac {

namespace {

constexpr std::string_view accountPrefix = "system:serviceaccount:";

bool sameButCapitals(std::string_view left, std::string_view right)
{
    const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(left, right, {}, low, low);
}

std::optional<Sentence> likeAccount(const Subject &subject, const Binding &binding, const ServiceAccountRef &account)
{
    const std::string namespaceName = subjectRef(subject, binding).namespaceName;
    const std::string meant = account.namespaceName + '/' + account.name;
    const auto named = [&] { return namespaceName + '/' + subject.name; };
    if (subject.name == account.name && namespaceName.empty())
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it names ServiceAccount %1 without a namespace, which in a ClusterRoleBinding means nobody"), {subject.name});
    if (subject.name == account.name && subject.namespaceName.empty())
        return Sentence(QT_TRANSLATE_NOOP("rbac", "its ServiceAccount %1 has no namespace and so means %2, not %3"), {subject.name, named(), meant});
    if (subject.name == account.name)
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it names ServiceAccount %1, not %2"), {named(), meant});
    if (namespaceName == account.namespaceName && isSlip(subject.name, account.name))
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it names ServiceAccount %1, nearly %2"), {named(), meant});
    return std::nullopt;
}

std::optional<Sentence> likeUser(const Subject &subject, const Identity &identity, const std::optional<ServiceAccountRef> &account)
{
    if (account && (subject.name == account->name || subject.name == account->namespaceName + ':' + account->name || subject.name == account->namespaceName + '/' + account->name))
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it names a User \"%1\" where ServiceAccount %2 is meant"), {subject.name, account->namespaceName + '/' + account->name});
    if (isSlip(subject.name, identity.user))
        return Sentence(QT_TRANSLATE_NOOP("rbac", "it names User \"%1\", nearly \"%2\""), {subject.name, identity.user});
    if (identity.isIn(subject.name))
        return Sentence(QT_TRANSLATE_NOOP("rbac", "\"%1\" is a group, but is named as a User"), {subject.name});
    return std::nullopt;
}

std::optional<Sentence> likeGroup(const Subject &subject, const Identity &identity)
{
    const auto slips = [&](const std::string &group) { return isSlip(subject.name, group); };
    const auto named = [&](const std::string &group) { return Sentence(QT_TRANSLATE_NOOP("rbac", "it names Group \"%1\", nearly \"%2\""), {subject.name, group}); };
    if (subject.name == identity.user)
        return Sentence(QT_TRANSLATE_NOOP("rbac", "\"%1\" is a user, but is named as a Group"), {subject.name});
    const bool isSingular = subject.name.starts_with(accountPrefix) && identity.isIn("system:serviceaccounts:" + subject.name.substr(accountPrefix.size()));
    if (isSingular)
        return Sentence(QT_TRANSLATE_NOOP("rbac", "no group is called \"%1\": that of a namespace's accounts begins with system:serviceaccounts"), {subject.name});
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

std::optional<Sentence> likenessOf(const Subject &subject, const Binding &binding, const Identity &identity)
{
    const auto account = ServiceAccountRef::fromUserName(identity.user);
    if (subject.kind == "ServiceAccount")
        return account ? likeAccount(subject, binding, *account) : std::nullopt;
    if (subject.kind == "User")
        return likeUser(subject, identity, account);
    if (subject.kind == "Group")
        return likeGroup(subject, identity);
    const bool isMeant = subject.name == identity.user || identity.isIn(subject.name) || (account && subject.name == account->name);
    return isMeant ? std::optional(Sentence(QT_TRANSLATE_NOOP("rbac", "its subject has the unknown kind \"%1\""), {subject.kind})) : std::nullopt;
}

} // namespace rbac
