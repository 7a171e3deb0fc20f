#include "models/inside/EnvironmentText.h"
#include "tests/support/ExecTalk.h"

#include <QtTest>

using support::FakeExecServer;
using namespace std::string_literals;

namespace {

std::string textOf(const std::vector<inside::Variable> &variables)
{
    std::string text;
    for (const auto &each : variables)
        text += '[' + each.name + "|" + each.value + ']';
    return text;
}

/// A container where some programs are, as a server tells of it.
struct Container
{
    /// Lets every command run, until nothing is asked any more; returns the commands.
    std::string answer(const std::function<std::string(const std::string &command)> &says)
    {
        std::string asked;
        for (std::size_t answered = 0; server.time.run(), consumer.run(), server.time.run(), answered < server.streams.dialled.size(); ++answered) {
            server.accept();
            const std::string request = server.requestOfLast();
            std::string command;
            for (std::size_t at = 0; (at = request.find("&command=", at)) != std::string::npos; ++at)
                command += (command.empty() ? "" : " ") + QByteArray::fromPercentEncoding(QByteArray::fromStdString(request.substr(at + 9, request.find('&', at + 1) - at - 9))).toStdString();
            asked += command + ';';
            server.last().say(says(command) + FakeExecServer::goodbye());
        }
        return asked;
    }
    FakeExecServer server;
    base::ManualExecutor consumer;
};

std::string missing(const std::string &command) { return FakeExecServer::failure("OCI runtime exec failed: " + command.substr(0, command.find(' ')) + " not found"); }

} // namespace

/// The environment of a running container, by what the container has.
class EnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zerosKeepLineBreaks()
    {
        QCOMPARE(textOf(inside::readZeros("A=1\0B=two\nC=3\0EMPTY=\0D=a=b\0strange\0"s)), std::string("[A|1][B|two\nC=3][EMPTY|][D|a=b][strange|]"));
        QCOMPARE(textOf(inside::readZeros("A=without an end")), std::string("[A|without an end]"));
        QCOMPARE(textOf(inside::readZeros("")), std::string());
    }

    void linesWithoutANameGoOn()
    {
        QCOMPARE(textOf(inside::readLines("A=1\nB=two\nand more\n\nC=3\n")), std::string("[A|1][B|two\nand more\n][C|3]"));
        QCOMPARE(textOf(inside::readLines("A=1\r\nB=2\r\n")), std::string("[A|1][B|2]"));
        QCOMPARE(textOf(inside::readLines("strange\nA=1")), std::string("[strange|][A|1]"));
    }

    void whatTheContainerHasIsUsed_data()
    {
        QTest::addColumn<QString>("has");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("read");
        QTest::newRow("cat") << QStringLiteral("cat /proc/self/environ") << QStringLiteral("cat /proc/self/environ;") << QStringLiteral("[A|1\nB=2][C|]");
        QTest::newRow("env that knows zeros") << QStringLiteral("env -0") << QStringLiteral("cat /proc/self/environ;env -0;") << QStringLiteral("[A|1\nB=2][C|]");
        QTest::newRow("plain printenv") << QStringLiteral("printenv") << QString() << QStringLiteral("[A|1][B|2][C|]");
        QTest::newRow("nothing") << QStringLiteral("nothing") << QString()
                                 << QStringLiteral("Unsupported: the container has nothing to be read with; tried: cat, env -0, head, dd, tail, busybox, python3, perl, node, env, printenv, cmd");
    }

    void whatTheContainerHasIsUsed()
    {
        QFETCH(QString, has);
        QFETCH(QString, asked);
        QFETCH(QString, read);
        Container container;
        std::string got;
        const base::Job job = inside::readEnvironment(container.server.pods, {"ns", "pod", "c"}, container.consumer, [&](const base::Result<inside::Environment> &result) {
            got = result ? textOf(result->variables) : support::wordsOf(result.error());
            if (result)
                QCOMPARE(result->command.front(), has.section(QLatin1Char(' '), 0, 0).toStdString());
        });
        const std::string commands = container.answer([&](const std::string &command) {
            if (command != has.toStdString())
                return command == "env" ? FakeExecServer::exitCode(127) : missing(command);
            const bool isLines = command == "printenv";
            return FakeExecServer::message(1, isLines ? "A=1\nB=2\nC=\n" : std::string("A=1\nB=2\0C=\0", 11)) + FakeExecServer::success();
        });
        QCOMPARE(QString::fromStdString(got), read);
        if (!asked.isEmpty())
            QCOMPARE(QString::fromStdString(commands), asked);
    }

    void aToolThatFailsIsNotTheLastWord()
    {
        Container container;
        std::string got;
        const base::Job job = inside::readEnvironment(container.server.pods, {"ns", "pod", "c"}, container.consumer, [&](const base::Result<inside::Environment> &result) { got = textOf(result->variables); });
        container.answer([](const std::string &command) {
            return command == "env -0" ? FakeExecServer::message(1, std::string("A=1\0", 4)) + FakeExecServer::success() : FakeExecServer::message(2, "cat: permission denied") + FakeExecServer::exitCode(1);
        });
        QCOMPARE(got, std::string("[A|1]"));
    }

    void whatHasNothingToDoWithToolsEndsIt()
    {
        Container container;
        std::string got;
        const base::Job job = inside::readEnvironment(container.server.pods, {"ns", "pod", "c"}, container.consumer, [&](const base::Result<inside::Environment> &result) { got = support::wordsOf(result.error()); });
        const std::string asked = container.answer([](const std::string &) { return FakeExecServer::failure("container not found (\\\"c\\\")"); });
        QCOMPARE(got, std::string("NotFound: container not found (\"c\")"));
        QCOMPARE(asked, std::string("cat /proc/self/environ;"));
    }

    void lettingGoEndsIt()
    {
        Container container;
        int calls = 0;
        base::Job job = inside::readEnvironment(container.server.pods, {"ns", "pod", "c"}, container.consumer, [&](const base::Result<inside::Environment> &) { ++calls; });
        container.server.accept();
        job.cancel();
        container.server.time.run();
        container.consumer.run();
        QCOMPARE(calls, 0);
        QVERIFY(container.server.last().isClosed);
    }
};

QTEST_GUILESS_MAIN(EnvironmentTest)
#include "EnvironmentTest.moc"
