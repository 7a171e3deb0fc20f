#include "widgets/table/TableState.h"

#include <QtTest>

using table::TableState;
using Phase = kube::SyncState::Phase;

class TableStateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLiveTableSaysNothing() { QCOMPARE(state(Phase::Live, true, 3, 3).title, QString()); }

    void aTableThatWaitsSaysForWhat()
    {
        const TableState found = state(Phase::Connecting, false, 0, 0);
        QCOMPARE(found.title, QStringLiteral("Asking for Pods"));
        QVERIFY(found.hidesRows && !found.isSettled);
    }

    void aRefusalKeepsTheServersWordsAndOffersAnotherTry()
    {
        const TableState found = state(Phase::Stale, false, 0, 0, base::makeError(base::ErrorKind::Forbidden, "pods is forbidden: User \"x\""));
        QCOMPARE(found.title, QStringLiteral("Pods may not be listed"));
        QVERIFY(found.detail.startsWith(QStringLiteral("pods is forbidden: User \"x\"")));
        QVERIFY(found.steps == std::vector{TableState::Step::TryAgain});
        QVERIFY(found.hidesRows && found.isSettled);
    }

    void noRowsThatMayBeReadIsNotTheSameAsNoRows()
    {
        const TableState found = state(Phase::Connecting, true, 0, 0, base::makeError(base::ErrorKind::Forbidden, "pods is forbidden in team-a"));
        QCOMPARE(found.title, QStringLiteral("Pods may not be listed"));
    }

    void aLostServerLeavesRowsAndSaysSinceWhen()
    {
        const TableState found = state(Phase::Stale, true, 3, 3, base::makeError(base::ErrorKind::Network, "connection refused"));
        QVERIFY(found.title.startsWith(QStringLiteral("Stale since ")));
        QVERIFY(!found.hidesRows);
        QVERIFY(found.detail.contains(QStringLiteral("connection refused")));
        QVERIFY(found.steps == std::vector{TableState::Step::TryAgain});
    }

    void emptyIsSaidWithItsPlace()
    {
        QCOMPARE(state(Phase::Live, true, 0, 0).title, QStringLiteral("No Pods in any namespace"));
        QCOMPARE(state(Phase::Live, true, 0, 0, {}, {QStringLiteral("team-c")}).title, QStringLiteral("No Pods in team-c"));
    }

    void aFilterThatLeavesNothingSaysHowManyThereAre()
    {
        const TableState found = state(Phase::Live, true, 0, 7, {}, {QStringLiteral("team-c")});
        QCOMPARE(found.title, QStringLiteral("None of 7 Pods is shown"));
        QVERIFY((found.steps == std::vector{TableState::Step::ClearFilter, TableState::Step::AllNamespaces}));
    }

    void aPartThatMayNotBeReadIsSaidAboveTheRows()
    {
        const TableState found = state(Phase::Live, true, 3, 3, base::makeError(base::ErrorKind::Forbidden, "only team-a"));
        QCOMPARE(found.title, QStringLiteral("Not everything is shown"));
        QVERIFY(!found.hidesRows);
    }

private:
    static TableState state(Phase phase, bool isComplete, std::size_t shown, std::size_t all, std::optional<base::Error> error = {}, QStringList namespaces = {})
    {
        kube::SyncState sync;
        sync.phase = phase;
        sync.error = std::move(error);
        sync.since = base::SystemTime(std::chrono::seconds(1'800'000'000));
        tables::TableCounts counts;
        counts.shown = shown;
        counts.all = all;
        return table::tableState({sync, isComplete, counts, QStringLiteral("Pods"), std::move(namespaces), true});
    }
};

QTEST_GUILESS_MAIN(TableStateTest)

#include "TableStateTest.moc"
