#include "models/base/ManualExecutor.h"
#include "models/http/WebSocket.h"
#include "tests/support/FakeStreams.h"
#include "tests/support/WebSocketWords.h"

#include <QtTest>

using base::ErrorKind;
using support::clientFrames;
using support::serverFrame;
using support::serverMessage;
using namespace std::chrono_literals;

namespace {

class Heard final : public http::WebSocketReceiver
{
public:
    void opened(const std::string &protocol) override { text += "opened " + protocol + ';'; }
    void refused(const http::ResponseHead &head, const std::string &body) override { text += "refused " + std::to_string(head.status) + ' ' + body + ';'; }
    void part(const http::MessagePart &part) override { (text += part.bytes) += part.isLast ? ";" : ""; }
    void roomAgain() override { text += "room;"; }
    void ended(const base::Result<void> &result) override
    {
        text += "ended;";
        error = result ? std::nullopt : std::optional(result.error());
    }
    std::string text;
    std::optional<base::Error> error;
};

/// A WebSocket whose server the test plays.
struct Talk
{
    Talk()
    {
        http::WebSocketWish wish;
        wish.url = "https://server/path";
        wish.protocols = {"one", "two"};
        socket = std::make_unique<http::WebSocket>(streams, time, wish, http::WebSocketLimits(), heard);
    }
    support::FakeStreamState &server() { return *streams.dialled.front(); }
    void ask() { server().receiver->connected(); }
    void open()
    {
        ask();
        server().say(support::upgradeAnswer(server().take(), "two"));
        heard.text.clear();
    }

    base::ManualExecutor time;
    support::FakeStreams streams;
    Heard heard;
    std::unique_ptr<http::WebSocket> socket;
};

} // namespace

/// One WebSocket: its opening, its limits of time, and its ends.
class WebSocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itOpensWithTheProtocolThatWasAgreedOn();
    void framesBehindTheAnswerAreNotLost();
    void messagesGoBothWays();
    void aRefusalIsToldWithItsBody();
    void aRefusalWhoseBodyNeverEndsIsToldNevertheless();
    void anAnswerThatNeverComesEndsIt();
    void pingsAreAnsweredAndSent();
    void onlyAServerThatIsSilentIsPinged();
    void whoPausesSendsNoPings();
    void aServerThatSaysNothingIsGiven60Seconds();
    void whoPausesDoesNotJudgeTheSilence();
    void aServerThatTakesNothingIsGiven60Seconds();
    void onePongWaitsForRoom();
    void aFloodOfPingsEndsIt();
    void brokenRulesEndItWithTheCode();
    void theServersReasonIsTold();
    void anEndWithoutAWordIsAnError();
    void lettingGoSaysGoodbye();
    void itMayBeEndedFromInsideAMessage();
};

void WebSocketTest::itOpensWithTheProtocolThatWasAgreedOn()
{
    Talk talk;
    talk.ask();
    const std::string request = talk.server().take();
    QCOMPARE(support::headerOf(request, "Sec-WebSocket-Protocol"), std::string("one, two"));
    talk.server().say(support::upgradeAnswer(request, "two"));
    QCOMPARE(talk.heard.text, std::string("opened two;"));
}

void WebSocketTest::framesBehindTheAnswerAreNotLost()
{
    Talk talk;
    talk.ask();
    talk.server().say(support::upgradeAnswer(talk.server().take(), "one") + serverMessage("early"));
    QCOMPARE(talk.heard.text, std::string("opened one;early;"));
}

void WebSocketTest::messagesGoBothWays()
{
    Talk talk;
    talk.open();
    talk.socket->send("to the server");
    const auto frames = clientFrames(talk.server().take());
    QCOMPARE(frames.size(), std::size_t(1));
    QVERIFY(frames[0].isMasked && frames[0].opcode == 2);
    QCOMPARE(frames[0].payload, std::string("to the server"));
    talk.server().say(serverMessage("to us"));
    QCOMPARE(talk.heard.text, std::string("to us;"));
}

void WebSocketTest::aRefusalIsToldWithItsBody()
{
    Talk talk;
    talk.ask();
    talk.server().say("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
    QCOMPARE(talk.heard.text, std::string("refused 403 no;"));
}

void WebSocketTest::aRefusalWhoseBodyNeverEndsIsToldNevertheless()
{
    Talk talk;
    talk.ask();
    talk.server().say("HTTP/1.1 500 X\r\nContent-Length: 100\r\n\r\nhalf");
    QCOMPARE(talk.heard.text, std::string());
    talk.time.advance(31s);
    QCOMPARE(talk.heard.text, std::string("refused 500 half;"));
}

void WebSocketTest::anAnswerThatNeverComesEndsIt()
{
    Talk talk;
    talk.ask();
    talk.server().say("HTTP/1.1 1");
    talk.time.advance(29s);
    QCOMPARE(talk.heard.text, std::string());
    talk.time.advance(2s);
    QCOMPARE(talk.heard.error->kind, ErrorKind::Timeout);
}

void WebSocketTest::pingsAreAnsweredAndSent()
{
    Talk talk;
    talk.open();
    talk.server().say(serverFrame(0x89, "echo"));
    QCOMPARE(clientFrames(talk.server().take()).at(0).payload, std::string("echo"));
    talk.time.advance(11s);
    QCOMPARE(clientFrames(talk.server().take()).at(0).opcode, 9);
}

void WebSocketTest::onlyAServerThatIsSilentIsPinged()
{
    Talk talk;
    talk.open();
    for (int i = 0; i < 30; ++i) {
        talk.server().say(serverMessage("more"));
        talk.time.advance(1s);
    }
    QCOMPARE(talk.server().take(), std::string());
    talk.time.advance(10s);
    QCOMPARE(clientFrames(talk.server().take()).size(), std::size_t(1));
}

void WebSocketTest::whoPausesSendsNoPings()
{
    Talk talk;
    talk.open();
    talk.socket->pause();
    for (int i = 0; i < 30; ++i)
        talk.time.advance(1s);
    QCOMPARE(talk.server().take(), std::string());
    talk.socket->resume();
    talk.time.advance(11s);
    QCOMPARE(clientFrames(talk.server().take()).size(), std::size_t(1));
}

void WebSocketTest::aServerThatSaysNothingIsGiven60Seconds()
{
    Talk talk;
    talk.open();
    for (int i = 0; i < 59; ++i) {
        talk.time.advance(1s);
        talk.server().take();
    }
    QVERIFY(!talk.heard.error);
    talk.time.advance(2s);
    QCOMPARE(talk.heard.error->kind, ErrorKind::Timeout);
    QCOMPARE(talk.heard.text, std::string("ended;"));
}

void WebSocketTest::whoPausesDoesNotJudgeTheSilence()
{
    Talk talk;
    talk.open();
    talk.socket->pause();
    QVERIFY(talk.server().isPaused);
    for (int i = 0; i < 200; ++i) {
        talk.time.advance(1s);
        talk.server().take();
    }
    QVERIFY(!talk.heard.error);
    talk.socket->resume();
    talk.time.advance(30s);
    QVERIFY(!talk.heard.error);
}

void WebSocketTest::aServerThatTakesNothingIsGiven60Seconds()
{
    Talk talk;
    talk.open();
    talk.socket->send("never taken");
    for (int i = 0; i < 62; ++i) {
        talk.server().say(serverMessage(""));
        talk.time.advance(1s);
    }
    QCOMPARE(talk.heard.error->kind, ErrorKind::Timeout);
    QVERIFY2(talk.heard.error->message.find("took nothing") != std::string::npos, talk.heard.error->message.c_str());
}

void WebSocketTest::onePongWaitsForRoom()
{
    Talk talk;
    talk.open();
    talk.server().room = 10;
    talk.socket->send("0123456789");
    for (int i = 0; i < 50; ++i)
        talk.server().say(serverFrame(0x89, std::to_string(i)));
    QCOMPARE(clientFrames(talk.server().take()).size(), std::size_t(1));
    const auto later = clientFrames(talk.server().take());
    QCOMPARE(later.size(), std::size_t(1));
    QCOMPARE(later[0].payload, std::string("49"));
    QCOMPARE(talk.heard.text, std::string("room;"));
}

void WebSocketTest::aFloodOfPingsEndsIt()
{
    Talk talk;
    talk.open();
    std::string pings;
    for (int i = 0; i < 100; ++i)
        pings += serverFrame(0x89, "p");
    talk.server().say(pings);
    QCOMPARE(clientFrames(talk.server().take()).size(), std::size_t(100));
    talk.time.advance(1s);
    talk.server().say(pings);
    QVERIFY(!talk.heard.error);
    talk.server().take();
    talk.server().say(pings);
    QVERIFY(talk.heard.error.has_value());
    QCOMPARE(clientFrames(talk.server().take()).back().payload.substr(0, 2), http::closePayload(1002, ""));
}

void WebSocketTest::brokenRulesEndItWithTheCode()
{
    Talk talk;
    talk.open();
    talk.server().say(serverMessage("good") + serverFrame(0x83, "") + serverMessage("later"));
    QCOMPARE(talk.heard.text, std::string("good;ended;"));
    QCOMPARE(talk.heard.error->reason, std::string("websocket-protocol"));
    const auto frames = clientFrames(talk.server().take());
    QCOMPARE(frames.at(0).opcode, 8);
    QCOMPARE(frames.at(0).payload.substr(0, 2), http::closePayload(1002, ""));
}

void WebSocketTest::theServersReasonIsTold()
{
    Talk talk;
    talk.open();
    talk.server().say(serverFrame(0x88, http::closePayload(1011, "the pod is gone")));
    QCOMPARE(talk.heard.error->message, std::string("the server closed the connection with code 1011: the pod is gone"));
    Talk other;
    other.open();
    other.server().say(serverFrame(0x88, http::closePayload(1000, "")));
    QCOMPARE(other.heard.text, std::string("ended;"));
    QVERIFY(!other.heard.error);
}

void WebSocketTest::anEndWithoutAWordIsAnError()
{
    Talk talk;
    talk.open();
    talk.server().receiver->ended({});
    QVERIFY2(talk.heard.error && talk.heard.error->message.find("1006") != std::string::npos, talk.heard.text.c_str());
}

void WebSocketTest::lettingGoSaysGoodbye()
{
    Talk talk;
    talk.open();
    talk.socket.reset();
    QCOMPARE(clientFrames(talk.server().take()).at(0).payload, http::closePayload(1000, ""));
    QVERIFY(talk.server().isClosed);
    talk.time.advance(100s);
    QCOMPARE(talk.heard.text, std::string());
}

void WebSocketTest::itMayBeEndedFromInsideAMessage()
{
    Talk talk;
    talk.open();
    talk.socket->abort(1002, base::makeError(ErrorKind::BadInput, "no SPDY"));
    QCOMPARE(talk.heard.text, std::string());
    talk.time.run();
    QCOMPARE(talk.heard.text, std::string("ended;"));
    QCOMPARE(talk.heard.error->message, std::string("no SPDY"));
    talk.server().say(serverMessage("later"));
    QCOMPARE(talk.heard.text, std::string("ended;"));
}

QTEST_APPLESS_MAIN(WebSocketTest)
#include "WebSocketTest.moc"
