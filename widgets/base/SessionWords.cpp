#include "widgets/base/SessionWords.h"

#include "models/cluster/Clusters.h"
#include "models/kube/GroupsOnly.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"

#include <QCoreApplication>
#include <QStringList>

namespace base {

namespace {

const QLatin1String accountPrefix("system:serviceaccount:");

QString words(const char *text) { return QCoreApplication::translate("base", text); }

QString joined(const std::vector<std::string> &texts)
{
    QStringList all;
    for (const std::string &each : texts)
        all << QString::fromStdString(each);
    return all.join(QStringLiteral(", "));
}

/// Whom the requests of this session name; nobody where they go out as the kubeconfig says.
kube::Impersonation named(const cluster::ConnectedCluster &cluster)
{
    return cluster.isComputed() ? kube::Impersonation() : cluster.viewedAs();
}

} // namespace

QString viewedName(const kube::Impersonation &who)
{
    const QString user = QString::fromStdString(who.user);
    if (isOfGroupsOnly(who))
        return oneLine((who.groups.size() == 1 ? words(QT_TRANSLATE_NOOP("base", "group %1")) : words(QT_TRANSLATE_NOOP("base", "groups %1"))).arg(joined(who.groups)));
    const QStringList account = user.startsWith(accountPrefix) ? user.mid(accountPrefix.size()).split(u':') : QStringList();
    const QString name = account.size() == 2 ? QStringLiteral("ServiceAccount %1/%2").arg(account[0], account[1]) : words(QT_TRANSLATE_NOOP("base", "user %1")).arg(user);
    return oneLine(who.groups.empty() ? name : words(QT_TRANSLATE_NOOP("base", "%1 in %2")).arg(name, joined(who.groups)));
}

QString sessionName(const cluster::Clusters &clusters, const cluster::ConnectedCluster &cluster)
{
    const QString name = oneLine(clusters.shownName(cluster::EntryId::of(cluster.entry())));
    return cluster.viewedAs().isEmpty() ? name : words(QT_TRANSLATE_NOOP("base", "%1 viewed as %2")).arg(name, viewedName(cluster.viewedAs()));
}

QString kubectlFor(const cluster::ConnectedCluster &cluster)
{
    const kube::Impersonation who = named(cluster);
    QString command = kubectlFor(QString::fromStdString(cluster.entry().context.context));
    if (!who.user.empty())
        command += QStringLiteral(" --as=") + shellWord(QString::fromStdString(who.user));
    for (const std::string &group : who.groups)
        command += QStringLiteral(" --as-group=") + shellWord(QString::fromStdString(group));
    return command;
}

QString apiCallFor(const cluster::ConnectedCluster &cluster, const QString &call)
{
    const kube::Impersonation who = named(cluster);
    if (call.isEmpty() || who.isEmpty())
        return call;
    QString headers = QStringLiteral("  Impersonate-User: ") + oneLine(std::string_view(who.user));
    for (const std::string &group : who.groups)
        headers += QStringLiteral("  Impersonate-Group: ") + oneLine(std::string_view(group));
    QStringList lines = call.split(u'\n');
    for (QString &line : lines)
        line += headers;
    return lines.join(u'\n');
}

} // namespace base
