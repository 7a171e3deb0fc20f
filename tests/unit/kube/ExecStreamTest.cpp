#include "tests/support/ExecTalk.h"

#include "models/text/Yaml.h"

#include <QtTest>

using support::FakeExecServer;
using namespace std::chrono_literals;

namespace {

/// What the stream tells, in short words: "open5;out(hi);err(no);room;end 7;" or "end Network: …;".
class Heard final : public kube::ExecReceiver
{
public:
    void opened(kube::ExecProtocol protocol) override { text += protocol == kube::ExecProtocol::V5 ? "open5;" : "open4;"; }
    void output(kube::ExecOutput output, std::string_view bytes) override
    {
        ((text += output == kube::ExecOutput::Output ? "out(" : "err(") += bytes) += ");";
    }
    void roomAgain() override { text += "room;"; }
    void ended(const base::Result<int> &exitCode) override
    {
        text += "end " + (exitCode ? std::to_string(*exitCode) : support::wordsOf(exitCode.error())) + ';';
        if (atEnd)
            atEnd();
    }
    std::string text;
    std::function<void()> atEnd;
};

struct Talk
{
    explicit Talk(kube::ExecWish wanted = {}) : wish(std::move(wanted))
    {
        if (wish.command.empty())
            wish.command = {"cat"};
        wish.target = {"ns", "pod", "c"};
        stream = std::make_unique<kube::ExecStream>(server.pods.core(), wish, heard);
    }
    static kube::ExecWish interactive()
    {
        kube::ExecWish wish;
        wish.input = kube::ExecWish::Input::Stream;
        return wish;
    }
    /// "0:hello;close 0;4:{…};": what the client said since the last time, but for pings.
    std::string said()
    {
        std::string text;
        for (const auto &frame : support::clientFrames(server.last().take())) {
            if (frame.opcode == 8)
                text += "goodbye " + std::to_string(static_cast<std::uint8_t>(frame.payload[0]) << 8 | static_cast<std::uint8_t>(frame.payload[1])) + ';';
            else if (frame.opcode == 2)
                text += std::to_string(static_cast<std::uint8_t>(frame.payload.at(0))) + ':' + (frame.payload == std::string("\xFF\0", 2) ? "0" : frame.payload.substr(1)) + ';';
        }
        return text;
    }

    FakeExecServer server;
    kube::ExecWish wish;
    Heard heard;
    std::unique_ptr<kube::ExecStream> stream;
};

std::string status(const std::string &json) { return FakeExecServer::message(3, json); }

} // namespace

/// One command in a container, rule by rule.
class ExecStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestNamesWhatIsWanted_data();
    void theRequestNamesWhatIsWanted();
    void whatTheServerSaysIsHeard_data();
    void whatTheServerSaysIsHeard();
    void messagesInPiecesAreHeardTheSame();
    void refusalsSayWhatIsMissing_data();
    void refusalsSayWhatIsMissing();
    void inputGoesInPiecesAndIsClosed();
    void theOlderProtocolCannotCloseTheInput();
    void whatIsWrittenTooEarlyOrTooLateGoesNowhere();
    void roomForInputIsBounded();
    void theSizeOfATerminalIsToldAtOnceAndWhenItChanges();
    void whoPausesIsSentNothingAndNotJudged();
    void aSilentServerIsGivenUpAndPingedBefore();
    void aConnectionThatLingersBehindTheStatusIsLeft();
    void theStatusCountsHoweverTheConnectionEnds();
    void abortingTellsTheReasonLater();
    void lettingGoAtTheEndIsFine();
    void aCommandOfNoWordsIsMisuse();
    void aReadOnlyClusterIsAskedNothing();
    void theDefaultContainerIsKubectls_data();
    void theDefaultContainerIsKubectls();
};

void ExecStreamTest::theRequestNamesWhatIsWanted_data()
{
    QTest::addColumn<bool>("terminal");
    QTest::addColumn<bool>("input");
    QTest::addColumn<bool>("attach");
    QTest::addColumn<QString>("query");
    QTest::newRow("plain") << false << false << false << QStringLiteral("exec?container=c&command=sh&command=-c&command=echo+%26+%C3%A4&stdin=false&stdout=true&stderr=true&tty=false");
    QTest::newRow("a terminal has no errors of its own") << true << true << false << QStringLiteral("exec?container=c&command=sh&command=-c&command=echo+%26+%C3%A4&stdin=true&stdout=true&stderr=false&tty=true");
    QTest::newRow("attach has no command") << false << true << true << QStringLiteral("attach?container=c&stdin=true&stdout=true&stderr=true&tty=false");
}

void ExecStreamTest::theRequestNamesWhatIsWanted()
{
    QFETCH(bool, terminal);
    QFETCH(bool, input);
    QFETCH(bool, attach);
    QFETCH(QString, query);
    kube::ExecWish wish;
    wish.command = {"sh", "-c", "echo & \u00E4"};
    wish.input = input ? kube::ExecWish::Input::Stream : kube::ExecWish::Input::None;
    wish.act = attach ? kube::ExecWish::Act::Attach : kube::ExecWish::Act::Run;
    if (terminal)
        wish.terminal = kube::TerminalSize{100, 30};
    Talk talk(wish);
    talk.server.accept();
    const std::string request = talk.server.requestOfLast();
    const QString first = QString::fromStdString(request.substr(0, request.find("\r\n"))).replace(QStringLiteral("%20"), QStringLiteral("+"));
    QCOMPARE(first, QStringLiteral("GET /prefix/api/v1/namespaces/ns/pods/pod/") + query + QStringLiteral(" HTTP/1.1"));
    QCOMPARE(support::headerOf(request, "Sec-WebSocket-Protocol"), std::string("v5.channel.k8s.io, v4.channel.k8s.io"));
}

void ExecStreamTest::whatTheServerSaysIsHeard_data()
{
    QTest::addColumn<bool>("newer");
    QTest::addColumn<std::string>("says");
    QTest::addColumn<QString>("heard");
    QTest::addColumn<QString>("goodbye");
    using S = FakeExecServer;
    const std::string zero(1, '\0');
    const auto row = [](const char *name, const std::string &says, const QString &heard, const QString &goodbye = {}) {
        QTest::newRow(name) << true << says << heard << goodbye;
        QTest::newRow((std::string(name) + " (v4)").c_str()) << false << says << heard << goodbye;
    };
    const auto q = [](const char *text) { return QString::fromUtf8(text); };
    row("output and success", S::message(1, "hi") + S::success() + S::goodbye(), q("out(hi);end 0;"));
    row("errors apart", S::message(1, "a") + S::message(2, "b") + S::message(1, "c") + S::exitCode(1) + S::goodbye(), q("out(a);err(b);out(c);end 1;"));
    row("the first message is empty", S::message(1, "") + S::message(1, "a") + S::success() + S::goodbye(), q("out(a);end 0;"));
    row("empty on channels of the client", S::message(0, "") + S::message(4, "") + S::success() + S::goodbye(), q("end 0;"));
    row("a message without a byte", support::serverMessage("") + S::success() + S::goodbye(), q("end 0;"));
    row("an empty status is none", S::message(3, "") + S::goodbye(), q("end Network: the server ended the connection without saying how the command ended; as a rule its container is gone;"));
    row("killed", S::exitCode(137) + S::goodbye(), q("end 137;"));
    row("a code of Windows", status(R"({"status":"Failure","reason":"NonZeroExitCode","details":{"causes":[{"reason":"Other","message":"x"},{"reason":"ExitCode","message":"3221225786"}]}})") + S::goodbye(), q("end -1073741510;"));
    row("half a letter is handed on as it is", S::message(1, "\xED\x95") + S::success() + S::goodbye(), QStringLiteral("out(") + QString::fromUtf8("\xED\x95", 2) + QStringLiteral(");end 0;"));
    row("could not be run", S::failure("exec: no such file") + S::goodbye(), q("end Server: exec: no such file;"));
    row("the container is gone", S::failure("container not found (\\\"c\\\")") + S::goodbye(), q("end NotFound: container not found (\"c\");"));
    row("nothing is lost before a lost connection", S::message(1, "all of it") + support::serverFrame(0x88, http::closePayload(1011, "the pod is gone")),
        q("out(all of it);end Network: the server closed the connection with code 1011: the pod is gone;"), q("goodbye 1011;"));
    row("ended without a status", S::message(1, "all") + S::goodbye(),
        q("out(all);end Network: the server ended the connection without saying how the command ended; as a rule its container is gone;"), q("goodbye 1000;"));
    row("input from the server", S::message(1, "a") + S::message(0, "x"), q("out(a);end BadInput: the server sent something on channel 0, which is for the client alone;"), q("goodbye 1002;"));
    row("a size from the server", S::message(4, "{}"), q("end BadInput: the server sent something on channel 4, which is for the client alone;"), q("goodbye 1002;"));
    row("an unknown channel", S::message(9, "x") + S::message(1, "never"), q("end BadInput: the server sent something on channel 9, which does not exist;"), q("goodbye 1002;"));
    row("a status that is no JSON", status("{\"status\":") + S::goodbye(), q("end BadInput: the status that ends the command (channel 3) cannot be read"));
    row("a status of something else", status("{\"status\":\"Perhaps\"}") + S::goodbye(), q("end BadInput: the status that ends the command (channel 3) says neither success nor failure: {\"status\":\"Perhaps\"};"));
    row("a status that is a list", status("[]") + S::goodbye(), q("end BadInput: the status that ends the command (channel 3) says neither success nor failure: [];"));
    row("failed without a code", status(R"({"status":"Failure","reason":"NonZeroExitCode"})") + S::goodbye(),
        q("end BadInput: the status that ends the command (channel 3) says that the command failed, without its exit code: "));
    row("failed with a word for a code", status(R"({"status":"Failure","reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":"7x"}]}})") + S::goodbye(),
        q("end BadInput: the status that ends the command (channel 3) has an exit code that is no number: "));
    row("failed without a word", status(R"({"status":"Failure"})") + S::goodbye(), q("end Server: the server could not run the command, and says no more;"));
    row("a status without end", status(std::string(70'000, ' ')), q("end TooLarge: the server sent more than 64 KiB at once on channel 3;"), q("goodbye 1009;"));
    row("the first status counts", S::exitCode(3) + S::success() + S::goodbye(), q("end 3;"));
    row("output behind the status", S::exitCode(3) + S::message(1, "late") + S::goodbye(), q("out(late);end 3;"));
    QTest::newRow("the newer one closes a channel") << true << S::message(255, "\x01") + S::success() + S::goodbye() << q("end 0;") << QString();
    QTest::newRow("the newer one closes what is not there") << true << S::message(255, "\x09") << q("end BadInput: the server closed a channel that does not exist (channel 255);") << q("goodbye 1002;");
    QTest::newRow("the newer one closes with too many words") << true << S::message(255, zero + zero) << q("end BadInput: the server closed a channel that does not exist (channel 255);") << q("goodbye 1002;");
    QTest::newRow("the older one knows no closing") << false << S::message(255, zero) << q("end BadInput: the server sent something on channel 255, which does not exist;") << q("goodbye 1002;");
}

void ExecStreamTest::whatTheServerSaysIsHeard()
{
    QFETCH(bool, newer);
    QFETCH(std::string, says);
    QFETCH(QString, heard);
    QFETCH(QString, goodbye);
    Talk talk;
    talk.server.accept(newer ? "v5.channel.k8s.io" : "v4.channel.k8s.io");
    QCOMPARE(talk.heard.text, std::string(newer ? "open5;" : "open4;"));
    talk.heard.text.clear();
    talk.server.last().say(says);
    talk.server.time.advance(2s);
    const QString text = QString::fromStdString(talk.heard.text);
    QVERIFY2(heard.endsWith(QLatin1Char(';')) ? text == heard : text.startsWith(heard) && text.count(QStringLiteral("end ")) == 1, qPrintable(text));
    if (!goodbye.isEmpty())
        QCOMPARE(QString::fromStdString(talk.said()), goodbye);
}

void ExecStreamTest::messagesInPiecesAreHeardTheSame()
{
    const std::string all = FakeExecServer::message(1, "") + FakeExecServer::message(1, "one") + FakeExecServer::message(2, "two") + FakeExecServer::exitCode(9) + FakeExecServer::goodbye();
    for (const std::size_t piece : {1u, 2u, 3u, 7u, 50u}) {
        Talk talk;
        talk.server.accept();
        for (std::size_t at = 0; at < all.size(); at += piece)
            talk.server.last().say(std::string_view(all).substr(at, piece));
        QString text = QString::fromStdString(talk.heard.text);
        text.remove(QStringLiteral(");out(")).remove(QStringLiteral(");err("));
        QVERIFY2(text == QStringLiteral("open5;out(onetwo);end 9;") || text == QStringLiteral("open5;out(one);err(two);end 9;"), qPrintable(text));
    }
}

void ExecStreamTest::refusalsSayWhatIsMissing_data()
{
    QTest::addColumn<std::string>("answer");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, int code, const std::string &body, const QString &end) {
        QTest::newRow(name) << "HTTP/1.1 " + std::to_string(code) + " Words\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body << end;
    };
    const auto answer = [](const std::string &reason, const std::string &message) { return R"({"kind":"Status","status":"Failure","reason":")" + reason + R"(","message":")" + message + "\"}"; };
    row("create is missing", 403, answer("Forbidden", R"(pods \"pod\" is forbidden: User \"jane\" cannot create resource \"pods/exec\" in API group \"\")"),
        QStringLiteral("end Forbidden: pods \"pod\" is forbidden: User \"jane\" cannot create resource \"pods/exec\" in API group \"\" (the verb create on pods/exec is missing; it takes get and, since Kubernetes 1.35, create on pods/exec);"));
    row("get is missing", 403, answer("Forbidden", R"(User \"jane\" cannot get resource \"pods/exec\")"),
        QStringLiteral("end Forbidden: User \"jane\" cannot get resource \"pods/exec\" (the verb get on pods/exec is missing; it takes get and, since Kubernetes 1.35, create on pods/exec);"));
    row("the second look gives no reason", 403, answer("Forbidden", R"(pods \"pod\" is forbidden: )"),
        QStringLiteral("end Forbidden: pods \"pod\" is forbidden: (the verb create on pods/exec is missing; it takes get and, since Kubernetes 1.35, create on pods/exec);"));
    row("it does not say which", 403, answer("Forbidden", "no"), QStringLiteral("end Forbidden: no (it takes get and, since Kubernetes 1.35, create on pods/exec);"));
    row("no such pod", 404, answer("NotFound", R"(pods \"pod\" not found)"), QStringLiteral("end NotFound: pods \"pod\" not found;"));
    row("no such container", 400, answer("BadRequest", "container c is not valid for pod pod"), QStringLiteral("end Invalid: container c is not valid for pod pod;"));
    row("a container that does not run", 500, "container not found (\"c\")\n", QStringLiteral("end NotFound: container not found (\"c\");"));
    row("a node that is away", 502, answer("", "error dialing backend: dial tcp 10.0.0.1:10250: connect: no route to host"),
        QStringLiteral("end Server: error dialing backend: dial tcp 10.0.0.1:10250: connect: no route to host;"));
    row("only SPDY is spoken", 400, "Upgrade request required",
        QStringLiteral("end Unsupported: the server offers none of the ways of running commands over WebSocket that this program speaks: v5.channel.k8s.io, v4.channel.k8s.io (it answered: HTTP 400, Upgrade request required);"));
}

void ExecStreamTest::refusalsSayWhatIsMissing()
{
    QFETCH(std::string, answer);
    QFETCH(QString, end);
    Talk talk;
    talk.server.time.run();
    talk.server.last().receiver->connected();
    talk.server.last().say(answer);
    talk.server.time.run();
    QCOMPARE(QString::fromStdString(talk.heard.text), end);
}

void ExecStreamTest::inputGoesInPiecesAndIsClosed()
{
    Talk talk(Talk::interactive());
    talk.server.accept();
    talk.stream->write("hello");
    QCOMPARE(talk.said(), std::string("0:hello;"));
    talk.stream->write(std::string(40'000, 'x'));
    QCOMPARE(talk.said(), "0:" + std::string(32 * 1024, 'x') + ";0:" + std::string(40'000 - 32 * 1024, 'x') + ';');
    QVERIFY(talk.stream->closeInput());
    QVERIFY(talk.stream->closeInput());
    QCOMPARE(talk.said(), std::string("255:0;"));
    QVERIFY(!talk.stream->hasRoom());
    talk.stream->write("late");
    QCOMPARE(talk.said(), std::string());
}

void ExecStreamTest::theOlderProtocolCannotCloseTheInput()
{
    Talk talk(Talk::interactive());
    talk.server.accept("v4.channel.k8s.io");
    const auto closed = talk.stream->closeInput();
    QVERIFY(!closed);
    QCOMPARE(closed.error().kind, base::ErrorKind::Unsupported);
    QVERIFY2(closed.error().message.find("v4.channel.k8s.io") != std::string::npos, closed.error().message.c_str());
    talk.stream->write("more");
    QCOMPARE(talk.said(), std::string("0:more;"));
    talk.stream.reset();
    QCOMPARE(talk.said(), std::string("goodbye 1000;"));
}

void ExecStreamTest::whatIsWrittenTooEarlyOrTooLateGoesNowhere()
{
    Talk talk(Talk::interactive());
    QVERIFY(!talk.stream->hasRoom());
    talk.stream->write("early");
    QCOMPARE(talk.stream->closeInput().error().kind, base::ErrorKind::Misuse);
    talk.server.accept();
    QVERIFY(talk.stream->hasRoom());
    QCOMPARE(talk.said(), std::string());
    talk.server.last().say(FakeExecServer::success() + FakeExecServer::goodbye());
    QVERIFY(!talk.stream->hasRoom());
    talk.said();
    talk.stream->write("late");
    QVERIFY(talk.stream->closeInput());
    QCOMPARE(talk.said(), std::string());
}

void ExecStreamTest::roomForInputIsBounded()
{
    Talk talk(Talk::interactive());
    talk.server.accept();
    talk.server.last().room = 100;
    talk.stream->write(std::string(200, 'x'));
    QVERIFY(!talk.stream->hasRoom());
    talk.heard.text.clear();
    talk.server.last().take();
    QCOMPARE(talk.heard.text, std::string("room;"));
    QVERIFY(talk.stream->hasRoom());
}

void ExecStreamTest::theSizeOfATerminalIsToldAtOnceAndWhenItChanges()
{
    kube::ExecWish wish = Talk::interactive();
    wish.terminal = kube::TerminalSize{80, 24};
    Talk talk(wish);
    talk.stream->resize({90, 25});
    talk.server.accept();
    QCOMPARE(talk.said(), std::string(R"(4:{"Width":90,"Height":25};)"));
    talk.stream->resize({65535, 1});
    QCOMPARE(talk.said(), std::string(R"(4:{"Width":65535,"Height":1};)"));
    for (const char *expected : {R"(4:{"Width":65535,"Height":1};)", ""}) {     // the process may not have run before
        talk.server.last().say(FakeExecServer::message(1, "$ "));
        QCOMPARE(talk.said(), std::string(expected));
    }
    Talk plain;
    plain.server.accept();
    plain.server.last().say(FakeExecServer::message(1, "$ "));
    plain.stream->resize({65535, 1});
    QCOMPARE(plain.said(), std::string());
}

void ExecStreamTest::whoPausesIsSentNothingAndNotJudged()
{
    Talk talk;
    talk.server.accept();
    talk.stream->pause();
    QVERIFY(talk.server.last().isPaused);
    for (int i = 0; i < 30; ++i) {
        talk.server.time.advance(10s);
        talk.server.last().take();
    }
    QCOMPARE(talk.heard.text, std::string("open5;"));
    talk.stream->resume();
    QVERIFY(!talk.server.last().isPaused);
    talk.server.last().say(FakeExecServer::message(1, "later") + FakeExecServer::success() + FakeExecServer::goodbye());
    QCOMPARE(talk.heard.text, std::string("open5;out(later);end 0;"));
}

void ExecStreamTest::aSilentServerIsGivenUpAndPingedBefore()
{
    Talk talk;
    talk.server.accept();
    int pings = 0;
    for (int second = 0; second < 70; ++second) {
        talk.server.time.advance(1s);
        for (const auto &frame : support::clientFrames(talk.server.last().take()))
            pings += frame.opcode == 9;
    }
    QVERIFY2(pings >= 11 && pings <= 13, std::to_string(pings).c_str());
    QCOMPARE(talk.heard.text, std::string("open5;end Timeout: the server said nothing for 61 s, not even in answer to a ping;"));
}

void ExecStreamTest::aConnectionThatLingersBehindTheStatusIsLeft()
{
    Talk talk;
    talk.server.accept();
    talk.server.last().say(FakeExecServer::exitCode(5));
    QCOMPARE(talk.heard.text, std::string("open5;"));
    talk.server.time.advance(1s);
    QCOMPARE(talk.heard.text, std::string("open5;end 5;"));
    talk.server.last().say(FakeExecServer::message(1, "too late") + FakeExecServer::goodbye());
    talk.server.time.advance(5s);
    QCOMPARE(talk.heard.text, std::string("open5;end 5;"));
}

void ExecStreamTest::theStatusCountsHoweverTheConnectionEnds()
{
    Talk talk;
    talk.server.accept();
    talk.server.last().say(FakeExecServer::exitCode(5));
    talk.server.last().receiver->ended({});
    QCOMPARE(talk.heard.text, std::string("open5;end 5;"));
    Talk lost;
    lost.server.accept();
    lost.server.last().say(FakeExecServer::message(1, "all"));
    lost.server.last().receiver->ended({});
    QCOMPARE(lost.heard.text, std::string("open5;out(all);end Network: the connection was lost: the server ended it without a word (1006);"));
}

void ExecStreamTest::abortingTellsTheReasonLater()
{
    Talk talk;
    talk.server.accept();
    talk.stream->abort(base::makeError(base::ErrorKind::Timeout, "enough"));
    QCOMPARE(talk.heard.text, std::string("open5;"));
    talk.server.time.run();
    QCOMPARE(talk.heard.text, std::string("open5;end Timeout: enough;"));
    QCOMPARE(talk.said(), std::string("goodbye 1000;"));
}

void ExecStreamTest::lettingGoAtTheEndIsFine()
{
    for (const std::string &end : {FakeExecServer::success() + FakeExecServer::goodbye(), FakeExecServer::success(), FakeExecServer::message(9, "bad"), FakeExecServer::goodbye()}) {
        Talk talk;
        talk.heard.atEnd = [&] { talk.stream.reset(); };
        talk.server.accept();
        talk.server.last().say(end);
        talk.server.time.advance(2s);
        QVERIFY(!talk.stream);
        QVERIFY(talk.server.last().isClosed);
    }
}

void ExecStreamTest::aCommandOfNoWordsIsMisuse()
{
    FakeExecServer server;
    Heard heard;
    kube::ExecStream stream(server.pods.core(), {}, heard);
    stream.pause();
    stream.resume();
    stream.abort(base::makeError(base::ErrorKind::Cancelled, "never mind"));
    QVERIFY(!stream.hasRoom());
    server.time.advance(1s);
    QCOMPARE(heard.text, std::string("end Misuse: there is no command to run;"));
    QVERIFY(server.streams.dialled.empty());
}

void ExecStreamTest::aReadOnlyClusterIsAskedNothing()
{
    for (const auto act : {kube::ExecWish::Act::Run, kube::ExecWish::Act::Attach}) {
        FakeExecServer server;
        server.pods.setAccess(kube::Access::ReadOnly);
        Heard heard;
        kube::ExecWish wish;
        wish.target = {"ns", "pod", "c"};
        wish.command = {"true"};
        wish.act = act;
        kube::ExecStream stream(server.pods.core(), wish, heard);
        server.time.advance(1s);
        const std::string what = act == kube::ExecWish::Act::Run ? "running a command in a container" : "attaching to a container";
        QCOMPARE(heard.text, "end Unsupported: the cluster is marked read-only: " + what + " is not sent;");
        QVERIFY(server.streams.dialled.empty());
    }
}

void ExecStreamTest::theDefaultContainerIsKubectls_data()
{
    QTest::addColumn<QString>("annotation");
    QTest::addColumn<QString>("container");
    QTest::newRow("none: the first") << QString() << QStringLiteral("one");
    QTest::newRow("named") << QStringLiteral("two") << QStringLiteral("two");
    QTest::newRow("an init container") << QStringLiteral("before") << QStringLiteral("before");
    QTest::newRow("one that is not there") << QStringLiteral("three") << QStringLiteral("one");
}

void ExecStreamTest::theDefaultContainerIsKubectls()
{
    QFETCH(QString, annotation);
    QFETCH(QString, container);
    const auto pod = text::parseYaml("metadata: {annotations: {kubectl.kubernetes.io/default-container: '" + annotation.toStdString() + "'}}\nspec: {initContainers: [{name: before}], containers: [{name: one}, {name: two}]}\n");
    QVERIFY(pod);
    QCOMPARE(QString::fromStdString(kube::defaultContainer(*pod)), container);
    QCOMPARE(kube::defaultContainer(text::Value::map()), std::string());
}

QTEST_GUILESS_MAIN(ExecStreamTest)
#include "ExecStreamTest.moc"
