#include "models/kube/Reflector.h"
#include "tests/support/FakeApi.h"

#include <QTest>

#include <set>

using base::ErrorKind;
using kube::Collection;
using kube::Reflector;
using kube::SyncState;
using namespace std::chrono_literals;

namespace {

const kube::ResourceType pods{"", "v1", "pods", "pod", "Pod", true, {"list", "watch"}, {}, {}, {}};

/// What a store would hold: the names, with listings compared as a store does.
struct Names final : kube::CollectionSink
{
    std::set<std::string> known, listed;
    std::vector<SyncState> states;
    int restarts = 0, completions = 0;
    bool listing = false;
    std::string version;

    std::vector<std::string> columns;

    void setColumns(std::vector<kube::TableColumn> table) override
    {
        for (const kube::TableColumn &column : table)
            columns.push_back(column.column.name);
    }
    void restart() override { ++restarts; listing = true; listed.clear(); }
    void complete() override { ++completions; listing = false; known = listed; }
    base::Result<std::string_view> put(kube::ItemFormat, std::string_view object) override
    {
        const std::string name = take(object, "name");
        known.insert(name);
        listed.insert(name);
        version = take(object, "resourceVersion");
        return std::string_view(version);
    }
    base::Result<std::string_view> remove(kube::ItemFormat, std::string_view object) override
    {
        known.erase(take(object, "name"));
        listed.erase(take(object, "name"));
        version = take(object, "resourceVersion");
        return std::string_view(version);
    }
    void stateChanged(const SyncState &state) override { states.push_back(state); }

    static std::string take(std::string_view object, const std::string &key)
    {
        const auto at = object.rfind('"' + key + "\":\"");
        const auto begin = at + key.size() + 4;
        return std::string(object.substr(begin, object.find('"', begin) - begin));
    }
};

std::string object(const std::string &name, const std::string &version)
{
    return R"({"metadata":{"name":")" + name + R"(","resourceVersion":")" + version + R"("}})";
}

std::string watchEvent(const std::string &type, const std::string &name, const std::string &version)
{
    return R"({"type":")" + type + R"(","object":)" + object(name, version) + "}\n";
}

std::string endBookmark(const std::string &version)
{
    return R"({"type":"BOOKMARK","object":{"metadata":{"resourceVersion":")" + version + R"(","annotations":{"k8s.io/initial-events-end":"true"}}}})" "\n";
}

std::string bookmark(const std::string &version)
{
    return R"({"type":"BOOKMARK","object":{"metadata":{"resourceVersion":")" + version + R"("}}})" "\n";
}

const std::string expiredEvent = R"json({"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"too old resource version: 5 (275)","reason":"Expired","code":410}})json" "\n";

std::string page(const std::vector<std::string> &names, const std::string &version, const std::string &token = {})
{
    std::string items;
    for (const std::string &name : names)
        items += (items.empty() ? "" : ",") + object(name, "1");
    return R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":")" + version + R"(","continue":")" + token + R"("},"items":[)" + items + "]}";
}

std::string table(const std::string &columns, const std::string &metadata, const std::string &rows)
{
    return R"({"kind":"Table","metadata":)" + metadata + R"(,"columnDefinitions":)" + columns + R"(,"rows":[)" + rows + "]}";
}

std::string columns(const std::string &name)
{
    return R"([{"name":")" + name + R"(","type":"string"}])";
}

std::string tableEvent(const std::string &type, const std::string &columns, const std::string &metadata)
{
    return R"({"type":")" + type + R"(","object":)" + table(columns, "{}", R"({"cells":["x"],"object":{"metadata":)" + metadata + "}}") + "}\n";
}

const std::string tableEnd = R"({"resourceVersion":"9","annotations":{"k8s.io/initial-events-end":"true"}})";

base::Error status(ErrorKind kind, int code, const std::string &reason)
{
    base::Error error = base::makeError(kind, reason);
    error.code = code;
    error.reason = reason;
    return error;
}

} // namespace

class ReflectorTest : public QObject
{
    Q_OBJECT

    support::FakeApi *api = nullptr;
    Names *names = nullptr;
    std::shared_ptr<Reflector::ServerAbilities> abilities;
    std::unique_ptr<Reflector> reflector;

    void start(bool streaming = true, kube::ItemFormat format = kube::ItemFormat::Json)
    {
        abilities->streamingList = streaming;
        reflector = std::make_unique<Reflector>(*api, Collection{pods, {}, {}, {}, format}, *names, abilities, [] { return 0.0; });
        reflector->start();
    }
    void goLive()
    {
        start();
        api->last().open();
        api->last().send(watchEvent("ADDED", "a", "7") + watchEvent("ADDED", "b", "3") + endBookmark("10"));
    }

private Q_SLOTS:
    void init()
    {
        names = new Names;
        api = new support::FakeApi;
        abilities = std::make_shared<Reflector::ServerAbilities>();
    }
    void cleanup()
    {
        reflector.reset();
        delete api;
        delete names;
    }

    void aStreamingListBecomesTheWatchItself();
    void aListIsReadPageByPage();
    void aServerWithoutStreamingListsIsAskedForPages();
    void aServerThatIgnoresInitialEventsIsGivenUpOnAfterTenSecondsOfSilence();
    void aCleanEndResumesAtOnceWithoutAList();
    void aVeryShortWatchWaits();
    void aBrokenWatchResumesFromTheLastVersion();
    void aBookmarkMovesThePlaceToResumeFrom();
    void anEventCutInHalfIsNotLost();
    void goneMeansListAgain_data();
    void goneMeansListAgain();
    void aThousandGonesAreNoStorm();
    void rowsThatWentWhileAwayAreRemovedByTheNextList();
    void aBrokenListKeepsWhatWasThere();
    void anExpiredPageTokenFetchesTheListInOnePiece();
    void aListWithoutEndIsCutOff();
    void whoMayNotWatchIsAskedForPages();
    void theFirstEventOfAWatchNamesTheColumnsOfATable();
    void anEmptyTableHasColumnsToo();
    void otherColumnsThanThoseOfTheRowsMeanListAgain();
    void aDeniedWatchIsPolled();
    void throttlingIsObeyedUpToAMinute();
    void protobufThatIsNotServedBecomesJson();
    void staleSinceTheLastWordWasHeard();
    void aPersonNeedNotWaitForTheBackoff();
    void liveRowsAreStaleWhenNobodyAnswersTheNextWatch();
    void nothingIsCalledAfterTheReflectorIsGone();
};

void ReflectorTest::aStreamingListBecomesTheWatchItself()
{
    start();
    QCOMPARE(api->last().query("sendInitialEvents"), std::string("true"));
    QCOMPARE(api->last().query("resourceVersionMatch"), std::string("NotOlderThan"));
    QCOMPARE(api->last().query("allowWatchBookmarks"), std::string("true"));
    api->last().open();
    api->last().send(watchEvent("ADDED", "a", "7"));
    QCOMPARE(reflector->state().phase, SyncState::Phase::Listing);
    QCOMPARE(names->completions, 0);
    api->last().send(endBookmark("10"));
    QCOMPARE(reflector->state().phase, SyncState::Phase::Live);
    QCOMPARE(names->completions, 1);
    api->last().send(watchEvent("ADDED", "b", "11") + watchEvent("DELETED", "a", "12"));
    QCOMPARE(names->known, std::set<std::string>{"b"});
    QCOMPARE(api->count(), std::size_t(1));
}

void ReflectorTest::aListIsReadPageByPage()
{
    start(false);
    QCOMPARE(api->last().query("limit"), std::string("500"));
    QVERIFY(!api->last().isWatch());
    api->last().answer(page({"a", "b"}, "20", "token"));
    QCOMPARE(api->last().query("continue"), std::string("token"));
    QCOMPARE(api->last().query("limit"), std::string("1000"));
    QCOMPARE(names->completions, 0);
    api->last().answer(page({"c"}, "20"));
    QCOMPARE(names->completions, 1);
    QCOMPARE(names->known, (std::set<std::string>{"a", "b", "c"}));
    QVERIFY(api->last().isWatch());
    QCOMPARE(api->last().query("resourceVersion"), std::string("20"));
    QCOMPARE(api->last().query("sendInitialEvents"), std::string());
    const int timeout = std::stoi(api->last().query("timeoutSeconds"));
    QVERIFY(timeout >= 300 && timeout <= 600);
}

void ReflectorTest::aServerWithoutStreamingListsIsAskedForPages()
{
    start();
    api->last().fail(status(ErrorKind::Invalid, 422, "Invalid"));
    QVERIFY(!api->last().isWatch());
    QCOMPARE(abilities->streamingList, false);
    api->last().answer(page({"a"}, "5"));
    QVERIFY(api->last().isWatch());
}

void ReflectorTest::aServerThatIgnoresInitialEventsIsGivenUpOnAfterTenSecondsOfSilence()
{
    start();
    api->last().open();
    api->last().send(watchEvent("ADDED", "a", "7"));
    api->time.advance(9s);
    api->last().send(watchEvent("ADDED", "b", "8"));
    api->time.advance(9s);
    QCOMPARE(api->count(), std::size_t(1));
    api->time.advance(1s);
    QCOMPARE(api->count(), std::size_t(2));
    QVERIFY(api->exchanges[0].isLetGo());
    QVERIFY(!api->last().isWatch());
    QCOMPARE(abilities->streamingList, false);
}

void ReflectorTest::aCleanEndResumesAtOnceWithoutAList()
{
    goLive();
    api->last().send(watchEvent("MODIFIED", "a", "15"));
    api->time.advance(5min);
    api->last().finish();
    QCOMPARE(api->count(), std::size_t(2));
    QVERIFY(api->last().isWatch());
    QCOMPARE(api->last().query("resourceVersion"), std::string("15"));
    QCOMPARE(api->last().query("sendInitialEvents"), std::string());
}

void ReflectorTest::aVeryShortWatchWaits()
{
    goLive();
    api->time.advance(5min);
    api->last().finish();
    api->last().open();
    api->last().finish();
    QCOMPARE(api->count(), std::size_t(2));
    api->time.advance(800ms);
    QCOMPARE(api->count(), std::size_t(3));
}

void ReflectorTest::aBrokenWatchResumesFromTheLastVersion()
{
    goLive();
    api->last().send(watchEvent("ADDED", "c", "12"));
    api->last().fail(ErrorKind::Network, "connection reset");
    QCOMPARE(reflector->state().phase, SyncState::Phase::Stale);
    QCOMPARE(names->known.size(), std::size_t(3));
    api->time.advance(800ms);
    QVERIFY(api->last().isWatch());
    QCOMPARE(api->last().query("resourceVersion"), std::string("12"));
    api->last().open();
    QCOMPARE(reflector->state().phase, SyncState::Phase::Live);
    QCOMPARE(names->restarts, 1);
}

void ReflectorTest::aBookmarkMovesThePlaceToResumeFrom()
{
    goLive();
    api->last().send(bookmark("99"));
    api->last().fail(ErrorKind::Network);
    api->time.advance(1s);
    QCOMPARE(api->last().query("resourceVersion"), std::string("99"));
}

void ReflectorTest::anEventCutInHalfIsNotLost()
{
    goLive();
    const std::string late = watchEvent("ADDED", "c", "12");
    api->last().send(late.substr(0, 20));
    api->last().fail(ErrorKind::Network);
    QVERIFY(!names->known.contains("c"));
    api->time.advance(1s);
    QCOMPARE(api->last().query("resourceVersion"), std::string("10"));
    api->last().open();
    api->last().send(late);
    QVERIFY(names->known.contains("c"));
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
    goLive();
    if (asEvent) {
        api->last().send(expiredEvent);
    } else {
        api->last().fail(ErrorKind::Network);
        api->time.advance(1s);
        api->last().fail(status(ErrorKind::Gone, 410, "Expired"));
    }
    QCOMPARE(names->known.size(), std::size_t(2));
    api->time.advance(2s);
    QCOMPARE(api->last().query("sendInitialEvents"), std::string("true"));
    QCOMPARE(api->last().query("resourceVersion"), std::string());
}

void ReflectorTest::aThousandGonesAreNoStorm()
{
    goLive();
    const base::SteadyTime begin = api->time.clock().steady();
    std::vector<double> times;
    for (int i = 0; i < 1000; ++i) {
        api->last().send(expiredEvent);
        QCOMPARE(reflector->state().phase, SyncState::Phase::Stale);
        const std::size_t before = api->count();
        while (api->count() == before)
            api->time.advance(100ms);
        times.push_back(std::chrono::duration<double>(api->time.clock().steady() - begin).count());
        api->last().open();
        api->last().send(watchEvent("ADDED", "a", "7") + endBookmark("10"));
    }
    for (std::size_t i = 3; i < times.size(); ++i)
        QVERIFY2(times[i] - times[i - 1] >= 1.0, "more than one list a second");
    QVERIFY(times[20] - times[19] >= 29.0);
    QVERIFY(names->known.contains("a"));
}

void ReflectorTest::rowsThatWentWhileAwayAreRemovedByTheNextList()
{
    goLive();
    api->last().send(expiredEvent);
    api->time.advance(2s);
    api->last().open();
    api->last().send(watchEvent("ADDED", "b", "3"));
    QCOMPARE(names->known.size(), std::size_t(2));
    api->last().send(endBookmark("50"));
    QCOMPARE(names->known, std::set<std::string>{"b"});
}

void ReflectorTest::aBrokenListKeepsWhatWasThere()
{
    goLive();
    api->last().send(expiredEvent);
    api->time.advance(2s);
    api->last().open();
    api->last().send(watchEvent("ADDED", "b", "3"));
    api->last().fail(ErrorKind::Network);
    QCOMPARE(names->known, (std::set<std::string>{"a", "b"}));
    QCOMPARE(names->completions, 1);
    QCOMPARE(reflector->state().phase, SyncState::Phase::Stale);
}

void ReflectorTest::anExpiredPageTokenFetchesTheListInOnePiece()
{
    start(false);
    api->last().answer(page({"a"}, "20", "token"));
    api->last().fail(status(ErrorKind::Gone, 410, "Expired"));
    QCOMPARE(api->last().query("continue"), std::string());
    QCOMPARE(api->last().query("limit"), std::string());
    api->last().answer(page({"a", "b"}, "30"));
    QCOMPARE(names->known, (std::set<std::string>{"a", "b"}));
    QCOMPARE(api->last().query("resourceVersion"), std::string("30"));
}

void ReflectorTest::aListWithoutEndIsCutOff()
{
    start(false);
    int pages = 0;
    while (!reflector->state().error && pages < 20'000) {
        api->last().answer(page({}, "1", "again"));
        ++pages;
        api->exchanges.erase(api->exchanges.begin(), api->exchanges.end() - 1);
    }
    QCOMPARE(pages, Reflector::MaxPages);
    QCOMPARE(reflector->state().error->kind, ErrorKind::TooLarge);
}

void ReflectorTest::whoMayNotWatchIsAskedForPages()
{
    start();
    api->last().fail(status(ErrorKind::Forbidden, 403, "cannot watch"));
    QVERIFY(!api->last().isWatch());
    QCOMPARE(abilities->streamingList, true);
    api->last().answer(page({"a"}, "5"));
    QCOMPARE(names->known, std::set<std::string>{"a"});
    api->last().fail(status(ErrorKind::Forbidden, 403, "cannot watch"));
    QCOMPARE(reflector->state().phase, SyncState::Phase::Polling);
    api->time.advance(Reflector::PollInterval);
    QVERIFY(!api->last().isWatch());
    api->last().fail(status(ErrorKind::Forbidden, 403, "cannot list"));
    QCOMPARE(reflector->state().error->message, std::string("cannot list"));
    const std::size_t count = api->count();
    api->time.advance(2s);
    QCOMPARE(api->count(), count + 1);
    QVERIFY(!api->last().isWatch());
}

void ReflectorTest::theFirstEventOfAWatchNamesTheColumnsOfATable()
{
    start(true, kube::ItemFormat::Table);
    api->last().open();
    api->last().send(tableEvent("ADDED", columns("Captain"), R"({"name":"a","resourceVersion":"7"})"));
    QCOMPARE(names->columns, std::vector<std::string>{"Captain"});
    api->last().send(tableEvent("ADDED", "null", R"({"name":"b","resourceVersion":"8"})") + tableEvent("BOOKMARK", "null", tableEnd));
    QCOMPARE(names->columns.size(), std::size_t(1));
    QCOMPARE(names->known, (std::set<std::string>{"a", "b"}));
    QCOMPARE(reflector->state().phase, SyncState::Phase::Live);
}

void ReflectorTest::anEmptyTableHasColumnsToo()
{
    start(true, kube::ItemFormat::Table);
    api->last().open();
    api->last().send(tableEvent("BOOKMARK", columns("Captain"), tableEnd));
    QCOMPARE(names->columns, std::vector<std::string>{"Captain"});
    QCOMPARE(names->completions, 1);

    names->columns.clear();
    start(false, kube::ItemFormat::Table);
    api->last().answer(table(columns("Captain"), R"({"resourceVersion":"5"})", ""));
    QCOMPARE(names->columns, std::vector<std::string>{"Captain"});
    QCOMPARE(names->completions, 2);
}

void ReflectorTest::otherColumnsThanThoseOfTheRowsMeanListAgain()
{
    start(true, kube::ItemFormat::Table);
    api->last().open();
    api->last().send(tableEvent("ADDED", columns("Captain"), R"({"name":"a","resourceVersion":"7"})") + tableEvent("BOOKMARK", "null", tableEnd));
    api->time.advance(5min);
    api->last().finish();
    api->last().open();
    api->last().send(tableEvent("MODIFIED", columns("Captain"), R"({"name":"a","resourceVersion":"10"})"));
    QCOMPARE(reflector->state().phase, SyncState::Phase::Live);

    api->time.advance(5min);
    api->last().finish();
    api->last().open();
    api->last().send(tableEvent("MODIFIED", columns("Masts"), R"({"name":"a","resourceVersion":"11"})"));
    QCOMPARE(reflector->state().phase, SyncState::Phase::Stale);
    QCOMPARE(names->columns, std::vector<std::string>{"Captain"});
    api->time.advance(2s);
    QCOMPARE(api->last().query("sendInitialEvents"), std::string("true"));
    QCOMPARE(api->last().query("resourceVersion"), std::string());
    api->last().open();
    api->last().send(tableEvent("ADDED", columns("Masts"), R"({"name":"a","resourceVersion":"11"})"));
    QCOMPARE(names->columns, (std::vector<std::string>{"Captain", "Masts"}));
}

void ReflectorTest::aDeniedWatchIsPolled()
{
    start(false);
    api->last().answer(page({"a"}, "20"));
    api->last().fail(status(ErrorKind::Forbidden, 403, "Forbidden"));
    QCOMPARE(reflector->state().phase, SyncState::Phase::Polling);
    api->time.advance(29s);
    QCOMPARE(api->count(), std::size_t(2));
    api->time.advance(1s);
    QVERIFY(!api->last().isWatch());
}

void ReflectorTest::throttlingIsObeyedUpToAMinute()
{
    start(false);
    base::Error error = status(ErrorKind::Throttled, 429, "TooManyRequests");
    error.retryAfter = 30s;
    api->last().fail(error);
    api->time.advance(29s);
    QCOMPARE(api->count(), std::size_t(1));
    api->time.advance(1s);
    QCOMPARE(api->count(), std::size_t(2));
    error.retryAfter = 3600s;
    api->last().fail(error);
    api->time.advance(60s);
    QCOMPARE(api->count(), std::size_t(3));
}

void ReflectorTest::protobufThatIsNotServedBecomesJson()
{
    abilities->streamingList = false;
    reflector = std::make_unique<Reflector>(*api, Collection{pods, {}, {}, {}, kube::ItemFormat::Protobuf}, *names, abilities, [] { return 0.0; });
    reflector->start();
    QVERIFY(api->last().request.accept.starts_with("application/vnd.kubernetes.protobuf"));
    api->last().fail(status(ErrorKind::Unsupported, 406, "NotAcceptable"));
    QCOMPARE(api->last().request.accept, std::string("application/json"));
    QVERIFY(abilities->streamingList == false);
}

void ReflectorTest::staleSinceTheLastWordWasHeard()
{
    goLive();
    api->time.advance(40s);
    api->last().send(bookmark("11"));
    const base::SystemTime heard = api->time.clock().now();
    api->time.advance(50s);
    api->last().fail(ErrorKind::Network, "no answer");
    QCOMPARE(reflector->state().phase, SyncState::Phase::Stale);
    QVERIFY(reflector->state().since == heard);
    QCOMPARE(reflector->state().error->message, std::string("no answer"));
    QVERIFY(reflector->state().nextAttempt > api->time.clock().now());
}

void ReflectorTest::aPersonNeedNotWaitForTheBackoff()
{
    goLive();
    api->last().fail(ErrorKind::Network);
    const std::size_t before = api->count();
    reflector->retryNow();
    QCOMPARE(api->count(), before + 1);
    api->last().open();
    reflector->retryNow();
    QVERIFY(api->exchanges[before].isLetGo());
    QCOMPARE(api->last().query("resourceVersion"), std::string("10"));
}

void ReflectorTest::liveRowsAreStaleWhenNobodyAnswersTheNextWatch()
{
    goLive();
    const base::SystemTime heard = api->time.clock().now();
    api->time.advance(5min);
    api->last().finish();
    QCOMPARE(reflector->state().phase, SyncState::Phase::Live);
    api->time.advance(Reflector::AnswerPatience);
    QCOMPARE(reflector->state().phase, SyncState::Phase::Stale);
    QVERIFY(reflector->state().since == heard);
    QVERIFY(!api->last().isLetGo());
    api->last().open();
    QCOMPARE(reflector->state().phase, SyncState::Phase::Live);
    QVERIFY(!reflector->state().error);
    api->time.advance(1min);
    QCOMPARE(reflector->state().phase, SyncState::Phase::Live);
}

void ReflectorTest::nothingIsCalledAfterTheReflectorIsGone()
{
    goLive();
    const std::size_t states = names->states.size();
    reflector.reset();
    QVERIFY(api->last().isLetGo());
    api->last().send(watchEvent("ADDED", "late", "99"));
    api->last().fail(ErrorKind::Network);
    api->time.advance(10min);
    QCOMPARE(names->states.size(), states);
    QVERIFY(!names->known.contains("late"));
    QCOMPARE(api->count(), std::size_t(1));
}

QTEST_APPLESS_MAIN(ReflectorTest)
#include "ReflectorTest.moc"
