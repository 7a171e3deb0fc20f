#include "tests/support/ReflectorRun.h"

#include <QTest>

#include <optional>
#include <set>

using base::ErrorKind;
using kube::SyncState;
using namespace support;
using namespace std::chrono_literals;

/// What a watch brings, and where it goes on.
class ReflectorTest : public QObject
{
    Q_OBJECT

    std::optional<ReflectorRun> run;

private Q_SLOTS:
    void init() { run.emplace(); }
    void cleanup() { run.reset(); }

    void aCleanEndResumesAtOnceWithoutAList();
    void aBrokenWatchResumesFromTheLastVersion();
    void aBookmarkMovesThePlaceToResumeFrom();
    void anEventCutInHalfIsNotLost();
    void goneMeansListAgain_data();
    void goneMeansListAgain();
    void aVersionThatTheServerDoesNotKnowYetMeansListAgain_data();
    void aVersionThatTheServerDoesNotKnowYetMeansListAgain();
    void eventsWithoutOrderAreNoPlaceToResumeFrom();
    void rowsThatWentWhileAwayAreRemovedByTheNextList();
    void theFirstEventOfAWatchNamesTheColumnsOfATable();
    void otherColumnsThanThoseOfTheRowsMeanListAgain();
};

void ReflectorTest::aCleanEndResumesAtOnceWithoutAList()
{
    run->goLive();
    run->last().send(watchEvent("MODIFIED", "a", "15"));
    run->api.time.advance(5min);
    run->last().finish();
    QCOMPARE(run->count(), std::size_t(2));
    QVERIFY(run->last().isWatch());
    QCOMPARE(run->last().query("resourceVersion"), std::string("15"));
    QCOMPARE(run->last().query("sendInitialEvents"), std::string());
}

void ReflectorTest::aBrokenWatchResumesFromTheLastVersion()
{
    run->goLive();
    run->last().send(watchEvent("ADDED", "c", "12"));
    run->last().fail(ErrorKind::Network, "connection reset");
    QCOMPARE(run->phase(), SyncState::Phase::Stale);
    QCOMPARE(run->names.known.size(), std::size_t(3));
    run->api.time.advance(800ms);
    QVERIFY(run->last().isWatch());
    QCOMPARE(run->last().query("resourceVersion"), std::string("12"));
    run->last().open();
    QCOMPARE(run->phase(), SyncState::Phase::Live);
    QCOMPARE(run->names.restarts, 1);
}

void ReflectorTest::aBookmarkMovesThePlaceToResumeFrom()
{
    run->goLive();
    run->last().send(bookmark("99"));
    run->last().fail(ErrorKind::Network);
    run->api.time.advance(1s);
    QCOMPARE(run->last().query("resourceVersion"), std::string("99"));
}

void ReflectorTest::anEventCutInHalfIsNotLost()
{
    run->goLive();
    const std::string late = watchEvent("ADDED", "c", "12");
    run->last().send(late.substr(0, 20));
    run->last().fail(ErrorKind::Network);
    QVERIFY(!run->names.known.contains("c"));
    run->api.time.advance(1s);
    QCOMPARE(run->last().query("resourceVersion"), std::string("10"));
    run->last().open();
    run->last().send(late);
    QVERIFY(run->names.known.contains("c"));
}

void ReflectorTest::goneMeansListAgain_data()
{
    QTest::addColumn<bool>("asEvent");
    QTest::newRow("as an ERROR event") << true;
    QTest::newRow("as the answer's status") << false;
}

void ReflectorTest::goneMeansListAgain()
{
    QFETCH(bool, asEvent);
    run->goLive();
    if (asEvent) {
        run->last().send(expiredEvent);
    } else {
        run->last().fail(ErrorKind::Network);
        run->api.time.advance(1s);
        run->last().fail(status(ErrorKind::Gone, 410, "Expired"));
    }
    QCOMPARE(run->names.known.size(), std::size_t(2));
    run->api.time.advance(2s);
    QCOMPARE(run->last().query("sendInitialEvents"), std::string("true"));
    QCOMPARE(run->last().query("resourceVersion"), std::string());
}

void ReflectorTest::aVersionThatTheServerDoesNotKnowYetMeansListAgain_data()
{
    QTest::addColumn<bool>("asEvent");
    QTest::newRow("as an ERROR event") << true;
    QTest::newRow("as the answer's status") << false;
}

void ReflectorTest::aVersionThatTheServerDoesNotKnowYetMeansListAgain()
{
    QFETCH(bool, asEvent);
    run->goLive();
    run->api.time.advance(5min);
    run->last().finish();
    if (asEvent) {
        run->last().open();
        run->last().send(tooLargeEvent);
    } else {
        run->last().fail(status(ErrorKind::Timeout, 504, "ResourceVersionTooLarge"));
    }
    QCOMPARE(run->names.known.size(), std::size_t(2));
    run->api.time.advance(2s);
    QCOMPARE(run->last().query("sendInitialEvents"), std::string("true"));
    QCOMPARE(run->last().query("resourceVersion"), std::string());
}

void ReflectorTest::eventsWithoutOrderAreNoPlaceToResumeFrom()
{
    run->start(false);
    run->last().answer(page({}, ""));
    run->last().open();
    run->last().send(watchEvent("ADDED", "a", "7") + watchEvent("ADDED", "b", "3"));
    run->last().fail(ErrorKind::Network);
    run->api.time.advance(2s);
    QVERIFY(!run->last().isWatch());

    run->last().answer(page({}, ""));
    run->last().open();
    run->last().send(watchEvent("ADDED", "b", "3") + watchEvent("MODIFIED", "a", "9") + watchEvent("ADDED", "c", "11"));
    run->last().fail(ErrorKind::Network);
    run->api.time.advance(4s);
    QCOMPARE(run->last().query("resourceVersion"), std::string("11"));
}

void ReflectorTest::rowsThatWentWhileAwayAreRemovedByTheNextList()
{
    run->goLive();
    run->last().send(expiredEvent);
    run->api.time.advance(2s);
    run->last().open();
    run->last().send(watchEvent("ADDED", "b", "3"));
    QCOMPARE(run->names.known.size(), std::size_t(2));
    run->last().send(endBookmark("50"));
    QCOMPARE(run->names.known, std::set<std::string>{"b"});
}

void ReflectorTest::theFirstEventOfAWatchNamesTheColumnsOfATable()
{
    run->start(true, kube::ItemFormat::Table);
    run->last().open();
    run->last().send(tableEvent("ADDED", columns("Captain"), R"({"name":"a","resourceVersion":"7"})"));
    QCOMPARE(run->names.columns, std::vector<std::string>{"Captain"});
    run->last().send(tableEvent("ADDED", "null", R"({"name":"b","resourceVersion":"8"})") + tableEvent("BOOKMARK", "null", tableEnd));
    QCOMPARE(run->names.columns.size(), std::size_t(1));
    QCOMPARE(run->names.known, (std::set<std::string>{"a", "b"}));
    QCOMPARE(run->phase(), SyncState::Phase::Live);
}

void ReflectorTest::otherColumnsThanThoseOfTheRowsMeanListAgain()
{
    run->start(true, kube::ItemFormat::Table);
    run->last().open();
    run->last().send(tableEvent("ADDED", columns("Captain"), R"({"name":"a","resourceVersion":"7"})") + tableEvent("BOOKMARK", "null", tableEnd));
    run->api.time.advance(5min);
    run->last().finish();
    run->last().open();
    run->last().send(tableEvent("MODIFIED", columns("Captain"), R"({"name":"a","resourceVersion":"10"})"));
    QCOMPARE(run->phase(), SyncState::Phase::Live);

    run->api.time.advance(5min);
    run->last().finish();
    run->last().open();
    run->last().send(tableEvent("MODIFIED", columns("Masts"), R"({"name":"a","resourceVersion":"11"})"));
    QCOMPARE(run->phase(), SyncState::Phase::Stale);
    QCOMPARE(run->names.columns, std::vector<std::string>{"Captain"});
    run->api.time.advance(2s);
    QCOMPARE(run->last().query("sendInitialEvents"), std::string("true"));
    QCOMPARE(run->last().query("resourceVersion"), std::string());
    run->last().open();
    run->last().send(tableEvent("ADDED", columns("Masts"), R"({"name":"a","resourceVersion":"11"})"));
    QCOMPARE(run->names.columns, (std::vector<std::string>{"Captain", "Masts"}));
}

QTEST_APPLESS_MAIN(ReflectorTest)
#include "ReflectorTest.moc"
