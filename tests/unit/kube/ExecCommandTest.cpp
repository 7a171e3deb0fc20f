#include "models/kube/ExecCommand.h"
#include "tests/support/ExecTalk.h"

#include <QtTest>

using support::FakeExecServer;
using namespace std::chrono_literals;

namespace {

struct Talk
{
    explicit Talk(kube::CommandLimits limits = {})
    {
        kube::ExecWish wish;
        wish.target = {"ns", "pod", "c"};
        wish.command = {"command"};
        wish.input = kube::ExecWish::Input::Stream;
        job = kube::runCommand(server.pods, wish, limits, consumer, [this](base::Result<kube::CommandResult> result) {
            ++calls;
            text = result ? std::to_string(result->exitCode) + '|' + result->output + '|' + result->errors : support::wordsOf(result.error());
        });
    }
    void say(const std::string &bytes)
    {
        server.accept();
        server.last().say(bytes);
        server.time.run();
        consumer.run();
    }

    FakeExecServer server;
    base::ManualExecutor consumer;
    int calls = 0;
    std::string text;
    base::Job job;
};

} // namespace

/// A command to its end, within limits.
class ExecCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatItPrintsComesWithItsCode()
    {
        Talk talk;
        talk.say(FakeExecServer::message(1, "a") + FakeExecServer::message(2, "b") + FakeExecServer::message(1, std::string("\0c", 2)) + FakeExecServer::exitCode(2) + FakeExecServer::goodbye());
        QCOMPARE(talk.text, std::string("2|a\0c|b", 7));
        QCOMPARE(talk.calls, 1);
        QVERIFY(talk.server.requestOfLast().find("stdin=false") != std::string::npos);
        QVERIFY(talk.server.last().isClosed);
    }

    void nothingIsCutSilently_data()
    {
        QTest::addColumn<int>("channel");
        QTest::addColumn<int>("size");
        QTest::addColumn<std::string>("text");
        QTest::newRow("output that fits") << 1 << 2048 << "0|" + std::string(2048, 'x') + '|';
        QTest::newRow("too much output") << 1 << 2049 << std::string("TooLarge: the command printed more than 2 KiB");
        QTest::newRow("errors that fit") << 2 << 1000 << "0||" + std::string(1000, 'x');
        QTest::newRow("too many errors") << 2 << 1001 << std::string("TooLarge: the command printed more than 1000 bytes of errors");
    }

    void nothingIsCutSilently()
    {
        QFETCH(int, channel);
        QFETCH(int, size);
        QFETCH(std::string, text);
        kube::CommandLimits limits;
        limits.output = 2048;
        limits.errors = 1000;
        Talk talk(limits);
        const std::string piece(250, 'x');
        std::string said;
        for (int sent = 0; sent < size; sent += 250)
            said += FakeExecServer::message(channel, piece.substr(0, static_cast<std::size_t>(std::min(250, size - sent))));
        talk.say(said + FakeExecServer::success() + FakeExecServer::goodbye());
        QCOMPARE(talk.text, text);
        QVERIFY(talk.server.last().isClosed);
    }

    void itsTimeIsLimited()
    {
        kube::CommandLimits limits;
        limits.time = 3s;
        Talk talk(limits);
        talk.server.accept();
        talk.server.time.advance(2999ms);
        talk.consumer.run();
        QCOMPARE(talk.calls, 0);
        talk.server.time.advance(1ms);
        talk.consumer.run();
        QCOMPARE(talk.text, std::string("Timeout: the command did not end within 3 s"));
        QVERIFY(talk.server.last().isClosed);
    }

    void aServerThatIsNeverReachedIsLimitedToo()
    {
        Talk talk;
        talk.server.time.advance(30s);
        talk.consumer.run();
        QCOMPARE(talk.text, std::string("Timeout: the command did not end within 30 s"));
    }

    void errorsAreThoseOfTheStream()
    {
        Talk talk;
        talk.say(FakeExecServer::message(1, "half") + FakeExecServer::goodbye());
        QCOMPARE(talk.text, std::string("Network: the server ended the connection without saying how the command ended; as a rule its container is gone"));
    }

    void lettingGoEndsItAtAnyTime()
    {
        for (int moment = 0; moment < 4; ++moment) {
            Talk talk;
            if (moment > 0)
                talk.server.time.run();
            if (moment > 1)
                talk.server.accept();
            if (moment > 2)
                talk.server.last().say(FakeExecServer::success() + FakeExecServer::goodbye());
            talk.job.cancel();
            talk.server.time.run();
            talk.consumer.run();
            QCOMPARE(talk.calls, 0);
            QVERIFY(talk.server.streams.dialled.empty() || talk.server.last().isClosed);
            QCOMPARE(talk.server.streams.dialled.empty(), moment == 0);
        }
    }
};

QTEST_GUILESS_MAIN(ExecCommandTest)
#include "ExecCommandTest.moc"
