#include "widgets/rbac/HolderWords.h"

#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>

namespace rbac {

using base::Meaning;

namespace {

constexpr std::array<const char *, HolderKindCount> kindCounts{QT_TRANSLATE_NOOP("rbac", "ServiceAccounts: %1"), QT_TRANSLATE_NOOP("rbac", "users: %1"), QT_TRANSLATE_NOOP("rbac", "groups: %1"),
                                                              QT_TRANSLATE_NOOP("rbac", "groups that the server adds: %1")};

struct Meant
{
    std::string_view group;
    const char *words;
};
constexpr std::array<Meant, 4> meantGroups{{{mastersGroup, QT_TRANSLATE_NOOP("rbac", "everybody whose certificate or login names this group")},
                                            {authenticatedGroup, QT_TRANSLATE_NOOP("rbac", "everybody logged in, all ServiceAccounts included")},
                                            {unauthenticatedGroup, QT_TRANSLATE_NOOP("rbac", "everybody who does not log in")},
                                            {allAccountsGroup, QT_TRANSLATE_NOOP("rbac", "all ServiceAccounts of all namespaces")}}};
constexpr std::string_view accountsOfNamespace = "system:serviceaccounts:";

QString said(const char *english) { return QCoreApplication::translate("rbac", english); }
QString number(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

QString meaningOfGroup(const std::string &name)
{
    for (const Meant &meant : meantGroups)
        if (meant.group == name)
            return said(meant.words);
    if (name.starts_with(accountsOfNamespace))
        return said(QT_TRANSLATE_NOOP("rbac", "all ServiceAccounts of namespace %1")).arg(base::oneLine(std::string_view(name).substr(accountsOfNamespace.size())));
    return said(QT_TRANSLATE_NOOP("rbac", "everybody in it"));
}

} // namespace

VerdictWords verdictOf(const Holders &holders, const std::vector<HolderEntry> &entries)
{
    const Meaning meaning = !entries.empty() ? Meaning::Ok : holders.isComplete ? Meaning::Error : Meaning::Unknown;
    QString text = said(holders.isComplete ? QT_TRANSLATE_NOOP("rbac", "Nobody may.") : QT_TRANSLATE_NOOP("rbac", "Nobody who is known may, but not everything may be read."));
    if (!entries.empty())
        text = said(QT_TRANSLATE_NOOP("rbac", "Who may: %1")).arg(number(entries.size()));
    const auto counts = countsOf(entries);
    for (std::size_t kind = 0; kind < counts.size(); ++kind)
        if (counts[kind] > 0)
            text += QStringLiteral(" · ") + said(kindCounts[kind]).arg(number(counts[kind]));
    return {meaning, base::Theme::sign(meaning) + u' ' + text};
}

QString leadOf(const Holders &holders)
{
    QString asked = said(QT_TRANSLATE_NOOP("rbac", "Asked: who may %1?")).arg(requestText(holders.request));
    for (const Sentence &hint : holders.hints)
        asked += QStringLiteral(" · ") + textOf(hint);
    return holders.isComplete ? asked : asked + u' ' + said(QT_TRANSLATE_NOOP("rbac", "Others may be among what may not be read."));
}

QString meaningOf(const HolderEntry &entry)
{
    if (entry.subject.kind == "Group")
        return meaningOfGroup(entry.subject.name);
    if (!entry.pods.empty())
        return said(QT_TRANSLATE_NOOP("rbac", "pods that run as it: %1")).arg(number(entry.pods.size()));
    return entry.subject.kind == "ServiceAccount" ? said(QT_TRANSLATE_NOOP("rbac", "no pod runs as it")) : said(QT_TRANSLATE_NOOP("rbac", "whoever logs in by this name"));
}

QStringList waysOf(const HolderEntry &entry)
{
    QStringList ways;
    if (entry.needsNoBinding)
        ways << said(QT_TRANSLATE_NOOP("rbac", "the server allows it everything, without any binding"));
    for (const Grant &grant : entry.ways)
        ways << said(QT_TRANSLATE_NOOP("rbac", "through %1 and %2")).arg(nameOf(grant.binding->ref), nameOf(grant.role->ref));
    return ways;
}

QString explanationOf(const Holders &holders, const std::vector<HolderEntry> &entries)
{
    QStringList lines{leadOf(holders)};
    for (const HolderEntry &entry : entries)
        lines << QStringLiteral("%1: %2 · %3").arg(nameOf(entry.subject), waysOf(entry).join(QStringLiteral("; ")), meaningOf(entry));
    return lines.join(u'\n');
}

} // namespace rbac
