#include "widgets/rbac/AccessWords.h"

#include "models/rbac/RightsTable.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace rbac {

namespace {

constexpr qsizetype mostRows = 6;
constexpr std::size_t mostGroups = 4;
constexpr std::array<const char *, 7> headings{QT_TRANSLATE_NOOP("rbac", "Pods, workloads"), QT_TRANSLATE_NOOP("rbac", "Identity"), QT_TRANSLATE_NOOP("rbac", "Groups"),
                                               QT_TRANSLATE_NOOP("rbac", "Bindings"), QT_TRANSLATE_NOOP("rbac", "Roles"), QT_TRANSLATE_NOOP("rbac", "Namespaces"),
                                               QT_TRANSLATE_NOOP("rbac", "May do")};

/// In the order of GraphChange, from the second.
constexpr std::array<const char *, 3> changeWords{QT_TRANSLATE_NOOP("rbac", "+ gained"), QT_TRANSLATE_NOOP("rbac", "− lost"), QT_TRANSLATE_NOOP("rbac", "~ changed")};

struct Opened
{
    std::string_view kind;
    const char *place;
};
constexpr std::array<Opened, 7> openedKinds{{{"Pod", "pods"}, {"ServiceAccount", "serviceaccounts"}, {"Namespace", "namespaces"}, {"Role", "roles.rbac.authorization.k8s.io"},
                                             {"ClusterRole", "clusterroles.rbac.authorization.k8s.io"}, {"RoleBinding", "rolebindings.rbac.authorization.k8s.io"},
                                             {"ClusterRoleBinding", "clusterrolebindings.rbac.authorization.k8s.io"}}};

QString said(const char *english) { return QCoreApplication::translate("rbac", english); }
std::string word(const char *english) { return said(english).toStdString(); }
QString plain(const std::string &text) { return base::oneLine(std::string_view(text)); }

/// Whether it comes later, its rank, and its name.
using ToldRow = std::tuple<bool, std::size_t, std::string>;
using ToldVerb = std::pair<std::size_t, std::string>;

/// Rows with the same verbs.
struct Together
{
    bool isLate = false;
    QString verbs;
    QStringList rows;
};

std::vector<Together> togetherOf(const std::map<ToldRow, std::set<ToldVerb>> &rows)
{
    std::vector<Together> groups;
    for (const auto &[row, verbs] : rows) {
        QStringList words;
        for (const ToldVerb &verb : verbs)
            words << plain(verb.second);
        Together wanted{std::get<bool>(row), words.join(QStringLiteral(", ")), {}};
        auto group = std::ranges::find_if(groups, [&](const Together &each) { return each.isLate == wanted.isLate && each.verbs == wanted.verbs; });
        if (group == groups.end())
            group = groups.insert(group, std::move(wanted));
        group->rows << plain(std::get<std::string>(row));
    }
    return groups;
}

} // namespace

QString textOf(const Sentence &sentence)
{
    return plain(filled(sentence, word));
}

DrawingWords drawingWords()
{
    DrawingWords words;
    std::ranges::transform(headings, words.headings.begin(), word);
    words.allNamespaces = word(QT_TRANSLATE_NOOP("rbac", "all namespaces"));
    words.everybody = word(QT_TRANSLATE_NOOP("rbac", "everybody logged in"));
    words.allAccounts = word(QT_TRANSLATE_NOOP("rbac", "all accounts"));
    words.accountsOf = word(QT_TRANSLATE_NOOP("rbac", "accounts of %1"));
    words.title = word(QT_TRANSLATE_NOOP("rbac", "What is allowed, and why"));
    words.everywhere = word(QT_TRANSLATE_NOOP("rbac", "in the whole cluster"));
    words.onlyIn = word(QT_TRANSLATE_NOOP("rbac", "in %1 only"));
    words.aggregated = word(QT_TRANSLATE_NOOP("rbac", "aggregated"));
    words.missing = base::Theme::sign(base::Meaning::Error).toStdString() + ' ' + word(QT_TRANSLATE_NOOP("rbac", "missing"));
    words.alsoIn = word(QT_TRANSLATE_NOOP("rbac", "more in %1"));
    words.alsoInSeveral = word(QT_TRANSLATE_NOOP("rbac", "more in %1 namespaces"));
    words.inSeveral = word(QT_TRANSLATE_NOOP("rbac", "in %1 namespaces"));
    words.nothingElse = word(QT_TRANSLATE_NOOP("rbac", "nothing cluster-wide"));
    words.byDefault = word(QT_TRANSLATE_NOOP("rbac", "%1 more by default"));
    words.changes = {changeWord(GraphChange::Gained).toStdString(), changeWord(GraphChange::Lost).toStdString(), changeWord(GraphChange::Changed).toStdString()};
    words.more = word(QT_TRANSLATE_NOOP("rbac", "%1 more resources"));
    return words;
}

QString changeWord(GraphChange change)
{
    return change == GraphChange::None ? QString() : said(changeWords[static_cast<std::size_t>(change) - 1]);
}

QString nameOf(const ObjectRef &ref)
{
    return plain(ref.kind + ' ' + (ref.namespaceName.empty() ? ref.name : ref.namespaceName + '/' + ref.name));
}

QString nameOf(std::string_view reference)
{
    const auto ref = ObjectRef::parse(reference);
    return ref ? nameOf(*ref) : base::oneLine(reference);
}

std::optional<base::Address> addressOf(const ObjectRef &ref)
{
    const auto opened = std::ranges::find(openedKinds, ref.kind, &Opened::kind);
    if (opened == openedKinds.end() || ref.name.empty() || ref.name == "*")
        return std::nullopt;
    return base::Address{QString::fromLatin1(opened->place), QString::fromStdString(ref.namespaceName), QString::fromStdString(ref.name), {}};
}

QString placeOf(std::string_view namespaceName)
{
    return namespaceName.empty() ? said(QT_TRANSLATE_NOOP("rbac", "in the whole cluster")) : said(QT_TRANSLATE_NOOP("rbac", "in namespace %1")).arg(base::oneLine(namespaceName));
}

QString rightsText(const std::vector<const Right *> &rights, const std::vector<const Right *> &first)
{
    std::set<std::string> early;
    for (const Right *right : first)
        early.insert(rowName(*right));
    std::map<ToldRow, std::set<ToldVerb>> rows;
    for (const Right *right : rights) {
        const std::string row = rowName(*right);
        const std::string names = right->names.empty() ? std::string() : ' ' + right->names.front() + (right->names.size() > 1 ? ", …" : "");
        rows[{!early.contains(row), rankOfRow(*right), row + names}].insert({rankOfVerb(right->verb), right->verb});
    }
    const auto total = static_cast<qsizetype>(rows.size());
    const std::vector<Together> groups = togetherOf(rows);
    QStringList parts;
    qsizetype told = 0;
    for (std::size_t i = 0; i < std::min(groups.size(), mostGroups) && told < mostRows; ++i) {
        const QStringList names = groups[i].rows.mid(0, mostRows - told);
        told += names.size();
        parts << groups[i].verbs + u' ' + names.join(QStringLiteral(", "));
    }
    const QString all = parts.join(QStringLiteral("; "));
    return total > told ? said(QT_TRANSLATE_NOOP("rbac", "%1 and %2 more")).arg(all, QString::number(total - told)) : all;
}

QString unreadableText(const Inputs &inputs)
{
    QStringList lines;
    for (const Unreadable &part : inputs.unreadable) {
        const QString name = plain(part.resource);
        const char *words = part.except.empty() ? QT_TRANSLATE_NOOP("rbac", "Not known: %1 may not be listed. %2")
                                                : QT_TRANSLATE_NOOP("rbac", "Not known: %1 may not be listed in all namespaces. %2");
        lines << said(words).arg(name, plain(part.reason));
    }
    return lines.join(u'\n');
}

QString staleText(const rights::Stale &stale)
{
    QStringList names;
    for (const std::string_view collection : stale.collections)
        names << base::oneLine(collection);
    const QString which = said(QT_TRANSLATE_NOOP("rbac", "Older than what the server has: %1.")).arg(names.join(QStringLiteral(", ")));
    return stale.state.error ? which + u'\n' + base::errorText(*stale.state.error) : which;
}

} // namespace rbac
