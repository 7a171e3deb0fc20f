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

    void whatSomebodyElseMayNotListIsSaidOfThem()
    {
        const auto viewed = [](const char *words) {
            kube::SyncState sync;
            sync.phase = Phase::Stale;
            sync.error = base::makeError(base::ErrorKind::Forbidden, words);
            return table::tableState({sync, false, {}, QStringLiteral("Pods"), {}, true, {}, QStringLiteral("user 100%1 jane")}).title;
        };
        QCOMPARE(viewed("pods is forbidden: User \"100%1 jane\" cannot list resource \"pods\""), QStringLiteral("user 100%1 jane may not list Pods here"));
        QCOMPARE(viewed("pods is forbidden: User \"x\" cannot impersonate-on:user-info:list resource \"pods\""), QStringLiteral("You may not list Pods as user 100%1 jane"));
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

    void whoMayNotListEverywhereIsNotToldOfAnyNamespace()
    {
        const TableState found = limited({}, 0);
        QCOMPARE(found.title, QStringLiteral("No Pods in the namespaces in which you may list them"));
        QVERIFY(found.detail.startsWith(QStringLiteral("Listed: team-a, team-b.")));
    }

    void anEmptyNamespaceThatIsReadIsEmpty() { QCOMPARE(limited({QStringLiteral("team-b")}, 0).title, QStringLiteral("No Pods in team-b")); }

    void nothingIsSaidOfNamespacesThatAreNotRead()
    {
        const TableState found = limited({QStringLiteral("team-b"), QStringLiteral("team-x")}, 0);
        QCOMPARE(found.title, QStringLiteral("Not known: Pods in team-x"));
        QVERIFY(found.detail.contains(QStringLiteral("Not among the namespaces in which you may list Pods: team-x.")));
        QVERIFY((found.steps == std::vector{TableState::Step::TryAgain, TableState::Step::AllNamespaces}));
        QVERIFY(found.hidesRows && found.isSettled && !found.isCounted);
    }

    void aChosenNamespaceThatIsNotReadIsSaidAboveTheRows()
    {
        const TableState found = limited({QStringLiteral("team-a"), QStringLiteral("team-x")}, 3);
        QCOMPARE(found.title, QStringLiteral("Not everything is shown"));
        QVERIFY(found.detail.contains(QStringLiteral("team-x")) && !found.detail.contains(QStringLiteral("team-a")));
        QVERIFY(!found.hidesRows);
    }

    void theNextAttemptIsToldApartFromTheReason()
    {
        kube::SyncState sync;
        sync.error = base::makeError(base::ErrorKind::Server, "too many requests");
        sync.nextAttempt = base::SystemTime(std::chrono::seconds(1'800'000'030));
        const TableState found = table::tableState({sync, false, {}, QStringLiteral("Pods"), {}, true});
        QCOMPARE(found.detail, QStringLiteral("too many requests"));
        QCOMPARE(found.nextAttempt, sync.nextAttempt);
    }

private:
    /// Of somebody who may list pods in team-a and team-b only.
    static TableState limited(QStringList namespaces, std::size_t shown)
    {
        kube::SyncState sync;
        sync.phase = Phase::Live;
        sync.onlyNamespaces = {{"team-a", "team-b"}};
        tables::TableCounts counts;
        counts.shown = counts.all = shown;
        return table::tableState({sync, true, counts, QStringLiteral("Pods"), std::move(namespaces), true});
    }
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
