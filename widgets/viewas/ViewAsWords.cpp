#include "widgets/viewas/ViewAsWords.h"

#include "models/kube/GroupsOnly.h"
#include "models/rbac/ViewAs.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace viewas {

namespace {

constexpr std::size_t MostRights = 4;

QString words(const char *text) { return QCoreApplication::translate("viewas", text); }
QString plain(const std::string &text) { return base::oneLine(std::string_view(text)); }

bool isAccount(const kube::Impersonation &who) { return rbac::ServiceAccountRef::fromUserName(who.user).has_value(); }

/// "impersonate serviceaccounts web in team-a"
QString rightText(const rbac::Request &right)
{
    std::string what = right.isUrl() ? right.url : right.resource;
    if (!right.apiGroup.empty())
        what += '.' + right.apiGroup;
    if (!right.subresource.empty())
        what += '/' + right.subresource;
    const QString text = plain(right.verb + ' ' + what + (right.name.empty() ? "" : ' ' + right.name));
    return right.namespaceName.empty() ? text : words(QT_TRANSLATE_NOOP("viewas", "%1 in namespace %2")).arg(text, plain(right.namespaceName));
}

QString rightsText(const kube::Impersonation &who)
{
    const auto rights = rbac::rightsToViewAs(who);
    QStringList texts;
    for (std::size_t i = 0; i < std::min(rights.size(), MostRights); ++i)
        texts << rightText(rights[i]);
    if (rights.size() > MostRights)
        texts << words(QT_TRANSLATE_NOOP("viewas", "and %1 more")).arg(rights.size() - MostRights);
    return texts.join(QStringLiteral(", "));
}

/// The verbs of Kubernetes since 1.35, which give less (S78).
QString boundedText(const kube::Impersonation &who)
{
    const QString mode = isAccount(who) && who.groups.empty() ? QStringLiteral("serviceaccount") : who.user.starts_with("system:node:") ? QStringLiteral("arbitrary-node") : QStringLiteral("user-info");
    return words(QT_TRANSLATE_NOOP("viewas", "Since Kubernetes 1.36 impersonate:%1, with impersonate-on:%1 and the verb for each kind, is enough.")).arg(mode);
}

QString missingText(const kube::Impersonation &who, const rbac::ImpersonationRefusal &refusal)
{
    using Missing = rbac::ImpersonationRefusal::Missing;
    const QString all = rightsText(who), missing = rightText(refusal.right);
    switch (refusal.missing) {
    case Missing::Whole: return words(QT_TRANSLATE_NOOP("viewas", "You would need: %1.")).arg(all) + u' ' + boundedText(who);
    case Missing::Identity:
        return words(QT_TRANSLATE_NOOP("viewas", "What was asked you may do in its name, but you may not act as it: %1 is missing. To do whatever it may do you would need: %2.")).arg(missing, all);
    case Missing::OneRequest:
        return words(QT_TRANSLATE_NOOP("viewas", "The server decides about each request in its name, and refuses this one: %1 is missing. Others may be allowed. To do whatever it may do you would need: %2.")).arg(missing, all);
    }
    return {};
}

} // namespace

QString whoText(const kube::Impersonation &who)
{
    if (isOfGroupsOnly(who))
        return words(QT_TRANSLATE_NOOP("viewas", "Groups cannot be sent alone: the user is called %1, and what is bound to a user of that name is seen as well.")).arg(plain(who.user));
    if (isAccount(who) && !who.groups.empty())
        return words(QT_TRANSLATE_NOOP("viewas", "With groups of your choice the server leaves out those that every ServiceAccount is in."));
    return {};
}

QString refusedText(const kube::Impersonation &who, const base::Error &refusal)
{
    const QString said = words(QT_TRANSLATE_NOOP("viewas", "The server says: %1")).arg(plain(refusal.message)) + u'\n';
    return said + missingText(who, rbac::readImpersonationRefusal(refusal).value_or(rbac::ImpersonationRefusal()));
}

} // namespace viewas
