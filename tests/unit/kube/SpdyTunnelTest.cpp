#include "models/base/ManualExecutor.h"
#include "models/kube/SpdyTunnel.h"
#include "tests/support/SpdyServer.h"

#include <QtTest>

using base::ErrorKind;
using support::SpdyServer;
using namespace std::chrono_literals;

namespace {

class FakeLink final : public http::MessageLink
{
public:
    void send(std::string_view message) override { sent += message; }
    bool hasRoom() const override { return sent.size() < room; }
    void abort(int code, base::Error error) override
    {
        abortCode = code;
        abortError = std::move(error);
    }
    void pause() override { ++pauses; }
    void resume() override { ++resumes; }

    std::string sent;
    std::size_t room = 64 * 1024;
    int abortCode = 0;
    base::Error abortError;
    int pauses = 0;
    int resumes = 0;
};

class Heard final : public http::ByteReceiver
{
public:
    void bytes(std::string_view chunk) override
    {
        text += chunk;
        if (letGoInBytes)
            stream.reset();
    }
    void roomAgain() override { ++rooms; }
    void ended(const base::Result<void> &result) override
    {
        ++ends;
        error = result ? std::nullopt : std::optional(result.error());
    }
    std::string text;
    int rooms = 0;
    int ends = 0;
    bool letGoInBytes = false;
    std::optional<base::Error> error;
    std::unique_ptr<http::ByteStream> stream;
};

/// A tunnel whose server the test plays.
struct Talk
{
    std::vector<SpdyServer::Event> sent() { return server.take(std::exchange(link.sent, {})); }
    /// A connection that the server took: its streams are 1 and 3, then 5 and 7.
    void connect(Heard &heard, int port = 8080)
    {
        heard.stream = tunnel.open(port, heard);
        const auto events = sent();
        errorStream = events.at(events.size() - 2).stream;
        dataStream = events.at(events.size() - 1).stream;
        tunnel.take(server.reply(errorStream));     // one after the other: their headers are packed in this order
        tunnel.take(server.reply(dataStream));
        sent();
    }

    base::ManualExecutor time;
    FakeLink link;
    SpdyServer server;
    kube::SpdyTunnel tunnel{link, time};
    std::uint32_t errorStream = 0;
    std::uint32_t dataStream = 0;
};

} // namespace

/// Many connections over one link.
class SpdyTunnelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConnectionIsAPairOfStreams();
    void nothingMayBeSentBeforeTheServerTookIt();
    void bytesGoToTheirConnection();
    void theEndOfBytesIsToldWhenNoReasonFollows();
    void theReasonOfAnEndMayComeAfterIt();
    void whatTheKubeletSaysIsNamedWithThePort();
    void aResetIsAnErrorWithOrWithoutAReason();
    void aConnectionThatIsNotTakenEndsAfter30Seconds();
    void lettingGoResetsTheStreamAndForgetsIt();
    void whatComesForConnectionsThatAreGoneIsIgnored();
    void oneThatPausesHoldsTheLinkUntilItGoesOnOrIsGone();
    void roomIsToldToAllThatWereTaken();
    void theEndOfTheLinkIsTheEndOfAll();
    void aStreamMayOutliveTheTunnel();
    void whatIsNoSpdyAbortsTheLink();
    void pingsAreAnsweredAndOpeningsRefused();
    void aLongReasonIsCut();
    void longWritesAreCutIntoFrames();
};

void SpdyTunnelTest::aConnectionIsAPairOfStreams()
{
    Talk talk;
    Heard heard;
    heard.stream = talk.tunnel.open(8080, heard);
    const auto events = talk.sent();
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(events[0].headers, (std::map<std::string, std::string>{{"streamtype", "error"}, {"port", "8080"}, {"requestid", "0"}}));
    QCOMPARE(events[1].headers, (std::map<std::string, std::string>{{"streamtype", "data"}, {"port", "8080"}, {"requestid", "0"}}));
    QVERIFY(events[0].stream == 1 && events[1].stream == 3);
    talk.tunnel.take(talk.server.reply(1));
    QCOMPARE(talk.sent().at(0).what, std::string("end"));
}

void SpdyTunnelTest::nothingMayBeSentBeforeTheServerTookIt()
{
    Talk talk;
    Heard heard;
    heard.stream = talk.tunnel.open(8080, heard);
    QVERIFY(!heard.stream->hasRoom());
    talk.tunnel.take(talk.server.reply(3));
    QVERIFY(heard.stream->hasRoom());
    QCOMPARE(heard.rooms, 1);
}

void SpdyTunnelTest::bytesGoToTheirConnection()
{
    Talk talk;
    Heard one, two;
    talk.connect(one);
    talk.connect(two, 9090);
    talk.tunnel.take(SpdyServer::data(7, "for two") + SpdyServer::data(3, "for one"));
    QCOMPARE(one.text, std::string("for one"));
    QCOMPARE(two.text, std::string("for two"));
    two.stream->write("from two");
    two.stream->endWriting();
    const auto events = talk.sent();
    QVERIFY(events.at(0).stream == 7 && events.at(0).text == "from two");
    QCOMPARE(events.at(1).what, std::string("end"));
}

void SpdyTunnelTest::theEndOfBytesIsToldWhenNoReasonFollows()
{
    Talk talk;
    Heard heard;
    talk.connect(heard);
    talk.tunnel.take(SpdyServer::data(3, "all") + SpdyServer::end(3));
    QCOMPARE(heard.ends, 0);
    talk.tunnel.take(SpdyServer::end(1));
    QCOMPARE(heard.ends, 1);
    QVERIFY(!heard.error);
    Heard other;
    talk.connect(other);
    talk.tunnel.take(SpdyServer::end(talk.dataStream));
    talk.time.advance(2s);
    QCOMPARE(other.ends, 1);
    QVERIFY(!other.error);
}

void SpdyTunnelTest::theReasonOfAnEndMayComeAfterIt()
{
    Talk talk;
    Heard heard;
    talk.connect(heard);
    talk.tunnel.take(SpdyServer::end(3) + SpdyServer::data(1, "connection ") + SpdyServer::data(1, "refused") + SpdyServer::reset(1));
    QCOMPARE(heard.ends, 1);
    QCOMPARE(heard.error->message, std::string("port 8080: connection refused"));
}

void SpdyTunnelTest::whatTheKubeletSaysIsNamedWithThePort()
{
    Talk talk;
    Heard heard;
    talk.connect(heard, 9090);
    talk.tunnel.take(SpdyServer::data(1, "dial tcp4 127.0.0.1:9090: \x1B[31mconnect: connection refused") + SpdyServer::end(1));
    QCOMPARE(heard.error->kind, ErrorKind::Network);
    QCOMPARE(heard.error->message, std::string("port 9090: dial tcp4 127.0.0.1:9090: connect: connection refused"));
}

void SpdyTunnelTest::aResetIsAnErrorWithOrWithoutAReason()
{
    Talk talk;
    Heard one, two;
    talk.connect(one);
    talk.tunnel.take(SpdyServer::data(1, "why") + SpdyServer::reset(3));
    QCOMPARE(one.error->message, std::string("port 8080: why"));
    talk.connect(two);
    talk.tunnel.take(SpdyServer::reset(talk.dataStream, 3));
    QCOMPARE(two.error->message, std::string("port 8080: the server refused the connection"));
    QCOMPARE(talk.tunnel.connectionCount(), std::size_t(0));
}

void SpdyTunnelTest::aConnectionThatIsNotTakenEndsAfter30Seconds()
{
    Talk talk;
    Heard heard;
    heard.stream = talk.tunnel.open(8080, heard);
    talk.time.advance(29s);
    QCOMPARE(heard.ends, 0);
    talk.time.advance(2s);
    QCOMPARE(heard.error->kind, ErrorKind::Timeout);
    QCOMPARE(talk.sent().back().what, std::string("reset"));
}

void SpdyTunnelTest::lettingGoResetsTheStreamAndForgetsIt()
{
    Talk talk;
    Heard heard;
    talk.connect(heard);
    heard.letGoInBytes = true;
    talk.tunnel.take(SpdyServer::data(3, "one") + SpdyServer::data(3, "two"));
    QCOMPARE(heard.text, std::string("one"));
    QCOMPARE(talk.sent().at(0).what, std::string("reset"));
    QCOMPARE(talk.tunnel.connectionCount(), std::size_t(0));
    QCOMPARE(heard.ends, 0);
}

void SpdyTunnelTest::whatComesForConnectionsThatAreGoneIsIgnored()
{
    Talk talk;
    Heard heard;
    talk.connect(heard);
    heard.stream.reset();
    talk.sent();
    talk.tunnel.take(SpdyServer::data(3, "late") + SpdyServer::end(3) + SpdyServer::reset(1) + talk.server.reply(3) + SpdyServer::data(999, "x"));
    QVERIFY(heard.text.empty() && heard.ends == 0 && talk.link.abortCode == 0);
    QVERIFY(talk.sent().empty());
}

void SpdyTunnelTest::oneThatPausesHoldsTheLinkUntilItGoesOnOrIsGone()
{
    Talk talk;
    Heard one, two;
    talk.connect(one);
    talk.connect(two);
    one.stream->pause();
    one.stream->pause();
    two.stream->pause();
    QCOMPARE(talk.link.pauses, 1);
    one.stream->resume();
    QCOMPARE(talk.link.resumes, 0);
    two.stream.reset();
    QCOMPARE(talk.link.resumes, 1);
}

void SpdyTunnelTest::roomIsToldToAllThatWereTaken()
{
    Talk talk;
    Heard one, two;
    talk.connect(one);
    two.stream = talk.tunnel.open(1, two);
    talk.tunnel.roomAgain();
    QCOMPARE(one.rooms, 2);
    QCOMPARE(two.rooms, 0);
}

void SpdyTunnelTest::theEndOfTheLinkIsTheEndOfAll()
{
    Talk talk;
    Heard one, two;
    talk.connect(one);
    two.stream = talk.tunnel.open(9090, two);
    talk.tunnel.end(base::makeError(ErrorKind::Network, "the pod is gone"));
    QCOMPARE(one.error->message, std::string("port 8080: the pod is gone"));
    QCOMPARE(two.error->message, std::string("port 9090: the pod is gone"));
    QVERIFY(!one.stream->hasRoom() || talk.tunnel.connectionCount() == 0);
    talk.time.advance(60s);
    QCOMPARE(one.ends + two.ends, 2);
}

void SpdyTunnelTest::aStreamMayOutliveTheTunnel()
{
    Heard heard;
    {
        Talk talk;
        talk.connect(heard);
    }
    QVERIFY(!heard.stream->hasRoom());
    heard.stream->write("into nothing");
    heard.stream->pause();
    heard.stream->endWriting();
    heard.stream.reset();
    QCOMPARE(heard.ends, 0);
}

void SpdyTunnelTest::whatIsNoSpdyAbortsTheLink()
{
    Talk talk;
    talk.tunnel.take("\x80\x02 no frame at all");
    QCOMPARE(talk.link.abortCode, 1002);
    Talk other;
    other.tunnel.take(std::string("\x80\x03\x00\x02\x00\xFF\xFF\xFF", 8));
    QCOMPARE(other.link.abortCode, 1009);
    QCOMPARE(other.link.abortError.kind, ErrorKind::TooLarge);
}

void SpdyTunnelTest::pingsAreAnsweredAndOpeningsRefused()
{
    Talk talk;
    talk.tunnel.take(SpdyServer::ping(2) + SpdyServer::ping(3) + talk.server.open(2));
    const auto events = talk.sent();
    QCOMPARE(events.size(), std::size_t(2));
    QVERIFY(events[0].what == "ping" && events[0].stream == 2);
    QVERIFY(events[1].what == "reset" && events[1].stream == 2);
}

void SpdyTunnelTest::aLongReasonIsCut()
{
    Talk talk;
    Heard heard;
    talk.connect(heard);
    for (int i = 0; i < 100; ++i)
        talk.tunnel.take(SpdyServer::data(1, std::string(10'000, 'w')));
    talk.tunnel.take(SpdyServer::end(1));
    QVERIFY(heard.error->message.size() < kube::SpdyTunnel::LongestProblem + 100);
}

void SpdyTunnelTest::longWritesAreCutIntoFrames()
{
    Talk talk;
    Heard heard;
    talk.connect(heard);
    heard.stream->write(std::string(100'000, 'x'));
    std::size_t bytes = 0;
    for (const auto &event : talk.sent()) {
        QVERIFY(event.text.size() <= 32 * 1024);
        bytes += event.text.size();
    }
    QCOMPARE(bytes, std::size_t(100'000));
}

QTEST_APPLESS_MAIN(SpdyTunnelTest)
#include "SpdyTunnelTest.moc"
