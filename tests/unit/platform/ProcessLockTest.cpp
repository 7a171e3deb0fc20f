#include "models/platform/ProcessLock.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using platform::ProcessLock;

class ProcessLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneHoldsItAtATime();
    void whoWaitsGetsItAfterwards();
    void f28_aKilledHolderLetsGo();
    void aChildThatIsJustStartedKeepsNothing();
    void aPlaceThatCannotBeIsAnError();

private:
    std::string path() const { return m_folder.filePath(QStringLiteral("lock")).toStdString(); }
    QTemporaryDir m_folder;
};

void ProcessLockTest::oneHoldsItAtATime()
{
    auto first = ProcessLock::tryLock(path());
    QVERIFY(first);
    const auto second = ProcessLock::tryLock(path());
    QVERIFY(!second);
    QCOMPARE(second.error().kind, base::ErrorKind::Conflict);
    {
        const ProcessLock moved = std::move(*first);
        QVERIFY(!ProcessLock::tryLock(path()));
    }
    QVERIFY(ProcessLock::tryLock(path()));
}

void ProcessLockTest::whoWaitsGetsItAfterwards()
{
    auto first = ProcessLock::tryLock(path());
    QVERIFY(first);
    std::optional<ProcessLock> held = std::move(*first);
    bool isMine = false;
    std::thread waiting([&] { isMine = ProcessLock::lock(path()).has_value(); });
    held.reset();
    waiting.join();
    QVERIFY(isMine);
}

void ProcessLockTest::f28_aKilledHolderLetsGo()
{
    int told[2];
    QCOMPARE(::pipe(told), 0);
    const pid_t holder = ::fork();
    if (holder == 0) {
        const auto held = ProcessLock::tryLock(path());
        const char word = held ? 'y' : 'n';
        ::_exit(::write(told[1], &word, 1) == 1 ? ::pause() : 1);
    }
    char word = 0;
    QCOMPARE(::read(told[0], &word, 1), ssize_t(1));
    QCOMPARE(word, 'y');
    QVERIFY(!ProcessLock::tryLock(path()));
    ::kill(holder, SIGKILL);
    ::waitpid(holder, nullptr, 0);
    QVERIFY(ProcessLock::tryLock(path()));
    ::close(told[0]);
    ::close(told[1]);
}

void ProcessLockTest::aChildThatIsJustStartedKeepsNothing()
{
    std::optional<ProcessLock> held;
    if (auto lock = ProcessLock::tryLock(path()))
        held = std::move(*lock);
    QVERIFY(held);
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(::pause());
    held.reset();
    const bool isFree = ProcessLock::tryLock(path()).has_value();
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(isFree);
}

void ProcessLockTest::aPlaceThatCannotBeIsAnError()
{
    const auto lock = ProcessLock::tryLock(m_folder.filePath(QStringLiteral("nothing/lock")).toStdString());
    QVERIFY(!lock);
    QCOMPARE(lock.error().kind, base::ErrorKind::Io);
}

QTEST_APPLESS_MAIN(ProcessLockTest)
#include "ProcessLockTest.moc"
