#include "models/platform/ProcessLock.h"
#include "tests/support/OwnProgram.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>
#include <string_view>
#include <thread>

using platform::ProcessLock;

class ProcessLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneHoldsItAtATime();
    void whoWaitsGetsItAfterwards();
    void f28_aKilledHolderLetsGo();
    void aProgramThatIsStartedMeanwhileKeepsNothing();
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
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(support::asChild), QStringLiteral("hold"), QString::fromStdString(path())});
    QVERIFY(holder.waitForReadyRead());
    QCOMPARE(holder.readAll(), QByteArray("held"));
    const auto refused = ProcessLock::tryLock(path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::ErrorKind::Conflict);
    holder.kill();
    QVERIFY(holder.waitForFinished());
    QTRY_VERIFY(ProcessLock::tryLock(path()));
}

void ProcessLockTest::aProgramThatIsStartedMeanwhileKeepsNothing()
{
    auto held = std::make_optional(ProcessLock::tryLock(path()));
    QVERIFY(*held);
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(support::asChild), QStringLiteral("wait")});
    QVERIFY(other.waitForReadyRead());
    held.reset();
    QVERIFY(ProcessLock::tryLock(path()));
    other.kill();
    QVERIFY(other.waitForFinished());
}

void ProcessLockTest::aPlaceThatCannotBeIsAnError()
{
    const auto lock = ProcessLock::tryLock(m_folder.filePath(QStringLiteral("nothing/lock")).toStdString());
    QVERIFY(!lock);
    QCOMPARE(lock.error().kind, base::ErrorKind::Io);
}

namespace {

/// Says that it runs, with the lock if it shall have it, until it is killed.
int child(char **words)
{
    auto held = base::Result<ProcessLock>(base::makeError(base::ErrorKind::NotFound, "none"));
    if (std::string_view(words[0]) == "hold")
        held = ProcessLock::tryLock(words[1]);
    std::fputs(held ? "held" : "here", stdout);
    std::fflush(stdout);
    std::this_thread::sleep_for(std::chrono::seconds(60));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    return support::runTestOrChild<ProcessLockTest>(argc, argv, child);
}

#include "ProcessLockTest.moc"
