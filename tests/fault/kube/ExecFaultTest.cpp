#include "models/http/HttpThread.h"
#include "models/kube/ExecCommand.h"
#include "tests/fault/http/Exchange.h"
#include "tests/support/AllocatedMemory.h"
#include "tests/support/ExecTalk.h"
#include "tests/support/FaultServer.h"
#include "tests/support/WebSocketServer.h"

#include <QtTest>

#include <condition_variable>
#include <filesystem>
#include <future>

using base::ErrorKind;
using support::FakeExecServer;
using support::WebSocketServer;
using Peer = support::WebSocketServer::Peer;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;

void onThread(base::Executor &executor, const std::function<void()> &f)
{
    std::promise<void> done;
    executor.post([&] {
        f();
        done.set_value();
    });
    done.get_future().wait();
}

http::Connection trustingAll()
{
    http::Connection connection;
    connection.insecure = true;
    return connection;
}

/// The program's side: a command that runs, over real sockets.
class Client final : public kube::ExecReceiver
{
public:
    explicit Client(const WebSocketServer &server, kube::ExecLimits limits = {})
    {
        kube::ExecWish wish;
        wish.target = {"ns", "pod", "c"};
        wish.command = {"cat"};
        wish.input = kube::ExecWish::Input::Stream;
        onThread(thread, [&] {
            streams = std::make_unique<kube::PodStreams>(server.url(), thread, thread, credentials);
            stream = std::make_unique<kube::ExecStream>(streams->core(), wish, *this, limits);
        });
    }
    ~Client() override
    {
        onThread(thread, [this] {
            stream.reset();
            streams.reset();
        });
    }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    /// "7" or "Network: …".
    std::string end()
    {
        std::unique_lock lock(mutex);
        const bool isOver = changed.wait_for(lock, 60s, [this] { return !exit.empty(); });
        return isOver ? exit : "it never ended";
    }
    bool isOver()
    {
        const std::lock_guard lock(mutex);
        return !exit.empty();
    }
    void turns(int count)
    {
        for (int i = 0; i < count; ++i)
            onThread(thread, [] { });
    }

    http::HttpThread thread{fault::settings()};
    support::NoCredentials credentials{thread, trustingAll()};
    std::unique_ptr<kube::PodStreams> streams;
    std::unique_ptr<kube::ExecStream> stream;
    std::atomic<std::int64_t> received = 0;
    std::atomic<bool> isKept = true;
    std::atomic<int> rooms = 0;
    std::promise<void> isOpen;
    std::string got;            ///< to be read when it has ended

private:
    void opened(kube::ExecProtocol) override { isOpen.set_value(); }
    void output(kube::ExecOutput, std::string_view bytes) override
    {
        received += static_cast<std::int64_t>(bytes.size());
        if (isKept)
            got += bytes;
    }
    void roomAgain() override { ++rooms; }
    void ended(const base::Result<int> &exitCode) override
    {
        const std::lock_guard lock(mutex);
        exit = exitCode ? std::to_string(*exitCode) : support::wordsOf(exitCode.error());
        changed.notify_all();
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::string exit;
};

std::size_t descriptors()
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

std::string status(const std::string &message, const std::string &reason, int code)
{
    const std::string body = R"({"kind":"Status","status":"Failure","message":")" + message + R"(","reason":")" + reason + R"("})";
    return "HTTP/1.1 " + std::to_string(code) + " Words\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// Commands through servers that misbehave (F30, F40): each ends with its reason, what had come is there, nothing piles up.
class ExecFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEndHasItsReasonAndLosesNothing_data();
    void everyEndHasItsReasonAndLosesNothing();
    void framesThatBreakTheRulesAreClosedWithTheirCode_data();
    void framesThatBreakTheRulesAreClosedWithTheirCode();
    void aFloodOfPingsIsClosedWithItsCode();
    void aGigabyteGoesThroughAndNothingOfItStays();
    void aReaderThatPausesMakesTheServerWait();
    void aServerThatTakesNothingFillsNoMemory();
    void whatAServerTakesLateOverTlsArrivesWhole();
    void aServerThatFallsSilentIsGivenUp();
    void anEchoOfManyMegabytesIsWhole();
    void endlessOutputEndsACommand();
    void refusalsComeBeforeAnythingRuns();
    void noDescriptorIsLeft();
};

void ExecFaultTest::everyEndHasItsReasonAndLosesNothing_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("end");
    QTest::newRow("no word (1006)") << QStringLiteral("end") << QStringLiteral("Network: the connection was lost: the server ended it without a word (1006)");
    QTest::newRow("code 1006 in a frame") << QStringLiteral("1006") << QStringLiteral("Network: the server sent a close frame that is none; the WebSocket was closed with 1002");
    QTest::newRow("RST") << QStringLiteral("reset") << QStringLiteral("Network: the connection broke while talking with 127.0.0.1:");
    QTest::newRow("half a frame") << QStringLiteral("half") << QStringLiteral("Network: the connection was lost");
    QTest::newRow("the pod is deleted: killed") << QStringLiteral("killed") << QStringLiteral("137");
    QTest::newRow("the pod is deleted: orderly") << QStringLiteral("close") << QStringLiteral("Network: the server ended the connection without saying how the command ended; as a rule its container is gone");
    QTest::newRow("the node goes away") << QStringLiteral("1011") << QStringLiteral("Network: the server closed the connection with code 1011: error dialing backend");
    QTest::newRow("the kubelet fails") << QStringLiteral("failure") << QStringLiteral("Server: the kubelet fails");
    QTest::newRow("a status in half a letter") << QStringLiteral("utf8") << QStringLiteral("BadInput: the status that ends the command (channel 3) cannot be read");
    QTest::newRow("a channel of its own") << QStringLiteral("channel") << QStringLiteral("BadInput: the server sent something on channel 7, which does not exist");
}

void ExecFaultTest::everyEndHasItsReasonAndLosesNothing()
{
    QFETCH(QString, way);
    QFETCH(QString, end);
    const std::string before = "all of this came \xED\x95";      // and ends in half a letter
    WebSocketServer server([&](Peer &peer) {
        peer.upgrade(kube::ExecStream::Newer);
        peer.message(std::string(1, '\1'));
        peer.raw(FakeExecServer::message(1, before));
        peer.read(2);       // the client has it and says so
        if (way == QLatin1String("reset"))
            return peer.reset();
        if (way == QLatin1String("close"))
            peer.raw(FakeExecServer::goodbye());
        if (way == QLatin1String("1011"))
            peer.raw(support::serverFrame(0x88, http::closePayload(1011, "error dialing backend")));
        if (way == QLatin1String("1006"))
            peer.raw(support::serverFrame(0x88, http::closePayload(1006, "")));
        if (way == QLatin1String("half"))
            peer.raw(FakeExecServer::message(1, "never whole").substr(0, 5));
        if (way == QLatin1String("killed"))
            peer.raw(FakeExecServer::exitCode(137) + FakeExecServer::goodbye());
        if (way == QLatin1String("failure"))
            peer.raw(FakeExecServer::failure("the kubelet fails"));
        if (way == QLatin1String("utf8"))
            peer.raw(FakeExecServer::message(3, "{\"status\":\"\xED\x95\"}") + FakeExecServer::goodbye());
        if (way == QLatin1String("channel"))
            peer.raw(FakeExecServer::message(7, "x"));
        if (way != QLatin1String("end") && way != QLatin1String("half"))
            peer.read(8);
    });
    Client client(server);
    client.isOpen.get_future().wait();
    QTRY_COMPARE(client.received.load(), static_cast<std::int64_t>(before.size()));
    onThread(client.thread, [&] { client.stream->write("got it"); });
    const std::string told = client.end();
    QVERIFY2(told.starts_with(end.toStdString()), told.c_str());
    QCOMPARE(client.got.substr(0, before.size()), before);
}

void ExecFaultTest::framesThatBreakTheRulesAreClosedWithTheirCode_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("64 MiB frame") << std::string("\x82\x7F\x00\x00\x00\x00\x04\x00\x00\x00", 10) << 1009;
    QTest::newRow("bad opcode") << support::serverFrame(0x83, "") << 1002;
    QTest::newRow("masked") << std::string("\x82\x81\x01\x02\x03\x04\x05", 7) << 1002;
    QTest::newRow("text") << support::serverFrame(0x81, "\1words") << 1003;
    QTest::newRow("an unknown channel") << FakeExecServer::message(200, "x") << 1002;
    QTest::newRow("a status without end") << FakeExecServer::message(3, std::string(100'000, '{')) << 1009;
}

void ExecFaultTest::framesThatBreakTheRulesAreClosedWithTheirCode()
{
    QFETCH(std::string, bytes);
    QFETCH(int, code);
    std::promise<std::string> said;
    WebSocketServer server([&](Peer &peer) {
        peer.upgrade(kube::ExecStream::Newer);
        peer.raw(FakeExecServer::message(1, "before"));
        std::thread sender([&] { peer.raw(bytes); });
        const auto frame = peer.read(8);
        said.set_value(frame ? frame->payload.substr(0, 2) : "nothing");
        sender.join();
    });
    Client client(server);
    const std::string told = client.end();
    QVERIFY2(told.find("the server sent") != std::string::npos, told.c_str());
    QCOMPARE(said.get_future().get(), http::closePayload(code, ""));
    QCOMPARE(client.got, std::string("before"));
}

void ExecFaultTest::aFloodOfPingsIsClosedWithItsCode()
{
    std::promise<std::string> said;
    WebSocketServer server([&](Peer &peer) {
        peer.upgrade(kube::ExecStream::Newer);
        std::string pings;
        for (int i = 0; i < 100'000; ++i)
            pings += support::serverFrame(0x89, "ping");
        std::thread sender([&] { peer.raw(pings); });
        const auto frame = peer.read(8);
        said.set_value(frame ? frame->payload.substr(0, 2) : "nothing");
        sender.join();
    });
    Client client(server);
    QCOMPARE(client.end(), std::string("Network: the server sent more than 100 pings in a second; the WebSocket was closed with 1002"));
    QCOMPARE(said.get_future().get(), http::closePayload(1002, ""));
}

void ExecFaultTest::aGigabyteGoesThroughAndNothingOfItStays()
{
    constexpr std::int64_t size = 1024 * mebibyte;
    WebSocketServer server([](Peer &peer) {
        peer.upgrade(kube::ExecStream::Newer);
        const std::string piece = FakeExecServer::message(1, std::string(32 * 1024, 'x'));
        for (std::int64_t sent = 0; sent < size; sent += 32 * 1024) {
            if (!peer.raw(piece))
                return;
        }
        peer.raw(FakeExecServer::success() + FakeExecServer::goodbye());
        peer.read(8);
    });
    Client client(server);
    client.isKept = false;
    client.isOpen.get_future().wait();
    const std::int64_t before = support::allocatedBytes();
    std::int64_t most = 0;
    while (client.received < size - mebibyte && !client.isOver()) {
        client.turns(1);
        most = std::max(most, support::allocatedBytes() - before);
    }
    QCOMPARE(client.end(), std::string("0"));
    QCOMPARE(client.received.load(), size);
    QVERIFY2(most < 4 * mebibyte, std::to_string(most).c_str());
}

void ExecFaultTest::aReaderThatPausesMakesTheServerWait()
{
    constexpr std::int64_t size = 64 * mebibyte;
    std::atomic<std::int64_t> sent = 0;
    WebSocketServer server([&](Peer &peer) {
        peer.upgrade(kube::ExecStream::Newer);
        const std::string piece = FakeExecServer::message(1, std::string(32 * 1024, 'x'));
        for (; sent < size; sent += 32 * 1024) {
            if (!peer.raw(piece))
                return;
        }
        peer.raw(FakeExecServer::success() + FakeExecServer::goodbye());
        peer.read(8);
    });
    Client client(server);
    client.isKept = false;
    client.isOpen.get_future().wait();
    onThread(client.thread, [&] { client.stream->pause(); });
    const std::int64_t paused = client.received;
    const std::int64_t before = support::allocatedBytes();
    client.turns(500);
    QCOMPARE(client.received.load(), paused);
    QVERIFY(sent < size);       // the sockets of the system hold some of it, and no more
    QVERIFY(support::allocatedBytes() - before < mebibyte);
    onThread(client.thread, [&] { client.stream->resume(); });
    QCOMPARE(client.end(), std::string("0"));
    QCOMPARE(client.received.load(), size);
}

void ExecFaultTest::aServerThatTakesNothingFillsNoMemory()
{
    std::promise<void> isOver;
    WebSocketServer server([&](Peer &peer) {
        peer.upgrade(kube::ExecStream::Newer);
        isOver.get_future().wait();
    });
    Client client(server);
    client.isOpen.get_future().wait();
    const std::int64_t before = support::allocatedBytes();
    const std::string piece(64 * 1024, 'x');
    int pieces = 0;
    for (int turn = 0; turn < 2000; ++turn)
        onThread(client.thread, [&] {
            if (client.stream->hasRoom()) {
                client.stream->write(piece);
                ++pieces;
            }
        });
    QVERIFY(pieces < 2000);
    const std::int64_t held = support::allocatedBytes() - before;
    QVERIFY2(held < 2 * mebibyte, std::to_string(held).c_str());
    QCOMPARE(client.rooms.load(), 0);
    isOver.set_value();
    const std::string told = client.end();
    QVERIFY2(told.starts_with("Network: "), told.c_str());
}

void ExecFaultTest::whatAServerTakesLateOverTlsArrivesWhole()
{
    std::promise<void> isFull;
    std::promise<std::string> taken;
    support::TlsWish wish;
    wish.identity = support::TestAuthority().issue({.names = {"IP:127.0.0.1"}});
    WebSocketServer server(
        [&](Peer &peer) {
            peer.upgrade(kube::ExecStream::Newer);
            isFull.get_future().wait();
            std::string got;
            for (auto frame = peer.read(2); frame && frame->payload != std::string("\xFF\0", 2); frame = peer.read(2))
                got += frame->payload.substr(1);
            taken.set_value(std::move(got));
            peer.raw(FakeExecServer::success() + FakeExecServer::goodbye());
            peer.read(8);
        },
        support::makeServerContext(wish));
    Client client(server);
    client.isOpen.get_future().wait();
    std::string sent;
    const auto writeOn = [&] {
        onThread(client.thread, [&] {
            if (!client.stream->hasRoom())
                return;
            const std::string piece(30'011, static_cast<char>('a' + sent.size() / 30'011 % 26));
            client.stream->write(piece);
            sent += piece;
        });
    };
    for (int turn = 0; turn < 2000; ++turn)
        writeOn();
    isFull.set_value();
    while (sent.size() < 20'000'000 && !client.isOver())
        writeOn();
    onThread(client.thread, [&] { QVERIFY(client.stream->closeInput()); });
    QCOMPARE(client.end(), std::string("0"));
    QVERIFY(taken.get_future().get() == sent);
}

void ExecFaultTest::aServerThatFallsSilentIsGivenUp()
{
    std::promise<void> isOver;
    WebSocketServer server([&](Peer &peer) {
        peer.upgrade(kube::ExecStream::Newer);
        peer.raw(FakeExecServer::message(1, "alive"));
        isOver.get_future().wait();
    });
    kube::ExecLimits limits;
    limits.webSocket.ping = 300ms;
    limits.webSocket.silence = 1500ms;
    Client client(server, limits);
    QCOMPARE(client.end(), std::string("Timeout: the server said nothing for 1500 ms, not even in answer to a ping"));
    QCOMPARE(client.got, std::string("alive"));
    isOver.set_value();
}

void ExecFaultTest::anEchoOfManyMegabytesIsWhole()
{
    constexpr std::int64_t size = 32 * mebibyte;
    WebSocketServer server([](Peer &peer) {
        peer.upgrade(kube::ExecStream::Newer);
        while (const auto frame = peer.read(2)) {
            if (frame->payload == std::string("\xFF\0", 2)) {
                peer.raw(FakeExecServer::success() + FakeExecServer::goodbye());
                peer.read(8);
                return;
            }
            peer.raw(FakeExecServer::message(1, frame->payload.substr(1)));
        }
    });
    Client client(server);
    client.isOpen.get_future().wait();
    std::string sent;
    while (static_cast<std::int64_t>(sent.size()) < size && !client.isOver())
        onThread(client.thread, [&] {
            while (client.stream->hasRoom() && static_cast<std::int64_t>(sent.size()) < size) {
                const std::string piece(50'000, static_cast<char>('a' + sent.size() / 50'000 % 26));
                client.stream->write(piece);
                sent += piece;
            }
        });
    onThread(client.thread, [&] { QVERIFY(client.stream->closeInput()); });
    QCOMPARE(client.end(), std::string("0"));
    QVERIFY(client.got == sent);
}

void ExecFaultTest::endlessOutputEndsACommand()
{
    WebSocketServer server([](Peer &peer) {
        peer.upgrade(kube::ExecStream::Newer);
        const std::string piece = FakeExecServer::message(1, std::string(32 * 1024, 'y'));
        while (peer.raw(piece)) { }
    });
    Client client(server);
    kube::ExecWish wish;
    wish.target = {"ns", "pod", "c"};
    wish.command = {"yes"};
    std::promise<std::string> told;
    const base::Job job = kube::runCommand(*client.streams, wish, {}, client.thread, [&](const base::Result<kube::CommandResult> &result) { told.set_value(support::wordsOf(result.error())); });
    QCOMPARE(told.get_future().get(), std::string("TooLarge: the command printed more than 4 MiB"));
}

void ExecFaultTest::refusalsComeBeforeAnythingRuns()
{
    WebSocketServer server([](Peer &peer) { peer.raw(status("pods \\\"pod\\\" is forbidden: User \\\"jane\\\" cannot create resource \\\"pods/exec\\\"", "Forbidden", 403)); });
    Client client(server);
    const std::string told = client.end();
    QVERIFY2(told.starts_with("Forbidden: pods \"pod\" is forbidden: User \"jane\" cannot create resource \"pods/exec\" (the verb create on pods/exec is missing"), told.c_str());
    QCOMPARE(client.received.load(), std::int64_t(0));
}

void ExecFaultTest::noDescriptorIsLeft()
{
    WebSocketServer server([](Peer &peer) {
        peer.upgrade(kube::ExecStream::Older);
        peer.raw(FakeExecServer::message(1, "x") + FakeExecServer::success() + FakeExecServer::goodbye());
        peer.read(8);
    });
    Client client(server);
    QCOMPARE(client.end(), std::string("0"));
    onThread(client.thread, [&] { client.stream.reset(); });
    const auto run = [&] {
        kube::ExecWish wish;
        wish.target = {"ns", "pod", "c"};
        wish.command = {"true"};
        std::promise<int> code;
        const base::Job job = kube::runCommand(*client.streams, wish, {}, client.thread, [&](const base::Result<kube::CommandResult> &result) { code.set_value(result ? result->exitCode : -1); });
        const base::Job dropped = kube::runCommand(*client.streams, wish, {}, client.thread, [](const base::Result<kube::CommandResult> &) { });
        return code.get_future().get();
    };
    QCOMPARE(run(), 0);
    std::size_t before = 0;
    QTRY_VERIFY(std::exchange(before, descriptors()) == descriptors());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(run(), 0);
    QTRY_VERIFY2_WITH_TIMEOUT(descriptors() <= before, qPrintable(QStringLiteral("%1, and %2 before").arg(descriptors()).arg(before)), 10'000);
}

QTEST_GUILESS_MAIN(ExecFaultTest)
#include "ExecFaultTest.moc"
