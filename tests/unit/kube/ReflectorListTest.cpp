#include "tests/support/ReflectorRun.h"

#include <QTest>

#include <optional>
#include <set>

using base::ErrorKind;
using kube::Collection;
using kube::Reflector;
using kube::SyncState;
using namespace support;
using namespace std::chrono_literals;

/// How a collection is listed, and what a server that cannot do so gets instead.
class ReflectorListTest : public QObject
{
    Q_OBJECT

    std::optional<ReflectorRun> run;

private Q_SLOTS:
    void init() { run.emplace(); }
    void cleanup() { run.reset(); }

    void aStreamingListBecomesTheWatchItself();
    void aListIsReadPageByPage();
    void aServerWithoutStreamingListsIsAskedForPages_data();
    void aServerWithoutStreamingListsIsAskedForPages();
    void whatOneKindRefusesIsNotHeldAgainstOthers_data();
    void whatOneKindRefusesIsNotHeldAgainstOthers();
    void aKindThatCannotBeWatchedIsPolled();
    void aServerThatIgnoresInitialEventsIsGivenUpOnAfterTenSecondsOfSilence();
    void whatIsNoPartOfTheListIsSilence_data();
    void whatIsNoPartOfTheListIsSilence();
    void aBigObjectMayTakeItsTime();
    void aBrokenListKeepsWhatWasThere();
    void anExpiredPageTokenFetchesTheListInOnePiece();
    void aListWithoutEndIsCutOff();
    void whoMayNotWatchIsAskedForPages();
    void anEmptyTableHasColumnsToo();
    void protobufThatIsNotServedBecomesJson();
};

void ReflectorListTest::aStreamingListBecomesTheWatchItself()
{
    run->start();
    QCOMPARE(run->last().query("sendInitialEvents"), std::string("true"));
    QCOMPARE(run->last().query("resourceVersionMatch"), std::string("NotOlderThan"));
    QCOMPARE(run->last().query("allowWatchBookmarks"), std::string("true"));
    run->last().open();
    run->last().send(watchEvent("ADDED", "a", "7"));
    QCOMPARE(run->phase(), SyncState::Phase::Listing);
    QCOMPARE(run->names.completions, 0);
    run->last().send(endBookmark("10"));
    QCOMPARE(run->phase(), SyncState::Phase::Live);
    QCOMPARE(run->names.completions, 1);
    run->last().send(watchEvent("ADDED", "b", "11") + watchEvent("DELETED", "a", "12"));
    QCOMPARE(run->names.known, std::set<std::string>{"b"});
    QCOMPARE(run->count(), std::size_t(1));
}

void ReflectorListTest::aListIsReadPageByPage()
{
    run->start(false);
    QCOMPARE(run->last().query("limit"), std::string("500"));
    QVERIFY(!run->last().isWatch());
    run->last().answer(page({"a", "b"}, "20", "token"));
    QCOMPARE(run->last().query("continue"), std::string("token"));
    QCOMPARE(run->last().query("limit"), std::string("1000"));
    QCOMPARE(run->names.completions, 0);
    run->last().answer(page({"c"}, "20"));
    QCOMPARE(run->names.completions, 1);
    QCOMPARE(run->names.known, (std::set<std::string>{"a", "b", "c"}));
    QVERIFY(run->last().isWatch());
    QCOMPARE(run->last().query("resourceVersion"), std::string("20"));
    QCOMPARE(run->last().query("sendInitialEvents"), std::string());
    const int timeout = std::stoi(run->last().query("timeoutSeconds"));
    QVERIFY(timeout >= 300 && timeout <= 600);
}

void ReflectorListTest::aServerWithoutStreamingListsIsAskedForPages_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("1.33") << QByteArray("sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled");
    QTest::newRow("1.26") << QByteArray("resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch");
}

void ReflectorListTest::aServerWithoutStreamingListsIsAskedForPages()
{
    QFETCH(QByteArray, words);
    run->start();
    base::Error error = status(ErrorKind::Invalid, 422, "Invalid");
    error.message = words.toStdString();
    run->last().fail(error);
    QVERIFY(!run->last().isWatch());
    run->last().answer(page({"a"}, "5"));
    QVERIFY(run->last().isWatch());
    run->start();
    QVERIFY(!run->last().isWatch());
    run->type.group = "metrics.k8s.io";     // behind another server
    run->start();
    QVERIFY(run->last().isWatch());
}

void ReflectorListTest::whatOneKindRefusesIsNotHeldAgainstOthers_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("400") << ErrorKind::Invalid << 400;
    QTest::newRow("405") << ErrorKind::Unsupported << 405;
    QTest::newRow("406") << ErrorKind::Unsupported << 406;
    QTest::newRow("422 for something else") << ErrorKind::Invalid << 422;
}

void ReflectorListTest::whatOneKindRefusesIsNotHeldAgainstOthers()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, code);
    run->start();
    run->last().fail(status(kind, code, "refused"));
    QVERIFY(!run->last().isWatch());
    run->last().fail(ErrorKind::Server);
    run->api.time.advance(2s);
    QVERIFY(!run->last().isWatch());
    run->start();
    QVERIFY(run->last().isWatch());
}

void ReflectorListTest::aKindThatCannotBeWatchedIsPolled()
{
    run->type.verbs = {"get", "list"};
    run->start();
    QVERIFY(!run->last().isWatch());
    run->last().answer(page({"a"}, "5"));
    QCOMPARE(run->count(), std::size_t(1));
    QCOMPARE(run->phase(), SyncState::Phase::Polling);
    run->api.time.advance(Reflector::PollInterval);
    QCOMPARE(run->count(), std::size_t(2));
    QVERIFY(!run->last().isWatch());
}

void ReflectorListTest::aServerThatIgnoresInitialEventsIsGivenUpOnAfterTenSecondsOfSilence()
{
    run->start();
    run->last().open();
    run->last().send(watchEvent("ADDED", "a", "7"));
    run->api.time.advance(9s);
    run->last().send(watchEvent("ADDED", "b", "8"));
    run->api.time.advance(9s);
    QCOMPARE(run->count(), std::size_t(1));
    run->api.time.advance(1s);
    QCOMPARE(run->count(), std::size_t(2));
    QVERIFY(run->api.exchanges[0].isLetGo());
    QVERIFY(!run->last().isWatch());
    run->last().fail(ErrorKind::Server);
    run->api.time.advance(2s);
    QVERIFY(!run->last().isWatch());
    run->start();
    QVERIFY(run->last().isWatch());
}

void ReflectorListTest::whatIsNoPartOfTheListIsSilence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("the first bytes of an event") << QByteArray(R"({"type":"ADDED","obj)");
    QTest::newRow("white space") << QByteArray("\n");
    QTest::newRow("what happens now") << QByteArray::fromStdString(watchEvent("MODIFIED", "a", "8"));
    QTest::newRow("how far the server is") << QByteArray::fromStdString(bookmark("9"));
}

void ReflectorListTest::whatIsNoPartOfTheListIsSilence()
{
    QFETCH(QByteArray, bytes);
    run->start();
    run->last().open();
    run->api.time.advance(5s);
    run->last().send(bytes.toStdString());
    run->api.time.advance(5s);
    QCOMPARE(run->count(), std::size_t(2));
    QVERIFY(!run->last().isWatch());
}

void ReflectorListTest::aBigObjectMayTakeItsTime()
{
    run->start();
    run->last().open();
    run->last().send(R"({"type":"ADDED","object":{"data":")");
    for (int i = 0; i < 5; ++i) {
        run->api.time.advance(9s);
        run->last().send(std::string(Reflector::ListProgress, 'x'));
    }
    QCOMPARE(run->count(), std::size_t(1));
}

void ReflectorListTest::aBrokenListKeepsWhatWasThere()
{
    run->goLive();
    run->last().send(expiredEvent);
    run->api.time.advance(2s);
    run->last().open();
    run->last().send(watchEvent("ADDED", "b", "3"));
    run->last().fail(ErrorKind::Network);
    QCOMPARE(run->names.known, (std::set<std::string>{"a", "b"}));
    QCOMPARE(run->names.completions, 1);
    QCOMPARE(run->phase(), SyncState::Phase::Stale);
}

void ReflectorListTest::anExpiredPageTokenFetchesTheListInOnePiece()
{
    run->start(false);
    run->last().answer(page({"a"}, "20", "token"));
    run->last().fail(status(ErrorKind::Gone, 410, "Expired"));
    QCOMPARE(run->last().query("continue"), std::string());
    QCOMPARE(run->last().query("limit"), std::string());
    run->last().answer(page({"a", "b"}, "30"));
    QCOMPARE(run->names.known, (std::set<std::string>{"a", "b"}));
    QCOMPARE(run->last().query("resourceVersion"), std::string("30"));
}

void ReflectorListTest::aListWithoutEndIsCutOff()
{
    run->start(false);
    int pages = 0;
    while (!run->reflector->state().error && pages < 20'000) {
        run->last().answer(page({}, "1", "again"));
        ++pages;
        run->api.exchanges.erase(run->api.exchanges.begin(), run->api.exchanges.end() - 1);
    }
    QCOMPARE(pages, Reflector::MaxPages);
    QCOMPARE(run->reflector->state().error->kind, ErrorKind::TooLarge);
}

void ReflectorListTest::whoMayNotWatchIsAskedForPages()
{
    run->start();
    run->last().fail(status(ErrorKind::Forbidden, 403, "cannot watch"));
    QVERIFY(!run->last().isWatch());
    QVERIFY(run->abilities->withoutStreamingLists.empty());
    run->last().answer(page({"a"}, "5"));
    QCOMPARE(run->names.known, std::set<std::string>{"a"});
    run->last().fail(status(ErrorKind::Forbidden, 403, "cannot watch"));
    QCOMPARE(run->phase(), SyncState::Phase::Polling);
    run->api.time.advance(Reflector::PollInterval);
    QVERIFY(!run->last().isWatch());
    run->last().fail(status(ErrorKind::Forbidden, 403, "cannot list"));
    QCOMPARE(run->reflector->state().error->message, std::string("cannot list"));
    const std::size_t count = run->count();
    run->api.time.advance(2s);
    QCOMPARE(run->count(), count + 1);
    QVERIFY(!run->last().isWatch());
}

void ReflectorListTest::anEmptyTableHasColumnsToo()
{
    run->start(true, kube::ItemFormat::Table);
    run->last().open();
    run->last().send(tableEvent("BOOKMARK", columns("Captain"), tableEnd));
    QCOMPARE(run->names.columns, std::vector<std::string>{"Captain"});
    QCOMPARE(run->names.completions, 1);

    run->names.columns.clear();
    run->start(false, kube::ItemFormat::Table);
    run->last().answer(table(columns("Captain"), R"({"resourceVersion":"5"})", ""));
    QCOMPARE(run->names.columns, std::vector<std::string>{"Captain"});
    QCOMPARE(run->names.completions, 2);
}

void ReflectorListTest::protobufThatIsNotServedBecomesJson()
{
    run->abilities->withoutStreamingLists.insert("");
    run->reflector = std::make_unique<Reflector>(run->api, Collection{pods, {}, {}, {}, kube::ItemFormat::Protobuf}, run->names, run->abilities, [] { return 0.0; });
    run->reflector->start();
    QVERIFY(run->last().request.accept.starts_with("application/vnd.kubernetes.protobuf"));
    run->last().fail(status(ErrorKind::Unsupported, 406, "NotAcceptable"));
    QCOMPARE(run->last().request.accept, std::string("application/json"));
}

QTEST_APPLESS_MAIN(ReflectorListTest)
#include "ReflectorListTest.moc"
