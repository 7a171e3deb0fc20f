#include "tests/fault/cluster/LiveServer.h"

#include <QTest>

#include <random>
#include <sstream>

using fault::answer;
using fault::LivePods;
using fault::podsPath;
using fault::Streaming;
using kube::SyncState;
using support::Script;

namespace {

constexpr int firstVersion = 100;

/// A collection as it really is: its history, event by event, and what it held after each.
struct Truth
{
    using State = std::map<std::string, std::string>;

    std::vector<std::string> events;    ///< the one at i makes version firstVersion + i + 1
    std::vector<State> states{State{}};

    explicit Truth(std::size_t length, unsigned seed)
    {
        std::mt19937 random(seed);
        while (events.size() < length)
            add("pod-" + std::to_string(random() % 25), random() % 3 == 0);
    }

    void add(const std::string &name, bool remove)
    {
        State next = states.back();
        const std::string version = std::to_string(firstVersion + static_cast<int>(states.size()));
        const bool known = next.contains("default/" + name);
        remove = remove && known;
        // The emoji puts multi-byte characters where a cut may fall.
        const std::string object = fault::pod(name, version, {}, R"(,"annotations":{"note":"씨앗 🌱 )" + version + "\"}");
        events.push_back(fault::eventOf(remove ? "DELETED" : known ? "MODIFIED" : "ADDED", object));
        if (remove)
            next.erase("default/" + name);
        else
            next["default/" + name] = version;
        states.push_back(next);
    }
    int last() const { return firstVersion + static_cast<int>(events.size()); }
};

std::string chunked(const std::string &bytes)
{
    std::ostringstream out;
    out << std::hex << bytes.size() << "\r\n" << bytes << "\r\n";
    return out.str();
}

const std::string streamHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

/// The answer to a watch from that version: some events, then an end in the middle of one, in one of several ways.
Script brokenWatch(const Truth &truth, std::size_t from, std::mt19937 &random)
{
    const std::size_t whole = std::min(truth.events.size(), from + 1 + random() % 9);
    std::string bytes;
    for (std::size_t i = from; i < whole; ++i)
        bytes += truth.events[i];
    if (whole == truth.events.size())
        return fault::stream().send(bytes).hold();
    const std::string &cut = truth.events[whole];
    const std::string half = cut.substr(0, random() % cut.size());
    switch (random() % 4) {
    case 0: return fault::stream().send(bytes);                                     // the server's own time limit
    case 1: return fault::stream().send(bytes + half);                              // a proper end in mid-event
    case 2: return Script::raw(streamHead + chunked(bytes) + "fff\r\n" + half).close();   // in mid-chunk
    default: return Script::raw(streamHead + chunked(bytes + half)).reset();
    }
}

} // namespace

/// Watches and lists that end where they should not, compared with what the collection really held.
class BrokenStreamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterManyCutsNothingIsLostOrDoubled_data();
    void afterManyCutsNothingIsLostOrDoubled();
    void anEventCutAtAnyByteIsDiscardedAndResumed();
    void halfAListIsNeverShownAsWhole_data();
    void halfAListIsNeverShownAsWhole();
    void halfAStreamingListIsNeverShownAsWhole();
    void aPersonsWordGetsPastAStreamingListThatHangs_data();
    void aPersonsWordGetsPastAStreamingListThatHangs();
    void theRestOfTheOldRowsStayUntilTheNextListIsWhole();
};

void BrokenStreamsTest::afterManyCutsNothingIsLostOrDoubled_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1u, 2u, 3u})
        QTest::addRow("seed %u", seed) << seed;
}

void BrokenStreamsTest::afterManyCutsNothingIsLostOrDoubled()
{
    QFETCH(unsigned, seed);
    const Truth truth(200, seed);
    std::mt19937 random(seed);
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({}, std::to_string(firstVersion))));
    for (std::size_t i = 0; i <= truth.events.size(); ++i)
        server.answer(podsPath + "?watch=1&resourceVersion=" + std::to_string(firstVersion + static_cast<int>(i)), brokenWatch(truth, i, random));
    fault::Client client(server.url());
    LivePods live(client, {});
    std::size_t at = 0;             // the version that the rows show
    std::set<kube::RowId> ids;
    QString wrong;
    const auto look = [&] {
        const kube::Delta delta = live.pump();
        for (const kube::RowId row : delta.removed)
            ids.erase(row);
        for (const kube::RowId row : delta.added) {
            if (live.rows().contains(row) && !ids.insert(row).second)
                wrong = QStringLiteral("a row appeared twice");
        }
        const auto shown = live.versions();
        while (at < truth.states.size() && truth.states[at] != shown)
            ++at;
        if (at == truth.states.size())
            wrong = QStringLiteral("the rows show what never was, or what was before");
        if (live.phase() == SyncState::Phase::Stale)
            live.retryNow();
        return !wrong.isEmpty() || (at == truth.events.size() && live.isLive());
    };
    QTRY_VERIFY2_WITH_TIMEOUT(look(), live.describe().c_str(), 60'000);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QCOMPARE(live.versions(), truth.states.back());
    QCOMPARE(ids.size(), truth.states.back().size());
    int lists = 0, watches = 0;
    for (const support::SeenRequest &request : server.requests())
        ++(fault::isWatch(request) ? watches : lists);
    QCOMPARE(lists, 1);
    QVERIFY2(watches >= 20, "too few cuts to prove anything");
}

void BrokenStreamsTest::anEventCutAtAnyByteIsDiscardedAndResumed()
{
    const std::string event = fault::eventOf("ADDED", fault::pod("b", "11", {}, R"(,"annotations":{"note":"한국어 🌱"})"));
    for (std::size_t cut = 0; cut < event.size() - 2; cut += cut % 16 == 0 ? 1 : 7) {
        support::FaultServer server;
        server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5")}, "10")));
        server.answer(podsPath + "?watch=1", fault::stream().send(event.substr(0, cut)).reset());
        server.answer(podsPath + "?watch=1", fault::stream().send(event).hold());
        fault::Client client(server.url());
        LivePods live(client, {});
        TRY(live, live.state().error && live.rows().isComplete());
        QCOMPARE(live.names(), std::set<std::string>{"a"});
        live.retryNow();
        TRY(live, live.names() == std::set<std::string>({"a", "b"}));
        QCOMPARE(fault::queryOf(server.requests().back(), "resourceVersion"), std::string("10"));
    }
}

void BrokenStreamsTest::halfAListIsNeverShownAsWhole_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("Content-Length is longer than the body") << 0;
    QTest::newRow("reset in the middle") << 1;
    QTest::newRow("chunks without an end") << 2;
    QTest::newRow("a proper end in mid-list") << 3;
    QTest::newRow("a proper end between two items") << 4;
}

void BrokenStreamsTest::halfAListIsNeverShownAsWhole()
{
    QFETCH(int, way);
    std::vector<std::string> items;
    for (int i = 0; i < 50; ++i)
        items.push_back(fault::pod("new-" + std::to_string(i), std::to_string(200 + i)));
    const std::string whole = fault::listOf(items, "300");
    const std::string half = whole.substr(0, way == 4 ? whole.find(R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"new-30")") : whole.size() / 2);
    const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    const std::vector<Script> broken{
        Script::raw(head + "Content-Length: " + std::to_string(whole.size()) + "\r\n\r\n" + half).close(),
        Script::raw(head + "Content-Length: " + std::to_string(whole.size()) + "\r\n\r\n" + half).reset(),
        Script::raw(streamHead + chunked(half)).close(),
        fault::stream().send(half),
        answer(half),
    };
    support::FaultServer server;
    server.answer(podsPath, broken.at(static_cast<std::size_t>(way)));
    server.answer(podsPath, answer(whole));
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.state().error.has_value());
    QVERIFY(!live.rows().isComplete());
    QCOMPARE(live.phase(), SyncState::Phase::Connecting);
    QVERIFY(live.rows().size() < 50);
    live.retryNow();
    TRY(live, live.isLive());
    QCOMPARE(live.rows().size(), std::size_t(50));
}

void BrokenStreamsTest::halfAStreamingListIsNeverShownAsWhole()
{
    const std::string events = fault::eventOf("ADDED", fault::pod("a", "5")) + fault::eventOf("ADDED", fault::pod("b", "6"));
    support::FaultServer server;
    server.answer(podsPath + "?watch=1", fault::stream().send(events).reset());
    server.answer(podsPath + "?watch=1", fault::stream().send(events));
    server.answer(podsPath + "?watch=1", fault::stream().send(events + fault::bookmarkOf("9")));   // not the bookmark that ends a list
    server.answer(podsPath + "?watch=1", fault::stream().send(events + fault::bookmarkOf("10", true)).hold());
    fault::Client client(server.url());
    LivePods live(client, {.streaming = Streaming::Yes});
    for (std::size_t attempt = 1; attempt <= 3; ++attempt) {
        QVERIFY(server.waitForRequests(attempt));
        TRY(live, live.phase() == SyncState::Phase::Connecting && live.state().error.has_value());
        QVERIFY(!live.rows().isComplete());
        const std::size_t before = server.requests().size();
        live.retryNow();
        QVERIFY(server.waitForRequests(before + 1));
    }
    TRY(live, live.isLive());
    QCOMPARE(live.names(), (std::set<std::string>{"a", "b"}));
}

void BrokenStreamsTest::aPersonsWordGetsPastAStreamingListThatHangs_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("nothing at all") << QByteArray();
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Ty");
}

void BrokenStreamsTest::aPersonsWordGetsPastAStreamingListThatHangs()
{
    QFETCH(QByteArray, start);
    support::FaultServer server;
    server.answer(podsPath + "?sendInitialEvents=true", Script::raw(start.toStdString()).hold());
    server.answer(podsPath + "?sendInitialEvents=true", fault::stream().send(fault::eventOf("ADDED", fault::pod("a", "5")) + fault::bookmarkOf("10", true)).hold());
    fault::Client client(server.url());
    LivePods live(client, {.streaming = Streaming::Yes});
    QVERIFY(server.waitForRequests(1));
    live.retryNow();
    TRY(live, live.isLive());
    QCOMPARE(live.names(), std::set<std::string>{"a"});
    QCOMPARE(server.requests().size(), std::size_t(2));
}

void BrokenStreamsTest::theRestOfTheOldRowsStayUntilTheNextListIsWhole()
{
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5"), fault::pod("b", "6"), fault::pod("c", "7")}, "10")));
    const std::string shorter = fault::listOf({fault::pod("a", "5"), fault::pod("d", "12")}, "20");
    server.answer(podsPath, Script::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
                                        + shorter.substr(0, shorter.size() - 10)).reset());
    server.answer(podsPath, answer(shorter));
    server.answer(podsPath + "?watch=1", fault::stream().gate("expired").send(fault::eventOf("ERROR", fault::statusOf(410, "Expired", "too old"))));
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive());
    server.open("expired");
    TRY(live, live.failedWith("too old"));
    live.retryNow();
    TRY(live, live.state().error && !live.failedWith("too old"));
    QCOMPARE(live.phase(), SyncState::Phase::Stale);
    for (const char *name : {"a", "b", "c"})
        QVERIFY2(live.names().contains(name), name);
    live.retryNow();
    TRY(live, live.isLive() && live.names() == std::set<std::string>({"a", "d"}));
}

QTEST_GUILESS_MAIN(BrokenStreamsTest)
#include "BrokenStreamsTest.moc"
