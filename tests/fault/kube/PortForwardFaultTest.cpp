#include "models/http/HttpThread.h"
#include "models/kube/PortForwardStream.h"
#include "tests/fault/http/Exchange.h"
#include "tests/support/AllocatedMemory.h"
#include "tests/support/SpdyServer.h"
#include "tests/support/WebSocketServer.h"

#include <QScopeGuard>
#include <QtTest>

#include <filesystem>
#include <future>

using base::ErrorKind;
using support::SpdyServer;
using support::WebSocketServer;
using Peer = support::WebSocketServer::Peer;
using namespace std::chrono_literals;

namespace {

constexpr const char *tunnelProtocol = "SPDY/3.1+portforward.k8s.io";
constexpr const char *channelProtocol = "v4.channel.k8s.io";

class NoCredentials final : public kube::Authorizer
{
public:
    explicit NoCredentials(base::Executor &executor) : m_executor(executor) { }
    base::Job fetch(Done done) override
    {
        auto [job, token] = base::Job::make();
        m_executor.post([token = token, done = std::move(done)] {
            token.finish([&] { done(kube::Authorization{{}, std::make_shared<http::Connection>(), {}}); });
        });
        return std::move(job);
    }
    bool rejected(const kube::Authorization &) override { return false; }

private:
    base::Executor &m_executor;
};

void onThread(base::Executor &executor, const std::function<void()> &f)
{
    std::promise<void> done;
    executor.post([&] {
        f();
        done.set_value();
    });
    done.get_future().wait();
}

/// The program's side: a forward of port 8080 of a pod, and requests through it.
class Client
{
public:
    explicit Client(const WebSocketServer &server, kube::PortForwardLimits limits = {})
    {
        onThread(thread, [&] { streams = std::make_unique<kube::PodStreams>(server.url(), thread, thread, credentials); });
        forward = std::make_unique<kube::PortForwardStream>(*streams, kube::PodPort{"ns", "pod", 8080}, limits);
    }
    ~Client()
    {
        forward.reset();
        onThread(thread, [this] { streams.reset(); });
    }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    http::Request get(const std::string &path = "/") const
    {
        http::Connection connection;
        connection.proxy = forward->proxy();
        return fault::get("http://pod.example:8080" + path, connection);
    }
    base::Error errorOfGet()
    {
        fault::Exchange exchange(thread, get());
        return exchange->wait() ? exchange->error() : base::makeError(ErrorKind::Io, "it never ended");
    }
    kube::PortForwardStream::Counters counters()
    {
        kube::PortForwardStream::Counters result;
        onThread(thread, [&] { result = forward->counters(); });
        return result;
    }

    http::HttpThread thread{fault::settings()};
    NoCredentials credentials{thread};
    std::unique_ptr<kube::PodStreams> streams;
    std::unique_ptr<kube::PortForwardStream> forward;
};

/// A good tunnel: every request gets the answer, and then the connection its end.
void serveTunnel(Peer &peer, const std::string &answer)
{
    SpdyServer spdy;
    peer.upgrade(tunnelProtocol);
    while (const auto frame = peer.read()) {
        if (frame->opcode == 9)
            peer.raw(support::serverFrame(0x8A, frame->payload));
        if (frame->opcode != 2)
            continue;
        for (const auto &event : spdy.take(frame->payload)) {
            if (event.what == "open")
                peer.message(spdy.reply(event.stream));
            if (event.what == "data")
                peer.message(SpdyServer::data(event.stream, answer) + SpdyServer::end(event.stream) + SpdyServer::end(event.stream - 2));
        }
    }
}

/// As serveTunnel until the first request; then what the test wants.
void afterTheFirstRequest(Peer &peer, const std::function<void(Peer &, SpdyServer &, std::uint32_t)> &then)
{
    SpdyServer spdy;
    peer.upgrade(tunnelProtocol);
    while (const auto frame = peer.read(2)) {
        for (const auto &event : spdy.take(frame->payload)) {
            if (event.what == "open")
                peer.message(spdy.reply(event.stream));
            if (event.what == "data")
                return then(peer, spdy, event.stream);
        }
    }
}

/// The older protocol: one request, one answer.
void serveChannel(Peer &peer, const std::string &answer)
{
    peer.upgrade(channelProtocol);
    peer.message(std::string(1, '\0'));
    peer.message(std::string("\x00\x90\x1F", 3));
    peer.message(std::string("\x01\x90\x1F", 3));
    const auto frame = peer.read(2);
    if (!frame || frame->payload.front() != '\0')
        return;
    peer.message('\0' + answer);
    peer.raw(support::serverFrame(0x88, http::closePayload(1000, "")));
}

std::size_t descriptors()
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

const std::string ok = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";

} // namespace

/// Port-forwards through servers that misbehave (F30, F40): each ends with its reason, nothing piles up, nothing stays open.
class PortForwardFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothProtocolsCarryRequests_data();
    void bothProtocolsCarryRequests();
    void theNewerProtocolIsAskedForFirst();
    void olderServersGetALinkForEachConnection();
    void aServerWithNeitherProtocolIsNamed_data();
    void aServerWithNeitherProtocolIsNamed();
    void aRefusalKeepsTheServersWords();
    void aBrokenLinkEndsTheRequestAndTheNextOneIsNew_data();
    void aBrokenLinkEndsTheRequestAndTheNextOneIsNew();
    void framesThatBreakTheRulesAreClosedWithTheirCode_data();
    void framesThatBreakTheRulesAreClosedWithTheirCode();
    void anAnswerOfManyMegabytesComesWhole();
    void aServerThatTakesNothingFillsNoMemory();
    void aHundredForwardsWork();
    void tooManyConnectionsAreRefused();
    void destroyingTheForwardEndsWhatRuns();
    void aRequestLetGoOfEndsItsConnection();
    void noDescriptorIsLeft();
};

void PortForwardFaultTest::bothProtocolsCarryRequests_data()
{
    QTest::addColumn<bool>("newer");
    QTest::newRow("tunnel") << true;
    QTest::newRow("channels") << false;
}

void PortForwardFaultTest::bothProtocolsCarryRequests()
{
    QFETCH(bool, newer);
    WebSocketServer server([newer](Peer &peer) { newer ? serveTunnel(peer, ok) : serveChannel(peer, ok); });
    Client client(server);
    for (int i = 0; i < 3; ++i) {
        fault::Exchange exchange(client.thread, client.get());
        QVERIFY(exchange->wait());
        QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
        QCOMPARE(exchange->body(), std::string("hello"));
    }
}

void PortForwardFaultTest::theNewerProtocolIsAskedForFirst()
{
    std::promise<std::string> request;
    WebSocketServer server([&request](Peer &peer) {
        request.set_value(peer.request());
        serveTunnel(peer, ok);
    });
    Client client(server);
    fault::Exchange exchange(client.thread, client.get());
    QVERIFY(exchange->wait() && exchange->succeeded());
    const std::string text = request.get_future().get();
    QVERIFY2(text.starts_with("GET /api/v1/namespaces/ns/pods/pod/portforward?ports=8080 HTTP/1.1\r\n"), text.c_str());
    QCOMPARE(support::headerOf(text, "Sec-WebSocket-Protocol"), std::string("SPDY/3.1+portforward.k8s.io, v4.channel.k8s.io"));
}

void PortForwardFaultTest::olderServersGetALinkForEachConnection()
{
    std::atomic<int> waiting = 0;
    WebSocketServer server([&waiting](Peer &peer) {
        peer.upgrade(channelProtocol);
        peer.message(std::string("\x00\x90\x1F", 3));
        if (!peer.read(2))
            return;
        ++waiting;
        while (waiting < 4)
            std::this_thread::yield();
        peer.message('\0' + ok);
        peer.read(8);
    });
    Client client(server);
    std::vector<fault::Exchange> exchanges;
    for (int i = 0; i < 4; ++i)
        exchanges.emplace_back(client.thread, client.get());
    for (const fault::Exchange &exchange : exchanges) {
        QVERIFY(exchange->wait());
        QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
    }
    QCOMPARE(server.connections(), 4);
}

void PortForwardFaultTest::aServerWithNeitherProtocolIsNamed_data()
{
    QTest::addColumn<std::string>("answer");
    QTest::newRow("no protocol") << std::string();
    QTest::newRow("400 without words") << std::string("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("404 of a proxy") << std::string("HTTP/1.1 404 Not Found\r\nContent-Length: 13\r\n\r\nno such route");
    QTest::newRow("200") << std::string("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
}

void PortForwardFaultTest::aServerWithNeitherProtocolIsNamed()
{
    QFETCH(std::string, answer);
    WebSocketServer server([answer](Peer &peer) {
        if (answer.empty())
            peer.upgrade("");
        else
            peer.raw(answer);
        peer.read(8);
    });
    Client client(server);
    const base::Error error = client.errorOfGet();
    QCOMPARE(error.kind, ErrorKind::Unsupported);
    QVERIFY2(error.message.starts_with("port 8080: the server offers none of the ways of port-forwarding over WebSocket that this program speaks: SPDY/3.1+portforward.k8s.io, v4.channel.k8s.io"),
        error.message.c_str());
}

void PortForwardFaultTest::aRefusalKeepsTheServersWords()
{
    const std::string status = R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods \"pod\" is forbidden: who are you","reason":"Forbidden","code":403})";
    WebSocketServer server([status](Peer &peer) {
        peer.raw("HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(status.size()) + "\r\n\r\n" + status);
    });
    Client client(server);
    const base::Error error = client.errorOfGet();
    QCOMPARE(error.kind, ErrorKind::Forbidden);
    QVERIFY2(error.message.starts_with("port 8080: pods \"pod\" is forbidden: who are you"), error.message.c_str());
}

void PortForwardFaultTest::aBrokenLinkEndsTheRequestAndTheNextOneIsNew_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("words");
    QTest::newRow("no word (1006)") << QStringLiteral("end") << QStringLiteral("1006");
    QTest::newRow("RST") << QStringLiteral("reset") << QStringLiteral("port 8080: ");
    QTest::newRow("orderly, the pod is gone") << QStringLiteral("close") << QStringLiteral("the server ended the port-forward");
    QTest::newRow("with a reason") << QStringLiteral("reason") << QStringLiteral("code 1011: the pod is gone");
    QTest::newRow("half a frame") << QStringLiteral("half") << QStringLiteral("1006");
    QTest::newRow("what the kubelet says") << QStringLiteral("kubelet") << QStringLiteral("port 8080: connect: connection refused");
    QTest::newRow("going away") << QStringLiteral("away") << QStringLiteral("takes no more connections");
    QTest::newRow("half of a UTF-8 letter") << QStringLiteral("utf8") << QStringLiteral("port 8080: \uFFFD");
}

void PortForwardFaultTest::aBrokenLinkEndsTheRequestAndTheNextOneIsNew()
{
    QFETCH(QString, way);
    QFETCH(QString, words);
    std::atomic<bool> isBad = true;
    WebSocketServer server([&isBad, way = way.toStdString()](Peer &peer) {
        if (!isBad)
            return serveTunnel(peer, ok);
        afterTheFirstRequest(peer, [&way](Peer &bad, SpdyServer &, std::uint32_t stream) {
            if (way == "reset")
                return bad.reset();
            if (way == "close")
                bad.raw(support::serverFrame(0x88, http::closePayload(1000, "")));
            if (way == "reason")
                bad.raw(support::serverFrame(0x88, http::closePayload(1011, "the pod is gone")));
            if (way == "half")
                bad.raw(support::serverMessage(SpdyServer::data(stream, "HTTP/1.1 200 OK\r\n")).substr(0, 12));
            if (way == "kubelet")
                bad.message(SpdyServer::data(stream - 2, "connect: connection refused") + SpdyServer::reset(stream) + SpdyServer::reset(stream - 2));
            if (way == "utf8")
                bad.message(SpdyServer::data(stream - 2, "\xED\x95") + SpdyServer::end(stream - 2));
            if (way == "away")
                bad.message(SpdyServer::goAway());
            if (way != "end" && way != "half")
                bad.read(8);
        });
    });
    Client client(server);
    const base::Error error = client.errorOfGet();
    QVERIFY2(QString::fromStdString(error.message).contains(words), error.message.c_str());
    isBad = false;
    fault::Exchange next(client.thread, client.get());
    QVERIFY(next->wait());
    QVERIFY2(next->succeeded(), next->error().message.c_str());
}

void PortForwardFaultTest::framesThatBreakTheRulesAreClosedWithTheirCode_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("64 MiB frame") << std::string("\x82\x7F\x00\x00\x00\x00\x04\x00\x00\x00", 10) << 1009;
    QTest::newRow("bad opcode") << support::serverFrame(0x83, "") << 1002;
    QTest::newRow("masked") << std::string("\x82\x81\x01\x02\x03\x04\x05", 7) << 1002;
    QTest::newRow("text") << support::serverFrame(0x81, "words") << 1003;
    QTest::newRow("no SPDY") << support::serverMessage("\x80\x7F neither this nor that") << 1002;
    QTest::newRow("huge SPDY frame") << support::serverMessage(std::string("\x80\x03\x00\x02\x00\xFF\xFF\xFF", 8)) << 1009;
}

void PortForwardFaultTest::framesThatBreakTheRulesAreClosedWithTheirCode()
{
    QFETCH(std::string, bytes);
    QFETCH(int, code);
    std::promise<std::string> said;
    WebSocketServer server([&](Peer &peer) {
        afterTheFirstRequest(peer, [&](Peer &bad, SpdyServer &, std::uint32_t) {
            std::thread sender([&] { bad.raw(bytes); });
            const auto frame = bad.read(8);
            said.set_value(frame ? frame->payload.substr(0, 2) : "nothing");
            sender.join();
        });
    });
    Client client(server);
    const base::Error error = client.errorOfGet();
    QVERIFY2(error.message.starts_with("port 8080: "), error.message.c_str());
    QCOMPARE(said.get_future().get(), http::closePayload(code, ""));
}

void PortForwardFaultTest::anAnswerOfManyMegabytesComesWhole()
{
    constexpr std::size_t size = 256 * 1024 * 1024;
    WebSocketServer server([](Peer &peer) {
        afterTheFirstRequest(peer, [](Peer &good, SpdyServer &, std::uint32_t stream) {
            good.message(SpdyServer::data(stream, "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n"));
            const std::string piece(64 * 1024, 'x');
            for (std::size_t sent = 0; sent < size; sent += piece.size())
                good.message(SpdyServer::data(stream, piece));
            good.read(8);
        });
    });
    Client client(server);
    http::Request request = client.get();
    request.byteCap = 0;
    fault::Exchange exchange(client.thread, request);
    exchange->keepNoBody();
    QVERIFY(exchange->wait(60s));
    QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
    QCOMPARE(exchange->size(), static_cast<std::int64_t>(size));
}

void PortForwardFaultTest::aServerThatTakesNothingFillsNoMemory()
{
    std::promise<void> isAsked, isOver;
    WebSocketServer server([&](Peer &peer) {
        afterTheFirstRequest(peer, [&](Peer &, SpdyServer &, std::uint32_t) {
            isAsked.set_value();
            isOver.get_future().wait();
        });
    });
    Client client(server);
    http::Request request = client.get();
    request.method = http::Method::Post;
    request.body.assign(64 * 1024 * 1024, 'x');
    fault::Exchange exchange(client.thread, request);
    isAsked.get_future().wait();
    const auto end = qScopeGuard([&] {
        exchange.letGo();
        isOver.set_value();
    });
    const std::int64_t before = support::allocatedBytes();
    // The thread has had many turns when another request is through.
    for (int i = 0; i < 200; ++i)
        client.counters();
    const std::int64_t held = support::allocatedBytes() - before;
    QVERIFY2(held < 4 * 1024 * 1024, std::to_string(held).c_str());
}

void PortForwardFaultTest::aHundredForwardsWork()
{
    WebSocketServer server([](Peer &peer) { serveTunnel(peer, ok); });
    Client client(server);
    std::vector<std::unique_ptr<kube::PortForwardStream>> forwards;
    std::vector<fault::Exchange> exchanges;
    for (int i = 0; i < 100; ++i) {
        forwards.push_back(std::make_unique<kube::PortForwardStream>(*client.streams, kube::PodPort{"ns", "pod-" + std::to_string(i), 8080}));
        http::Connection connection;
        connection.proxy = forwards.back()->proxy();
        exchanges.emplace_back(client.thread, fault::get("http://pod.example/", connection));
    }
    for (const fault::Exchange &exchange : exchanges) {
        QVERIFY(exchange->wait());
        QVERIFY2(exchange->succeeded(), exchange->error().message.c_str());
    }
}

void PortForwardFaultTest::tooManyConnectionsAreRefused()
{
    WebSocketServer server([](Peer &peer) {
        peer.upgrade(tunnelProtocol);
        peer.read(8);
    });
    kube::PortForwardLimits limits;
    limits.connections = 2;
    Client client(server, limits);
    fault::Exchange one(client.thread, client.get());
    fault::Exchange two(client.thread, client.get());
    const base::Error error = client.errorOfGet();
    QCOMPARE(error.kind, ErrorKind::TooLarge);
    QCOMPARE(error.message, std::string("port 8080: more than 2 connections at once"));
    QCOMPARE(client.counters().connections, std::size_t(2));
}

void PortForwardFaultTest::destroyingTheForwardEndsWhatRuns()
{
    std::promise<void> isAsked;
    std::promise<bool> saidGoodbye;
    WebSocketServer server([&](Peer &peer) {
        afterTheFirstRequest(peer, [&](Peer &silent, SpdyServer &, std::uint32_t) {
            isAsked.set_value();
            const auto frame = silent.read(8);
            saidGoodbye.set_value(frame && frame->payload == http::closePayload(1000, ""));
        });
    });
    Client client(server);
    fault::Exchange exchange(client.thread, client.get());
    isAsked.get_future().wait();
    const std::string word = client.forward->proxy();
    client.forward.reset();
    QVERIFY(exchange->wait());
    QVERIFY(!exchange->succeeded());
    QVERIFY(saidGoodbye.get_future().get());
    http::Connection connection;
    connection.proxy = word;
    fault::Exchange late(client.thread, fault::get("http://pod.example/", connection));
    QVERIFY(late->wait());
    QVERIFY2(late->error().message.find("has ended") != std::string::npos, late->error().message.c_str());
}

void PortForwardFaultTest::aRequestLetGoOfEndsItsConnection()
{
    std::promise<void> isAsked;
    std::promise<bool> wasReset;
    WebSocketServer server([&](Peer &peer) {
        afterTheFirstRequest(peer, [&](Peer &silent, SpdyServer &spdy, std::uint32_t stream) {
            isAsked.set_value();
            bool found = false;
            while (!found) {
                const auto frame = silent.read(2);
                if (!frame)
                    break;
                for (const auto &event : spdy.take(frame->payload))
                    found = found || (event.what == "reset" && event.stream == stream);
            }
            wasReset.set_value(found);
            silent.read(8);
        });
    });
    Client client(server);
    fault::Exchange exchange(client.thread, client.get());
    isAsked.get_future().wait();
    exchange.letGo();
    QVERIFY(wasReset.get_future().get());
    QCOMPARE(client.counters().links, std::size_t(1));
}

void PortForwardFaultTest::noDescriptorIsLeft()
{
    WebSocketServer server([](Peer &peer) { serveTunnel(peer, ok); });
    Client client(server);
    const auto run = [&] {
        kube::PortForwardStream forward(*client.streams, kube::PodPort{"ns", "pod", 8080});
        http::Connection connection;
        connection.proxy = forward.proxy();
        std::vector<fault::Exchange> exchanges;
        for (int i = 0; i < 5; ++i)
            exchanges.emplace_back(client.thread, fault::get("http://pod.example/", connection));
        exchanges.back().letGo();
        exchanges.pop_back();
        for (const fault::Exchange &exchange : exchanges)
            QVERIFY(exchange->wait() && exchange->succeeded());
    };
    run();
    onThread(client.thread, [] { });
    onThread(client.thread, [] { });
    QTRY_VERIFY(server.connections() >= 1);
    const std::size_t before = descriptors();
    for (int i = 0; i < 10; ++i)
        run();
    QTRY_VERIFY2_WITH_TIMEOUT(descriptors() <= before, qPrintable(QStringLiteral("%1, and %2 before").arg(descriptors()).arg(before)), 10'000);
}

QTEST_GUILESS_MAIN(PortForwardFaultTest)
#include "PortForwardFaultTest.moc"
