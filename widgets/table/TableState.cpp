#include "widgets/table/TableState.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>

namespace table {

namespace {

using Phase = kube::SyncState::Phase;
using Step = TableState::Step;

QString words(const char *text) { return QCoreApplication::translate("table::TableState", text); }

QString reasonOf(const kube::SyncState &sync)
{
    QString reason = sync.error ? base::errorText(*sync.error) : QString();
    if (sync.nextAttempt)
        reason += (reason.isEmpty() ? QString() : QStringLiteral(" ")) + words(QT_TRANSLATE_NOOP("table::TableState", "Next attempt at %1.")).arg(base::localTime(*sync.nextAttempt));
    return reason;
}

bool isRefusal(const kube::SyncState &sync)
{
    return sync.error && (sync.error->kind == base::ErrorKind::Forbidden || sync.error->kind == base::ErrorKind::Unauthorized);
}

/// Nothing was ever heard: the reason, or that it is on its way.
TableState neverHeard(const TableSituation &situation)
{
    if (!situation.sync.error)
        return {base::Meaning::Progress, words(QT_TRANSLATE_NOOP("table::TableState", "Asking for %1")).arg(situation.title), {}, {}, true, false, false};
    const QString title = isRefusal(situation.sync) ? words(QT_TRANSLATE_NOOP("table::TableState", "%1 may not be listed")) : words(QT_TRANSLATE_NOOP("table::TableState", "%1 cannot be listed now"));
    const QString next = isRefusal(situation.sync) ? u'\n' + words(QT_TRANSLATE_NOOP("table::TableState", "Somebody who administers the cluster can grant list and watch.")) : QString();
    return {base::Meaning::Error, title.arg(situation.title), reasonOf(situation.sync) + next, {Step::TryAgain}, true, true, false};
}

QString scopeOf(const TableSituation &situation)
{
    if (!situation.isNamespaced)
        return words(QT_TRANSLATE_NOOP("table::TableState", "this cluster"));
    if (situation.namespaces.isEmpty())
        return words(QT_TRANSLATE_NOOP("table::TableState", "any namespace"));
    return base::oneLine(situation.namespaces.join(QStringLiteral(", ")));
}

TableState empty(const TableSituation &situation)
{
    const tables::TableCounts &counts = situation.counts;
    if (counts.all > 0) {
        const QString title = words(QT_TRANSLATE_NOOP("table::TableState", "None of %1 %2 is shown")).arg(QString::number(counts.all), situation.title);
        std::vector<Step> steps{Step::ClearFilter};
        if (!situation.namespaces.isEmpty())
            steps.push_back(Step::AllNamespaces);
        return {base::Meaning::Unknown, title, words(QT_TRANSLATE_NOOP("table::TableState", "The filter, the states or the namespaces leave all of them out.")), steps, true, true};
    }
    TableState state{base::Meaning::Unknown, words(QT_TRANSLATE_NOOP("table::TableState", "No %1 in %2")).arg(situation.title, scopeOf(situation)), {}, {}, true, true};
    state.detail = words(QT_TRANSLATE_NOOP("table::TableState", "One that is made appears here by itself."));
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
        return {base::Meaning::Warning, title, reasonOf(sync), {Step::TryAgain}, false, true};
    }
    if (situation.isComplete && situation.counts.shown == 0)
        return empty(situation);
    if (sync.error)
        return {base::Meaning::Warning, words(QT_TRANSLATE_NOOP("table::TableState", "Not everything is shown")), reasonOf(sync), {Step::TryAgain}, false, situation.isComplete};
    if (sync.phase == Phase::Polling)
        return {base::Meaning::Unknown, words(QT_TRANSLATE_NOOP("table::TableState", "Asked again every 30 s")), words(QT_TRANSLATE_NOOP("table::TableState", "This kind cannot be watched.")), {}, false, true};
    return {base::Meaning::Ok, {}, {}, {}, false, situation.isComplete};
}

} // namespace table
