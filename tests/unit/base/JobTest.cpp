#include "models/base/Job.h"
#include "models/base/ManualExecutor.h"

#include <QTest>

using base::Job;

class JobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFinishedJobDeliversOnce();
    void lettingGoSilencesTheWorker();
    void lettingGoTellsTheWorkerOnce();
    void aJobMayLetGoOfItselfWhileItDelivers();
    void replacingAJobCancelsTheOldOne();
    void aTimerRunsWhenItsTimeHasCome();
    void aTimerThatWasLetGoNeverRuns();
};

void JobTest::aFinishedJobDeliversOnce()
{
    auto [job, token] = Job::make();
    int delivered = 0;
    QVERIFY(job.isRunning());
    QVERIFY(token.finish([&] { ++delivered; }));
    QVERIFY(!token.finish([&] { ++delivered; }));
    QCOMPARE(delivered, 1);
    QVERIFY(!job.isRunning());
}

void JobTest::lettingGoSilencesTheWorker()
{
    auto [job, token] = Job::make();
    { const Job letGo = std::move(job); }
    QVERIFY(token.isCancelled());
    QVERIFY(token.stopToken().stop_requested());
    QVERIFY(!token.deliver([] { QFAIL("delivered after it was let go"); }));
}

void JobTest::lettingGoTellsTheWorkerOnce()
{
    int cancelled = 0;
    auto [job, token] = Job::make([&] { ++cancelled; });
    job.cancel();
    job.cancel();
    QCOMPARE(cancelled, 1);
}

void JobTest::aJobMayLetGoOfItselfWhileItDelivers()
{
    auto [job, token] = Job::make();
    int after = 0;
    QVERIFY(token.deliver([&job = job] { job.cancel(); }));
    QVERIFY(!token.deliver([&] { ++after; }));
    QCOMPARE(after, 0);
}

void JobTest::replacingAJobCancelsTheOldOne()
{
    auto [first, firstToken] = Job::make();
    auto [second, secondToken] = Job::make();
    first = std::move(second);
    QVERIFY(firstToken.isCancelled());
    QVERIFY(first.isRunning());
    QVERIFY(!secondToken.isCancelled());
}

void JobTest::aTimerRunsWhenItsTimeHasCome()
{
    base::ManualExecutor executor;
    int runs = 0;
    const Job timer = executor.after(std::chrono::seconds(2), [&] { ++runs; });
    executor.advance(std::chrono::milliseconds(1999));
    QCOMPARE(runs, 0);
    executor.advance(std::chrono::milliseconds(1));
    QCOMPARE(runs, 1);
    executor.advance(std::chrono::hours(1));
    QCOMPARE(runs, 1);
}

void JobTest::aTimerThatWasLetGoNeverRuns()
{
    base::ManualExecutor executor;
    { const Job timer = executor.after(std::chrono::seconds(1), [] { QFAIL("the timer ran"); }); }
    executor.advance(std::chrono::seconds(5));
}

QTEST_APPLESS_MAIN(JobTest)
#include "JobTest.moc"
