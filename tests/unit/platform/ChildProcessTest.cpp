#include "models/base/ManualExecutor.h"
#include "models/platform/Aside.h"
#include "models/platform/ChildProcess.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace std::chrono_literals;
using platform::ChildCommand;
using platform::ChildOutcome;
using End = platform::ChildOutcome::End;

namespace {

ChildCommand shell(const std::string &script)
{
    ChildCommand command;
    command.program = "/bin/sh";
    command.arguments = {"-c", script};
    command.environment = {"PATH=/usr/bin:/bin"};
    return command;
}

ChildOutcome run(const ChildCommand &command)
{
    return platform::runChild(command, std::stop_token());
}

bool hasChildren()
{
    return ::waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD;
}

/// Whether a process of that number lives; one that ended and was not yet waited for by init does not.
bool isAlive(int pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) != "Z";
}

int numberIn(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

} // namespace

class ChildProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY2(!hasChildren(), "a child was not waited for"); }
    void whatHangsDoesNotHoldTheEndOfTheProgram();
    void outputErrorsAndExitCodeComeBack();
    void argumentsAreNeverReadByAShell();
    void onlyTheGivenEnvironmentIsThereAndTheLastOfANameCounts();
    void standardInputIsEmpty();
    void thereIsNoTerminalToAskAt();
    void ourOpenFilesAreNotInherited();
    void aProgramThatIsNotThereSaysWhy_data();
    void aProgramThatIsNotThereSaysWhy();
    void aSignalIsTold();
    void moreOutputThanAllowedEndsTheRun();
    void exactlyTheAllowedOutputIsFine();
    void ofALongErrorOutputTheEndIsKept();
    void aProgramThatHangsIsEndedInTime();
    void aProgramThatIgnoresTheSignalIsKilled();
    void grandchildrenAreEndedWithIt();
    void aGrandchildThatKeepsThePipeIsNotWaitedFor();
    void theOutcomeIsDeliveredOnTheExecutor();
    void lettingGoEndsTheProgramAndDeliversNothing();
    void blockedSignalsAreNotInherited();
    void programsAreFoundInAbsoluteFoldersOfPath();
    void theLastOfARepeatedNameIsItsValue();

private:
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ChildProcessTest::whatHangsDoesNotHoldTheEndOfTheProgram()
{
    const pid_t program = ::fork();
    if (program == 0) {
        ::alarm(60);
        // Called after what waits for the work: a sanitizer that looked for leaks then would find those of the thread that hangs.
        std::atexit([] { ::_exit(7); });
        base::ManualExecutor executor;
        std::atomic<bool> hangs = false;
        const base::Job job = platform::runAside(executor, [&hangs](const std::stop_token &) -> base::Task {
            hangs = true;
            hangs.notify_one();
            for (;;)
                ::pause();
        });
        hangs.wait(false);
        std::exit(1);
    }
    int status = 0;
    QCOMPARE(::waitpid(program, &status, 0), program);
    QVERIFY2(WIFEXITED(status), "it had to be ended");
    QCOMPARE(WEXITSTATUS(status), 7);
}

void ChildProcessTest::outputErrorsAndExitCodeComeBack()
{
    const ChildOutcome outcome = run(shell("printf out; printf err >&2; exit 7"));
    QCOMPARE(outcome.end, End::Exited);
    QCOMPARE(outcome.code, 7);
    QCOMPARE(outcome.output, std::string("out"));
    QCOMPARE(outcome.errorOutput, std::string("err"));
}

void ChildProcessTest::argumentsAreNeverReadByAShell()
{
    ChildCommand command;
    command.program = "/usr/bin/printf";
    command.arguments = {"%s|", "$(id)", "; rm -rf x", "`id`", "a b", "", "한글 🚢", "*"};
    QCOMPARE(run(command).output, std::string("$(id)|; rm -rf x|`id`|a b||한글 🚢|*|"));
}

void ChildProcessTest::onlyTheGivenEnvironmentIsThereAndTheLastOfANameCounts()
{
    ChildCommand command;
    command.program = "/usr/bin/env";
    command.environment = {"B=2", "A=1", "B=3"};
    QCOMPARE(run(command).output, std::string("A=1\nB=3\n"));
}

void ChildProcessTest::standardInputIsEmpty()
{
    const ChildOutcome outcome = run(shell("cat; read line; echo read=$?"));
    QCOMPARE(outcome.output, std::string("read=1\n"));
}

void ChildProcessTest::thereIsNoTerminalToAskAt()
{
    const ChildOutcome outcome = run(shell("if (: </dev/tty) 2>/dev/null; then echo terminal; else echo none; fi"));
    QCOMPARE(outcome.output, std::string("none\n"));
}

void ChildProcessTest::ourOpenFilesAreNotInherited()
{
    const int open = ::open("/dev/null", O_RDONLY);
    QVERIFY(open > 2);
    const ChildOutcome outcome = run(shell("ls /proc/$$/fd"));
    ::close(open);
    QVERIFY(!outcome.output.empty());
    QVERIFY2(outcome.output.find("\n" + std::to_string(open) + "\n") == std::string::npos, outcome.output.c_str());
}

void ChildProcessTest::aProgramThatIsNotThereSaysWhy_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("code");
    QTest::newRow("absent") << QStringLiteral("/no/such/program") << ENOENT;
    QTest::newRow("a folder") << QStringLiteral("/usr") << EACCES;
    QTest::newRow("not executable") << QStringLiteral("/etc/passwd") << EACCES;
}

void ChildProcessTest::aProgramThatIsNotThereSaysWhy()
{
    QFETCH(QString, program);
    QFETCH(int, code);
    ChildCommand command;
    command.program = program.toStdString();
    const ChildOutcome outcome = run(command);
    QCOMPARE(outcome.end, End::NotStarted);
    QCOMPARE(outcome.code, code);
    QVERIFY(!outcome.reason.empty());
}

void ChildProcessTest::aSignalIsTold()
{
    const ChildOutcome outcome = run(shell("kill -SEGV $$"));
    QCOMPARE(outcome.end, End::Signalled);
    QCOMPARE(outcome.code, SIGSEGV);
}

void ChildProcessTest::moreOutputThanAllowedEndsTheRun()
{
    ChildCommand command = shell("exec cat /dev/zero");
    command.outputLimit = 1000;
    const ChildOutcome outcome = run(command);
    QCOMPARE(outcome.end, End::TooMuchOutput);
    QCOMPARE(outcome.output.size(), std::size_t(1000));
}

void ChildProcessTest::exactlyTheAllowedOutputIsFine()
{
    ChildCommand command = shell("head -c 200000 /dev/zero");
    command.outputLimit = 200'000;
    const ChildOutcome outcome = run(command);
    QCOMPARE(outcome.end, End::Exited);
    QCOMPARE(outcome.output.size(), std::size_t(200'000));
}

void ChildProcessTest::ofALongErrorOutputTheEndIsKept()
{
    const ChildOutcome outcome = run(shell("head -c 3000000 /dev/zero >&2; printf end >&2"));
    QCOMPARE(outcome.end, End::Exited);
    QCOMPARE(outcome.errorOutput.size(), std::size_t(64 * 1024));
    QVERIFY(outcome.errorOutput.ends_with("end"));
}

void ChildProcessTest::aProgramThatHangsIsEndedInTime()
{
    ChildCommand command = shell("echo begun; exec sleep 1000");
    command.limit = 200ms;
    const ChildOutcome outcome = run(command);
    QCOMPARE(outcome.end, End::TimedOut);
    QCOMPARE(outcome.output, std::string("begun\n"));
}

void ChildProcessTest::aProgramThatIgnoresTheSignalIsKilled()
{
    ChildCommand command = shell("trap '' TERM; echo $$ >" + at("pid") + "; while :; do sleep 1000; done");
    command.limit = 300ms;
    QCOMPARE(run(command).end, End::TimedOut);
    QVERIFY(numberIn(at("pid")) > 0);
    QVERIFY(!isAlive(numberIn(at("pid"))));
}

void ChildProcessTest::grandchildrenAreEndedWithIt()
{
    ChildCommand command = shell("sleep 1000 & echo $! >" + at("pid") + "; wait");
    command.limit = 300ms;
    QCOMPARE(run(command).end, End::TimedOut);
    QVERIFY(numberIn(at("pid")) > 0);
    QTRY_VERIFY(!isAlive(numberIn(at("pid"))));
}

void ChildProcessTest::aGrandchildThatKeepsThePipeIsNotWaitedFor()
{
    ChildCommand command = shell("sleep 1000 & echo $! >" + at("pid") + "; echo answer");
    const ChildOutcome outcome = run(command);
    const int grandchild = numberIn(at("pid"));
    QVERIFY(grandchild > 0);
    QVERIFY(isAlive(grandchild));
    ::kill(grandchild, SIGKILL);
    QCOMPARE(outcome.end, End::Exited);
    QCOMPARE(outcome.output, std::string("answer\n"));
}

void ChildProcessTest::theOutcomeIsDeliveredOnTheExecutor()
{
    base::ManualExecutor executor;
    std::optional<ChildOutcome> got;
    const auto job = platform::startChild(executor, shell("echo hello"), [&](ChildOutcome outcome) { got = std::move(outcome); });
    QVERIFY(!got);
    QTRY_VERIFY((executor.run(), got.has_value()));
    QCOMPARE(got->output, std::string("hello\n"));
    QVERIFY(!job.isRunning());
}

void ChildProcessTest::lettingGoEndsTheProgramAndDeliversNothing()
{
    base::ManualExecutor executor;
    {
        const auto job = platform::startChild(executor, shell("echo $$ >" + at("pid") + "; exec sleep 1000"),
                                              [](ChildOutcome) { QFAIL("delivered after it was let go"); });
        QTRY_VERIFY(numberIn(at("pid")) > 0);
    }
    QTRY_VERIFY(!isAlive(numberIn(at("pid"))));
    QTRY_VERIFY(!hasChildren());
    executor.run();
}

void ChildProcessTest::blockedSignalsAreNotInherited()
{
    sigset_t all, before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, &before);
    ChildCommand command = shell("exec sleep 1000");
    command.limit = 100ms;
    const auto begin = std::chrono::steady_clock::now();
    const ChildOutcome outcome = run(command);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    QCOMPARE(outcome.end, End::TimedOut);
    // A sleep that could not be told to end would be killed only two seconds later.
    QVERIFY(std::chrono::steady_clock::now() - begin < 2s);
}

void ChildProcessTest::programsAreFoundInAbsoluteFoldersOfPath()
{
    QFile file(m_folder->filePath(QStringLiteral("tool")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const std::string folder = m_folder->path().toStdString();
    QCOMPARE(platform::findProgram("tool", folder), std::string());
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    QCOMPARE(platform::findProgram("tool", "/nowhere::" + folder), folder + "/tool");
    QCOMPARE(platform::findProgram("tool", ""), std::string());
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    QCOMPARE(platform::findProgram("tool", ".:"), std::string());
    QDir::setCurrent(before);
}

void ChildProcessTest::theLastOfARepeatedNameIsItsValue()
{
    QCOMPARE(platform::environmentValue({"A=1", "AB=2", "A=3", "A"}, "A"), std::string("3"));
    QCOMPARE(platform::environmentValue({"AB=2"}, "A"), std::string());
}

QTEST_GUILESS_MAIN(ChildProcessTest)
#include "ChildProcessTest.moc"
