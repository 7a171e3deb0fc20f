#include "widgets/catalog/EntryWords.h"

#include "models/http/Url.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace catalog {

namespace {

using base::Meaning;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(catalog::EntryWords)
};

struct KindWords
{
    base::ErrorKind kind;
    const char *words;
};

/// What only a check of an entry may come to.
constexpr KindWords kindWords[] = {
    {base::ErrorKind::NotFound, QT_TRANSLATE_NOOP("catalog::EntryWords", "file not found")},
    {base::ErrorKind::Io, QT_TRANSLATE_NOOP("catalog::EntryWords", "file not readable")},
    {base::ErrorKind::Misuse, QT_TRANSLATE_NOOP("catalog::EntryWords", "no such address")},
};

QString messageOf(const std::optional<base::Error> &error)
{
    return error ? base::errorText(*error) : QString();
}

EntryState stateOfError(const kube::CatalogEntry &entry)
{
    const kube::KubeConfigError &error = *entry.error();
    const bool isFile = entry.context.context.empty();
    if (error.line > 0)
        return {Meaning::Error, (isFile ? Words::tr("file error, line %1") : Words::tr("config error, line %1")).arg(error.line), errorOf(error)};
    return {Meaning::Error, isFile ? Words::tr("file error") : Words::tr("config error"), errorOf(error)};
}

EntryState stateOfHealth(const cluster::Health &health)
{
    const base::HealthText text = base::describe(health);
    const bool isLive = health.state == cluster::Health::State::Live;
    return {text.meaning, isLive ? Words::tr("connected") : text.word, text.tip()};
}

EntryState stateOfReach(const kube::CatalogEntry &entry, const cluster::Reach &reach)
{
    using Reached = cluster::Reach::State;
    const QString detail = messageOf(reach.error);
    switch (reach.state) {
    case Reached::Checking: return {Meaning::Progress, Words::tr("checking"), {}};
    case Reached::Reachable: return {Meaning::Ok, Words::tr("reachable %1").arg(base::oneLine(reach.version)), {}};
    case Reached::WantsCredentials:
        return {Meaning::Ok, Words::tr("answers, wants credentials"), Words::tr("The server tells its version only to those it knows. Connect to go on.")};
    case Reached::Odd:
        return {Meaning::Warning, reach.error && reach.error->code > 200 ? Words::tr("answers with status %1").arg(reach.error->code) : Words::tr("answers unlike an API server"), detail};
    case Reached::Unreachable: return {Meaning::Error, Words::tr("unreachable: %1").arg(shortReason(*reach.error)), detail};
    case Reached::NotAsked: break;
    }
    if (!cluster::ServerAddress::of(*entry.context.connection).mayBeAsked())
        return {Meaning::Unknown, Words::tr("not asked"), Words::tr("The proxy wants a password, which is used only once you connect.")};
    return {Meaning::Unknown, Words::tr("not asked"), {}};
}

} // namespace

EntryState stateOf(const kube::CatalogEntry &entry, const cluster::ConnectedCluster *connected, const cluster::Reach &reach)
{
    if (connected)
        return stateOfHealth(connected->health());
    if (entry.error())
        return stateOfError(entry);
    if (!entry.context.connection)
        return {Meaning::Error, Words::tr("config error"), {}};
    return stateOfReach(entry, reach);
}

QString shortReason(const base::Error &error)
{
    for (const KindWords &entry : kindWords) {
        if (entry.kind == error.kind)
            return Words::tr(entry.words);
    }
    const QString gist = base::gistOf(error);
    return gist.isEmpty() ? base::oneLine(error.message) : gist;
}

QString nameOf(const kube::CatalogEntry &entry)
{
    if (!entry.context.context.empty())
        return base::oneLine(entry.context.context);
    return base::oneLine(QFileInfo(QString::fromStdString(entry.file)).fileName());
}

QString shortPath(const std::string &path)
{
    const QString home = QDir::homePath();
    const QString whole = base::oneLine(path);
    return home.size() > 1 && whole.startsWith(home + u'/') ? u'~' + whole.mid(home.size()) : whole;
}

QString fileOf(const kube::CatalogEntry &entry)
{
    return entry.isPasted ? Words::tr("%1 (pasted)").arg(base::oneLine(entry.file)) : shortPath(entry.file);
}

QString serverOf(const kube::CatalogEntry &entry)
{
    const std::string &server = entry.context.connection ? entry.context.connection->server : entry.context.clusterEntry.server;
    return base::oneLine(http::redactUserInfo(server));
}

QString credentialKindOf(const kube::ContextSelection &context)
{
    const std::string words = context.credential();
    return words == "none" ? Words::tr("none", "no credentials") : QString::fromStdString(words);
}

QString credentialOf(const kube::CatalogEntry &entry)
{
    if (entry.context.userEntry.name.empty())
        return {};
    const QString words = credentialKindOf(entry.context);
    if (!entry.context.userEntry.exec)
        return words;
    const QString program = QFileInfo(QString::fromStdString(entry.context.userEntry.exec->command)).fileName();
    return Words::tr("%1 (%2)", "credential kind, program").arg(words, base::oneLine(program));
}

QString errorOf(const kube::KubeConfigError &error)
{
    const QString message = base::manyLines(error.message);
    const bool namesLine = message.contains(QStringLiteral("line %1").arg(error.line));
    return error.line > 0 && !namesLine ? Words::tr("line %1: %2").arg(QString::number(error.line), message) : message;
}

QString shortErrorOf(const kube::KubeConfigError &error, const std::string &file)
{
    const std::string path = "error loading config file \"" + file + "\": ";
    return base::oneLine(error.message.starts_with(path) ? error.message.substr(path.size()) : error.message);
}

bool isUnverified(const kube::CatalogEntry &entry)
{
    return entry.context.clusterEntry.insecure && entry.context.tls();
}

} // namespace catalog
