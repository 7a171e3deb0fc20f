#include "models/platform/ChildProcess.h"
#include "models/platform/ProgramStart.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTest>

#include <cstdio>
#include <cstring>
#include <thread>

using namespace std::chrono_literals;
using platform::ChildCommand;
using platform::ChildOutcome;
using End = platform::ChildOutcome::End;

namespace {

constexpr const char *asChild = "--as-child";

/// This program again, which then does what the word says (see child()).
ChildCommand self(const char *word, std::vector<std::string> arguments = {})
{
    ChildCommand command;
    command.program = QCoreApplication::applicationFilePath().toStdString();
    command.arguments = {asChild, word};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    command.environment = platform::currentEnvironment();
    return command;
}

ChildOutcome run(const ChildCommand &command)
{
    return platform::runChild(command, std::stop_token());
}

} // namespace

/// Children by argument list, on every system: the child is this program.
class OwnChildTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyArgumentArrivesAsItWas();
    void outputErrorsAndExitCodeComeBack();
    void theLastOfAVariableCounts();
    void standardInputIsEmpty();
    void tooMuchOutputEndsIt();
    void tooLongEndsIt();
    void lettingGoEndsItSoon();
    void aProgramThatIsNotThereIsNotStarted();
    void aProgramIsFoundInThePath();
};

void OwnChildTest::everyArgumentArrivesAsItWas()
{
    const std::vector<std::string> arguments{"", "a b", "\"", "a\\", "a\\\"b", "\\\\x\\", "%PATH%", "^&|<>()!", "한글", "\xF0\x9F\x9A\x80", "*", "'single'", "a\tb"};
    const ChildOutcome outcome = run(self("arguments", arguments));
    QCOMPARE(outcome.end, End::Exited);
    std::string expected;
    for (const std::string &argument : arguments)
        expected += argument + '\n';
    QCOMPARE(outcome.output, expected);
}

void OwnChildTest::outputErrorsAndExitCodeComeBack()
{
    const ChildOutcome outcome = run(self("speak"));
    QCOMPARE(outcome.end, End::Exited);
    QCOMPARE(outcome.code, 7);
    QCOMPARE(outcome.output, std::string("out\n"));
    QCOMPARE(outcome.errorOutput, std::string("err\n"));
}

void OwnChildTest::theLastOfAVariableCounts()
{
    ChildCommand command = self("variable");
    command.environment.push_back("WHEELHOUSE_TEST=first");
    command.environment.push_back("WHEELHOUSE_TEST=둘째 \"a b\"");
    QCOMPARE(run(command).output, std::string("둘째 \"a b\""));
}

void OwnChildTest::standardInputIsEmpty()
{
    QCOMPARE(run(self("input")).output, std::string("end"));
}

void OwnChildTest::tooMuchOutputEndsIt()
{
    ChildCommand command = self("flood");
    command.outputLimit = 100'000;
    const ChildOutcome outcome = run(command);
    QCOMPARE(outcome.end, End::TooMuchOutput);
    QCOMPARE(outcome.output.size(), std::size_t(100'000));
}

void OwnChildTest::tooLongEndsIt()
{
    ChildCommand command = self("hang");
    command.limit = 300ms;
    QCOMPARE(run(command).end, End::TimedOut);
}

void OwnChildTest::lettingGoEndsItSoon()
{
    std::stop_source stop;
    ChildOutcome outcome;
    std::thread other([&] { outcome = platform::runChild(self("hang"), stop.get_token()); });
    const auto start = std::chrono::steady_clock::now();
    stop.request_stop();
    other.join();
    QCOMPARE(outcome.end, End::Cancelled);
    QVERIFY(std::chrono::steady_clock::now() - start < 10s);
}

void OwnChildTest::aProgramThatIsNotThereIsNotStarted()
{
    ChildCommand command = self("speak");
    command.program += "-not-there";
    const ChildOutcome outcome = run(command);
    QCOMPARE(outcome.end, End::NotStarted);
    QCOMPARE(outcome.code, ENOENT);
    QVERIFY(!outcome.reason.empty());
}

void OwnChildTest::aProgramIsFoundInThePath()
{
    const QFileInfo own(QCoreApplication::applicationFilePath());
    const std::string folder = own.path().toStdString();
    QCOMPARE(platform::findProgram(own.completeBaseName().toStdString(), folder), own.filePath().toStdString());
    QCOMPARE(platform::findProgram("nothing-of-that-name", folder), std::string());
}

namespace {

int child(char **words)
{
    const std::string word = words[0];
    if (word == "hang")
        std::this_thread::sleep_for(60s);
    for (char **argument = words + 1; word == "arguments" && *argument; ++argument)
        std::printf("%s\n", *argument);
    if (word == "variable")
        std::fputs(qEnvironmentVariable("WHEELHOUSE_TEST").toUtf8().constData(), stdout);
    if (word == "input")
        std::fputs(std::getchar() == EOF ? "end" : "something", stdout);
    for (int i = 0; word == "flood" && i < 100'000; ++i)
        std::puts("0123456789");
    if (word != "speak")
        return 0;
    std::fputs("out\n", stdout);
    std::fputs("err\n", stderr);
    return 7;
}

} // namespace

int main(int argc, char **argv)
{
    platform::ProgramStart start(argc, argv);
    if (start.count() > 2 && std::strcmp(start.arguments()[1], asChild) == 0)
        return child(start.arguments() + 2);
    QCoreApplication application(start.count(), start.arguments());
    OwnChildTest test;
    return QTest::qExec(&test, start.count(), start.arguments());
}

#include "OwnChildTest.moc"
