#include "models/http/SocketStream.h"

#include <QtTest>

#include <cstring>

using base::ErrorKind;
using Outcome = http::SocketIo::Outcome;

namespace {

constexpr std::size_t turn = 256 * 1024;    // bytes that one turn of the loop reads at most

/// What the system says of a socket.
struct Wire
{
    std::string waiting;                        ///< to be read
    Outcome then = Outcome::Later;              ///< behind it
    bool takesNothingMore = false;
    std::string sent;
};

class FakeIo final : public http::SocketIo
{
public:
    explicit FakeIo(Wire &wire) : m_wire(wire) { }
    Progress receive(char *to, std::size_t most) override
    {
        const std::size_t size = std::min(most, m_wire.waiting.size());
        std::memcpy(to, m_wire.waiting.data(), size);
        m_wire.waiting.erase(0, size);
        return {size > 0 ? Outcome::Moved : m_wire.then, size};
    }
    Progress send(const char *from, std::size_t size) override
    {
        if (m_wire.takesNothingMore)
            return {Outcome::Failed, 0};
        m_wire.sent.append(from, size);
        return {Outcome::Moved, size};
    }
    void endWriting() override { }
    std::intptr_t socket() const override { return 7; }
    base::Error failure() const override { return base::makeError(ErrorKind::Network, "reset by peer"); }

private:
    Wire &m_wire;
};

class Heard final : public http::ByteReceiver
{
public:
    void bytes(std::string_view chunk) override { text += chunk; }
    void roomAgain() override { }
    void ended(const base::Result<void> &result) override { end = result ? "in order" : result.error().message; }
    std::string text, end;
};

/// A stream that stands, in a loop that the test turns.
struct Bench
{
    /// Goes on for as long as the stream has something to do without being told by its socket.
    void run()
    {
        for (int i = 0; i < 1000 && stream->nextTimer() == base::SteadyTime::min(); ++i)
            stream->handleTimers({});
    }
    void wake()
    {
        std::vector<curl_waitfd> sockets;
        stream->addSockets(sockets);
        for (curl_waitfd &each : sockets)
            each.revents = each.events;
        stream->handle(sockets, 0, sockets.size());
        run();
    }

    Wire wire;
    Heard heard;
    std::shared_ptr<http::SocketStream> stream = std::make_shared<http::SocketStream>(heard, turn, std::make_unique<FakeIo>(wire));
};

} // namespace

/// Bytes of a socket, and its end.
class SocketStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesGoBothWays();
    void moreThanOneTurnReadsComesWhole();
    void whatAPeerSaidBeforeItWentIsReadToItsEnd();
    void aPeerThatWentWithoutAWordIsAnError();
    void whoPausesHearsOfTheLossWithWhatCameBefore();
    void letGoItSaysNothing();
};

void SocketStreamTest::bytesGoBothWays()
{
    Bench bench;
    bench.stream->write("to the peer");
    bench.wire.waiting = "to us";
    bench.wake();
    QCOMPARE(bench.wire.sent, std::string("to the peer"));
    QCOMPARE(bench.heard.text, std::string("to us"));
    QCOMPARE(bench.heard.end, std::string());
}

void SocketStreamTest::moreThanOneTurnReadsComesWhole()
{
    Bench bench;
    bench.wire.waiting = std::string(5 * turn + 1, 'x');
    bench.wire.then = Outcome::Ended;
    bench.wake();
    QCOMPARE(bench.heard.text.size(), 5 * turn + 1);
    QCOMPARE(bench.heard.end, std::string("in order"));
}

void SocketStreamTest::whatAPeerSaidBeforeItWentIsReadToItsEnd()
{
    Bench bench;
    bench.wire.waiting = std::string(5 * turn, 'x') + "its last words";
    bench.wire.then = Outcome::Ended;
    bench.wire.takesNothingMore = true;
    bench.stream->write("too late");
    bench.run();
    QVERIFY(bench.heard.text.ends_with("its last words"));
    QCOMPARE(bench.heard.end, std::string("in order"));
}

void SocketStreamTest::aPeerThatWentWithoutAWordIsAnError()
{
    Bench bench;
    bench.wire.waiting = "before";
    bench.wire.takesNothingMore = true;
    bench.stream->write("too late");
    bench.run();
    QCOMPARE(bench.heard.text, std::string("before"));
    QCOMPARE(bench.heard.end, std::string("reset by peer"));
}

void SocketStreamTest::whoPausesHearsOfTheLossWithWhatCameBefore()
{
    Bench bench;
    bench.stream->pause();
    bench.wire.waiting = "before";
    bench.wire.takesNothingMore = true;
    bench.stream->write("too late");
    bench.run();
    QCOMPARE(bench.heard.text + bench.heard.end, std::string());
    bench.stream->resume();
    bench.run();
    QCOMPARE(bench.heard.text + ", " + bench.heard.end, std::string("before, reset by peer"));
}

void SocketStreamTest::letGoItSaysNothing()
{
    Bench bench;
    bench.wire.waiting = "never heard";
    http::SocketStream::handle(bench.stream).reset();
    bench.wake();
    QCOMPARE(bench.heard.text + bench.heard.end, std::string());
    QVERIFY(bench.stream->isFinished());
}

QTEST_APPLESS_MAIN(SocketStreamTest)
#include "SocketStreamTest.moc"
