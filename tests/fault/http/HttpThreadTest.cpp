#include "tests/fault/http/Exchange.h"
#include "tests/support/FaultServer.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <set>
#include <thread>

using base::ErrorKind;
using fault::Exchange;
using fault::get;
using support::FaultServer;
using support::Script;
using namespace std::chrono_literals;

/// The thread itself: letting go, fairness between transfers, lanes, tasks and timers.
class HttpThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettingGoSilencesAtOnceAndClosesTheConnection();
    void lettingGoOfOneHurtsNoOther_data();
    void lettingGoOfOneHurtsNoOther();
    void lettingGoInsideOfACallIsAllowed();
    void theEndOfTheThreadCancelsWhatIsOpen();
    void aHugeListLetsOthersThrough();
    void aPausedTransferLosesNoByte_data();
    void aPausedTransferLosesNoByte();
    void aCapIsNoticedAfterAPause_data();
    void aCapIsNoticedAfterAPause();
    void lanesHaveConnectionsOfTheirOwn();
    void theCapCountsTheBody();
    void tasksRunInOrderOnOneThread();
    void timersRunInTimeUnlessLetGo();
    void tasksMaySendAndReceiversMayToo();
    void manyThreadsMaySendAtOnce();
    void countersCount();
};

void HttpThreadTest::lettingGoSilencesAtOnceAndClosesTheConnection()
{
    FaultServer server;
    server.answer("/watch", Script::stream().send("a").gate("more").send("b"));
    server.answer("/", Script::answer(200, "ok"));
    http::HttpThread thread(fault::settings());
    Exchange watch(thread, get(server.url("/watch")));
    QVERIFY(watch->waitForBytes(1));
    watch.letGo();
    server.open("more");
    QVERIFY(server.waitForOpenConnections(0));
    Exchange other(thread, get(server.url("/")));   // the thread has had its turns
    QVERIFY(other->wait());
    QCOMPARE(watch->body(), std::string("a"));
    QCOMPARE(watch->timesDone(), 0);
}

void HttpThreadTest::lettingGoOfOneHurtsNoOther_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addRow("plain") << false;
    QTest::addRow("HTTP/1.1 over TLS") << true;
}

void HttpThreadTest::lettingGoOfOneHurtsNoOther()
{
    QFETCH(bool, tls);
    support::TlsWish wish;
    wish.identity = support::TestAuthority::selfSigned({});
    FaultServer server(tls ? std::optional(wish) : std::nullopt);
    http::Connection connection;
    connection.insecure = true;
    server.answer("/watch", Script::stream().send("a").gate("more").send("b"));
    http::HttpThread thread(fault::settings());
    std::vector<Exchange> watches;
    for (int i = 0; i < 10; ++i)
        watches.emplace_back(thread, get(server.url("/watch"), connection));
    for (const Exchange &watch : watches)
        QVERIFY(watch->waitForBytes(1));
    for (int i = 0; i < 5; ++i)
        watches[static_cast<std::size_t>(i)].letGo();
    QVERIFY(server.waitForOpenConnections(5));
    server.open("more");
    for (std::size_t i = 0; i < watches.size(); ++i) {
        QCOMPARE(i < 5 || watches[i]->wait(), true);
        QCOMPARE(watches[i]->body(), std::string(i < 5 ? "a" : "ab"));
    }
}

namespace {

/// Lets go of its own job as soon as bytes come.
class Quitter final : public http::Receiver
{
public:
    void head(const http::ResponseHead &) override { }
    void bytes(std::string_view) override
    {
        ++calls;
        job = base::Job();
        quit = true;
    }
    void done(const base::Result<void> &) override { ++calls; }

    base::Job job;
    std::atomic<int> calls = 0;
    std::atomic<bool> quit = false;
};

} // namespace

void HttpThreadTest::lettingGoInsideOfACallIsAllowed()
{
    FaultServer server;
    server.answer("/watch", Script::raw("HTTP/1.1 200 OK\r\n\r\n").gate("job kept").send("a").gate("later").send("b"));
    http::HttpThread thread(fault::settings());
    const auto quitter = std::make_shared<Quitter>();
    quitter->job = thread.send(get(server.url("/watch")), quitter);
    server.open("job kept");
    QVERIFY(server.waitForOpenConnections(1));
    QTRY_VERIFY(quitter->quit.load());
    server.open("later");
    QVERIFY(server.waitForOpenConnections(0));
    QCOMPARE(quitter->calls.load(), 1);
}

void HttpThreadTest::theEndOfTheThreadCancelsWhatIsOpen()
{
    FaultServer server;
    server.answer("/watch", Script::stream().send("a").hold());
    auto thread = std::make_unique<http::HttpThread>(fault::settings());
    Exchange open(*thread, get(server.url("/watch")));
    QVERIFY(open->waitForBytes(1));
    thread.reset();
    QCOMPARE(open->timesDone(), 1);
    QCOMPARE(open->error().kind, ErrorKind::Cancelled);
    QVERIFY(server.waitForOpenConnections(0));
}

namespace {

/// Takes its time over every piece, as a parser does.
class SlowReader final : public http::Receiver
{
public:
    void head(const http::ResponseHead &) override { }
    void bytes(std::string_view chunk) override
    {
        const auto until = std::chrono::steady_clock::now() + 1ms;
        while (std::chrono::steady_clock::now() < until) { }
        size += static_cast<std::int64_t>(chunk.size());
    }
    void done(const base::Result<void> &) override { isDone = true; }

    std::atomic<std::int64_t> size = 0;
    std::atomic<bool> isDone = false;
};

} // namespace

void HttpThreadTest::aHugeListLetsOthersThrough()
{
    constexpr std::int64_t size = 400LL << 20;
    FaultServer list, other;
    list.answer("/list", Script::raw("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n").repeat(std::string(1 << 20, 'x'), 400));
    other.answer("/", Script::answer(200, "ok"));
    http::HttpThread thread(fault::settings());
    const auto reader = std::make_shared<SlowReader>();
    auto request = get(list.url("/list"));
    request.byteCap = 0;
    request.lane = http::Lane::Bulk;
    const base::Job job = thread.send(request, reader);
    QVERIFY(list.waitForRequests(1));
    std::int64_t before = 0;
    for (int i = 0; i < 30 && !reader->isDone; ++i) {
        before = reader->size;
        Exchange exchange(thread, get(other.url("/")));
        QVERIFY(exchange->wait());
        QVERIFY(exchange->succeeded());
        // Counted in work, not in time: an answer needs a few turns, and the list has at most about 4 ms of each.
        QVERIFY2(reader->isDone || reader->size - before < 64 << 20, std::to_string(reader->size - before).c_str());
    }
    QVERIFY(before > 0);
}

void HttpThreadTest::aPausedTransferLosesNoByte_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<bool>("gzip");
    QTest::addRow("plain") << false << false;
    QTest::addRow("chunked") << true << false;
    QTest::addRow("gzip") << false << true;
}

void HttpThreadTest::aPausedTransferLosesNoByte()
{
    QFETCH(bool, chunked);
    QFETCH(bool, gzip);
    std::string text;
    for (int i = 0; i < 300'000; ++i)
        text += std::to_string(i) + '\n';
    FaultServer server;
    server.answer("/list", chunked ? Script::stream().send(text.substr(0, 1'000'000)).send(text.substr(1'000'000))
                                   : Script::answer(200, gzip ? support::gzip(text) : text, gzip ? support::Headers{{"Content-Encoding", "gzip"}} : support::Headers()));
    auto settings = fault::settings();
    settings.turnBudget = 0us;   // every piece is a turn of its own
    http::HttpThread thread(settings);
    auto request = get(server.url("/list"));
    request.compress = true;
    Exchange exchange(thread, request);
    QVERIFY(exchange->wait());
    QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
    QVERIFY(exchange->body() == text);
}

void HttpThreadTest::aCapIsNoticedAfterAPause_data()
{
    QTest::addColumn<bool>("gzip");
    QTest::addRow("plain") << false;
    QTest::addRow("gzip") << true;
}

void HttpThreadTest::aCapIsNoticedAfterAPause()
{
    QFETCH(bool, gzip);
    const std::string text(6 << 20, 'x');
    FaultServer server;
    server.answer("/list", Script::answer(200, gzip ? support::gzip(text) : text, gzip ? support::Headers{{"Content-Encoding", "gzip"}} : support::Headers()));
    auto settings = fault::settings();
    settings.turnBudget = 0us;
    http::HttpThread thread(settings);
    auto request = get(server.url("/list"));
    request.compress = gzip;
    // Where the cap is met among the pauses varies: in the middle of what is kept, or at its end.
    for (const std::int64_t cap : {1'000'000, 1'050'000, 2'000'000, 3'000'000}) {
        request.byteCap = cap;
        Exchange exchange(thread, request);
        QVERIFY(exchange->wait());
        QCOMPARE(exchange->error().kind, ErrorKind::TooLarge);
        QVERIFY(exchange->size() <= cap);
    }
}

void HttpThreadTest::lanesHaveConnectionsOfTheirOwn()
{
    FaultServer server;
    server.answer("/", Script::answer(200, "ok"));
    http::HttpThread thread(fault::settings());
    for (const http::Lane lane : {http::Lane::Bulk, http::Lane::Interactive, http::Lane::Bulk, http::Lane::Interactive}) {
        auto request = get(server.url("/"));
        request.lane = lane;
        Exchange exchange(thread, request);
        QVERIFY(exchange->wait());
    }
    QCOMPARE(server.connections(), 2);
}

void HttpThreadTest::theCapCountsTheBody()
{
    FaultServer server;
    server.answer("/", Script::answer(200, std::string(1000, 'x')));
    http::HttpThread thread(fault::settings());
    for (const std::int64_t cap : {1000, 999, 0}) {
        auto request = get(server.url("/"));
        request.byteCap = cap;
        Exchange exchange(thread, request);
        QVERIFY(exchange->wait());
        QCOMPARE(exchange->succeeded(), cap != 999);
        QCOMPARE(exchange->error().kind, cap == 999 ? ErrorKind::TooLarge : ErrorKind::Io);
    }
}

void HttpThreadTest::tasksRunInOrderOnOneThread()
{
    http::HttpThread thread(fault::settings());
    std::vector<int> order;
    std::set<std::thread::id> threads;
    std::promise<void> finished;
    for (int i = 0; i < 100; ++i) {
        thread.post([&, i] {
            order.push_back(i);
            threads.insert(std::this_thread::get_id());
        });
    }
    thread.post([&] { finished.set_value(); });
    QCOMPARE(finished.get_future().wait_for(10s), std::future_status::ready);
    QCOMPARE(order.size(), std::size_t(100));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(threads.size(), std::size_t(1));
    QVERIFY(*threads.begin() != std::this_thread::get_id());
}

void HttpThreadTest::timersRunInTimeUnlessLetGo()
{
    http::HttpThread thread(fault::settings());
    std::promise<std::string> finished;
    std::string order;
    const auto start = thread.clock().steady();
    base::SteadyTime firstRan;
    const base::Job second = thread.after(60ms, [&] { finished.set_value(order + "2"); });
    const base::Job first = thread.after(30ms, [&] {
        order += "1";
        firstRan = thread.clock().steady();
    });
    base::Job never = thread.after(10ms, [&] { order += "never"; });
    never = base::Job();
    auto future = finished.get_future();
    QCOMPARE(future.wait_for(10s), std::future_status::ready);
    QCOMPARE(future.get(), std::string("12"));
    QVERIFY(firstRan - start >= 30ms);
}

void HttpThreadTest::tasksMaySendAndReceiversMayToo()
{
    FaultServer server;
    server.answer("/", Script::answer(200, "ok"));
    http::HttpThread thread(fault::settings());
    const auto collector = std::make_shared<fault::Collector>();
    base::Job job;
    thread.post([&] { job = thread.send(get(server.url("/")), collector); });
    QVERIFY(collector->wait());
    QVERIFY(collector->succeeded());
    std::promise<void> finished;
    thread.post([&] {
        job = base::Job();
        finished.set_value();
    });
    finished.get_future().wait();
}

void HttpThreadTest::manyThreadsMaySendAtOnce()
{
    FaultServer server;
    server.answer("/", Script::answer(200, "ok"));
    http::HttpThread thread(fault::settings());
    std::atomic<int> succeeded = 0;
    std::vector<std::thread> senders;
    for (int i = 0; i < 4; ++i) {
        senders.emplace_back([&] {
            for (int n = 0; n < 25; ++n) {
                Exchange exchange(thread, get(server.url("/")));
                if (n % 5 == 4)
                    exchange.letGo();
                else
                    succeeded += exchange->wait() && exchange->succeeded();
            }
        });
    }
    for (std::thread &sender : senders)
        sender.join();
    QCOMPARE(succeeded.load(), 80);
    QTRY_COMPARE(thread.counters().openTransfers, 0);
}

void HttpThreadTest::countersCount()
{
    FaultServer server;
    server.answer("/", Script::stream().send("12345").gate("end"));
    http::HttpThread thread(fault::settings());
    Exchange exchange(thread, get(server.url("/")));
    QVERIFY(exchange->waitForBytes(5));
    const http::Counters during = thread.counters();
    QCOMPARE(during.openTransfers, 1);
    QCOMPARE(during.connectionsMade, 1);
    QCOMPARE(during.openConnections, 1);
    QVERIFY(during.bytesReceived > 5);
    server.open("end");
    QVERIFY(exchange->wait());
    QTRY_COMPARE(thread.counters().openTransfers, 0);
    QCOMPARE(thread.counters().openConnections, 1);
}

QTEST_GUILESS_MAIN(HttpThreadTest)
#include "HttpThreadTest.moc"
