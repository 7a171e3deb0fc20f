#include "models/base/ManualExecutor.h"
#include "models/platform/FileLock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using platform::FileLock;

class FileLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void theLockFileIsThereAsLongAsTheLock();
    void aSecondLockIsRefusedAndTheFirstStays();
    void waitingEndsWhenTheLockIsGivenBack();
    void waitingTooLongNamesTheLockFileAndLeavesIt();
    void aWaitThatWasLetGoTakesNoLock();
    void aLockTakenAndNotKeptIsGivenBack();

private:
    std::string path() const { return m_folder->path().toStdString() + "/config"; }
    bool isLocked() const { return QFile::exists(QString::fromStdString(path() + ".lock")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    base::ManualExecutor m_executor;
};

void FileLockTest::theLockFileIsThereAsLongAsTheLock()
{
    {
        auto lock = FileLock::tryLock(path());
        QVERIFY(lock);
        QVERIFY(isLocked());
        const FileLock moved = std::move(*lock);
        QVERIFY(isLocked());
    }
    QVERIFY(!isLocked());
}

void FileLockTest::aSecondLockIsRefusedAndTheFirstStays()
{
    const auto first = FileLock::tryLock(path());
    QVERIFY(first);
    {
        const auto second = FileLock::tryLock(path());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, base::ErrorKind::Conflict);
    }
    QVERIFY(isLocked());
}

void FileLockTest::waitingEndsWhenTheLockIsGivenBack()
{
    std::optional<base::Result<FileLock>> first = FileLock::tryLock(path());
    std::optional<base::Result<FileLock>> got;
    const auto job = FileLock::lock(m_executor, path(), 5s, [&](auto lock) { got = std::move(lock); });
    m_executor.advance(2s);
    QVERIFY(!got);
    first.reset();
    m_executor.advance(100ms);
    QVERIFY(got && *got);
    QVERIFY(isLocked());
    got.reset();
    QVERIFY(!isLocked());
}

void FileLockTest::waitingTooLongNamesTheLockFileAndLeavesIt()
{
    const auto first = FileLock::tryLock(path());
    std::optional<base::Result<FileLock>> got;
    const auto job = FileLock::lock(m_executor, path(), 1s, [&](auto lock) { got = std::move(lock); });
    m_executor.advance(999ms);
    QVERIFY(!got);
    m_executor.advance(1ms);
    QVERIFY(got && !*got);
    QCOMPARE(got->error().kind, base::ErrorKind::Timeout);
    QVERIFY(got->error().message.find(path() + ".lock") != std::string::npos);
    QVERIFY(isLocked());
    QVERIFY(!job.isRunning());
}

void FileLockTest::aWaitThatWasLetGoTakesNoLock()
{
    auto first = std::make_optional(FileLock::tryLock(path()));
    {
        const auto job = FileLock::lock(m_executor, path(), 5s, [](auto) { QFAIL("delivered after it was let go"); });
        m_executor.advance(300ms);
    }
    first.reset();
    m_executor.advance(10s);
    QVERIFY(!isLocked());
}

void FileLockTest::aLockTakenAndNotKeptIsGivenBack()
{
    const auto job = FileLock::lock(m_executor, path(), 5s, [](auto) { });
    m_executor.run();
    QVERIFY(!job.isRunning());
    QVERIFY(!isLocked());
}

QTEST_APPLESS_MAIN(FileLockTest)
#include "FileLockTest.moc"
