#include "widgets/table/TableState.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>

#include <algorithm>

namespace table {

namespace {

using Phase = kube::SyncState::Phase;
using Step = TableState::Step;

QString words(const char *text) { return QCoreApplication::translate("table::TableState", text); }

QString reasonOf(const kube::SyncState &sync)
{
    return sync.error ? base::errorText(*sync.error) : QString();
}

QStringList qStrings(const std::vector<std::string> &texts)
{
    QStringList result;
    std::ranges::transform(texts, std::back_inserter(result), &QString::fromStdString);
    return result;
}

QString listed(const QStringList &names) { return base::oneLine(names.join(QStringLiteral(", "))); }

/// Of the chosen namespaces those that are not read, where not all may be.
QStringList unreadOf(const TableSituation &situation)
{
    QStringList unread;
    if (const auto &only = situation.sync.onlyNamespaces; only && situation.isNamespaced)
        std::ranges::copy_if(situation.namespaces, std::back_inserter(unread), [&](const QString &name) { return std::ranges::find(*only, name.toStdString()) == only->end(); });
    return unread;
}

QString unreadSentence(const TableSituation &situation, const QStringList &unread)
{
    if (!situation.viewedAs.isEmpty())
        return words(QT_TRANSLATE_NOOP("table::TableState", "Not among the namespaces in which it may list %1: %2.")).arg(situation.title, listed(unread));
    return words(QT_TRANSLATE_NOOP("table::TableState", "Not among the namespaces in which you may list %1: %2.")).arg(situation.title, listed(unread));
}

bool isRefusal(const kube::SyncState &sync)
{
    return sync.error && (sync.error->kind == base::ErrorKind::Forbidden || sync.error->kind == base::ErrorKind::Unauthorized);
}

QString refusedTitle(const TableSituation &situation)
{
    if (situation.viewedAs.isEmpty())
        return words(QT_TRANSLATE_NOOP("table::TableState", "%1 may not be listed")).arg(situation.title);
    if (situation.sync.error->message.find(" cannot impersonate") != std::string::npos) // it is not them who lack the right
        return words(QT_TRANSLATE_NOOP("table::TableState", "You may not list %2 as %1")).arg(situation.viewedAs, situation.title);
    return words(QT_TRANSLATE_NOOP("table::TableState", "%1 may not list %2 here")).arg(situation.viewedAs, situation.title);
}

/// Nothing was ever heard: the reason, or that it is on its way.
TableState neverHeard(const TableSituation &situation)
{
    if (!situation.sync.error)
        return {base::Meaning::Progress, words(QT_TRANSLATE_NOOP("table::TableState", "Asking for %1")).arg(situation.title), {}, {}, {}, true, false, false};
    const QString title = isRefusal(situation.sync) ? refusedTitle(situation) : words(QT_TRANSLATE_NOOP("table::TableState", "%1 cannot be listed now")).arg(situation.title);
    const QString next = isRefusal(situation.sync) ? u'\n' + words(QT_TRANSLATE_NOOP("table::TableState", "Somebody who administers the cluster can grant list and watch.")) : QString();
    return {base::Meaning::Error, title, reasonOf(situation.sync) + next, {Step::TryAgain}, situation.sync.nextAttempt, true, true, false};
}

QString scopeOf(const TableSituation &situation)
{
    if (!situation.isNamespaced)
        return words(QT_TRANSLATE_NOOP("table::TableState", "this cluster"));
    if (!situation.namespaces.isEmpty())
        return listed(situation.namespaces);
    if (situation.sync.onlyNamespaces && !situation.viewedAs.isEmpty())
        return words(QT_TRANSLATE_NOOP("table::TableState", "the namespaces in which it may list them"));
    return situation.sync.onlyNamespaces ? words(QT_TRANSLATE_NOOP("table::TableState", "the namespaces in which you may list them"))
                                         : words(QT_TRANSLATE_NOOP("table::TableState", "any namespace"));
}

/// Nothing can be said of namespaces that are not read.
TableState unread(const TableSituation &situation, const QStringList &names)
{
    return {base::Meaning::Unknown, words(QT_TRANSLATE_NOOP("table::TableState", "Not known: %1 in %2")).arg(situation.title, listed(names)),
            unreadSentence(situation, names), {Step::TryAgain, Step::AllNamespaces}, {}, true, true, false};
}

TableState empty(const TableSituation &situation)
{
    const tables::TableCounts &counts = situation.counts;
    if (counts.all > 0) {
        const QString title = words(QT_TRANSLATE_NOOP("table::TableState", "None of %1 %2 is shown")).arg(QString::number(counts.all), situation.title);
        std::vector<Step> steps{Step::ClearFilter};
        if (!situation.namespaces.isEmpty())
            steps.push_back(Step::AllNamespaces);
        return {base::Meaning::Unknown, title, words(QT_TRANSLATE_NOOP("table::TableState", "The filter, the states or the namespaces leave all of them out.")), steps, {}, true, true};
    }
    TableState state{base::Meaning::Unknown, words(QT_TRANSLATE_NOOP("table::TableState", "No %1 in %2")).arg(situation.title, scopeOf(situation)), {}, {}, {}, true, true};
    if (!situation.labels.isEmpty()) {
        state.title = words(QT_TRANSLATE_NOOP("table::TableState", "No %1 with these labels in %2")).arg(situation.title, scopeOf(situation));
        state.steps = {Step::AllLabels};
    }
    state.detail = words(QT_TRANSLATE_NOOP("table::TableState", "One that is made appears here by itself."));
    if (const auto &only = situation.sync.onlyNamespaces; only && situation.isNamespaced && situation.namespaces.isEmpty())
        state.detail = words(QT_TRANSLATE_NOOP("table::TableState", "Listed: %1.")).arg(listed(qStrings(*only))) + u'\n' + state.detail;
    return state;
}

} // namespace

TableState tableState(const TableSituation &situation)
{
    const kube::SyncState &sync = situation.sync;
    const bool isStale = sync.phase == Phase::Stale || sync.phase == Phase::Stopped;
    if (situation.counts.all == 0 && (!situation.isComplete || isRefusal(sync)))
        return neverHeard(situation);
    if (isStale) {
        const QString title = words(QT_TRANSLATE_NOOP("table::TableState", "Stale since %1")).arg(base::localTime(sync.since));
        return {base::Meaning::Warning, title, reasonOf(sync), {Step::TryAgain}, sync.nextAttempt, false, true};
    }
    const QStringList missing = unreadOf(situation);
    if (situation.isComplete && situation.counts.shown == 0 && !missing.isEmpty())
        return unread(situation, missing);
    if (situation.isComplete && situation.counts.shown == 0)
        return empty(situation);
    if (sync.error)
        return {base::Meaning::Warning, words(QT_TRANSLATE_NOOP("table::TableState", "Not everything is shown")), reasonOf(sync), {Step::TryAgain}, sync.nextAttempt, false, situation.isComplete};
    if (!missing.isEmpty())
        return {base::Meaning::Warning, words(QT_TRANSLATE_NOOP("table::TableState", "Not everything is shown")), unreadSentence(situation, missing), {}, {}, false, situation.isComplete};
    if (sync.phase == Phase::Polling)
        return {base::Meaning::Unknown, words(QT_TRANSLATE_NOOP("table::TableState", "Asked again every 30 s")), words(QT_TRANSLATE_NOOP("table::TableState", "This kind cannot be watched.")), {}, {}, false, true};
    return {base::Meaning::Ok, {}, {}, {}, {}, false, situation.isComplete};
}

} // namespace table
