#include "tests/support/ReflectorRun.h"

#include <QTest>

#include <optional>

using base::ErrorKind;
using kube::Reflector;
using kube::SyncState;
using namespace support;
using namespace std::chrono_literals;

/// When a reflector tries again, and what it says of its rows until then.
class ReflectorRetryTest : public QObject
{
    Q_OBJECT

    std::optional<ReflectorRun> run;

private Q_SLOTS:
    void init() { run.emplace(); }
    void cleanup() { run.reset(); }

    void aVeryShortWatchWaitsAndListsAgain();
    void aThousandGonesAreNoStorm();
    void aDeniedWatchIsPolled();
    void theBackoffBeginsAnewAfterTwoMinutesWithoutIt();
    void throttlingIsObeyedUpToAMinute();
    void staleSinceTheLastWordWasHeard();
    void aPersonNeedNotWaitForTheBackoff();
    void theBackoffThatAPersonCutShortIsOver();
    void liveRowsAreStaleWhenNobodyAnswersTheNextWatch();
    void aStreamingListThatNobodyAnswersFails();
    void aWatchThatNobodyAnswersIsAskedForAgain();
    void aPersonsWordReachesARequestThatNobodyAnswers();
    void aListThatComesIsNotBegunAnewForAPerson();
    void nothingIsCalledAfterTheReflectorIsGone();
};

void ReflectorRetryTest::aVeryShortWatchWaitsAndListsAgain()
{
    run->goLive();
    run->api.time.advance(5min);
    run->last().finish();
    run->last().open();
    run->last().finish();
    QCOMPARE(run->count(), std::size_t(2));
    run->api.time.advance(800ms);
    QCOMPARE(run->count(), std::size_t(3));
    QCOMPARE(run->last().query("sendInitialEvents"), std::string("true"));
    QCOMPARE(run->phase(), SyncState::Phase::Stale);
}

void ReflectorRetryTest::aThousandGonesAreNoStorm()
{
    run->goLive();
    const base::SteadyTime begin = run->api.time.clock().steady();
    std::vector<double> times;
    for (int i = 0; i < 1000; ++i) {
        run->last().send(expiredEvent);
        QCOMPARE(run->phase(), SyncState::Phase::Stale);
        const std::size_t before = run->count();
        while (run->count() == before)
            run->api.time.advance(100ms);
        times.push_back(std::chrono::duration<double>(run->api.time.clock().steady() - begin).count());
        run->last().open();
        run->last().send(watchEvent("ADDED", "a", "7") + endBookmark("10"));
    }
    for (std::size_t i = 3; i < times.size(); ++i)
        QVERIFY2(times[i] - times[i - 1] >= 1.0, "more than one list a second");
    QVERIFY(times[20] - times[19] >= 29.0);
    QVERIFY(run->names.known.contains("a"));
}

void ReflectorRetryTest::aDeniedWatchIsPolled()
{
    run->start(false);
    run->last().answer(page({"a"}, "20"));
    run->last().fail(status(ErrorKind::Forbidden, 403, "Forbidden"));
    QCOMPARE(run->phase(), SyncState::Phase::Polling);
    run->api.time.advance(29s);
    QCOMPARE(run->count(), std::size_t(2));
    run->api.time.advance(1s);
    QVERIFY(!run->last().isWatch());
}

void ReflectorRetryTest::theBackoffBeginsAnewAfterTwoMinutesWithoutIt()
{
    const auto pauseAfterAFailure = [this] {
        run->last().open();
        const base::SteadyTime failed = run->api.time.clock().steady();
        run->last().fail(ErrorKind::Network);
        for (const std::size_t before = run->count(); run->count() == before;)
            run->api.time.advance(100ms);
        return run->api.time.clock().steady() - failed;
    };
    run->goLive();
    for (const auto pause : {800ms, 1600ms, 3200ms})
        QVERIFY(pauseAfterAFailure() == pause);
    run->last().open();
    run->api.time.advance(1min);
    QVERIFY(pauseAfterAFailure() == 6400ms);
    run->last().open();
    run->api.time.advance(2min);
    QVERIFY(pauseAfterAFailure() == 800ms);
}

void ReflectorRetryTest::throttlingIsObeyedUpToAMinute()
{
    run->start(false);
    base::Error error = status(ErrorKind::Throttled, 429, "TooManyRequests");
    error.retryAfter = 30s;
    run->last().fail(error);
    run->api.time.advance(29s);
    QCOMPARE(run->count(), std::size_t(1));
    run->api.time.advance(1s);
    QCOMPARE(run->count(), std::size_t(2));
    error.retryAfter = 3600s;
    run->last().fail(error);
    run->api.time.advance(60s);
    QCOMPARE(run->count(), std::size_t(3));
}

void ReflectorRetryTest::staleSinceTheLastWordWasHeard()
{
    run->goLive();
    run->api.time.advance(40s);
    run->last().send(bookmark("11"));
    const base::SystemTime heard = run->api.time.clock().now();
    run->api.time.advance(50s);
    run->last().fail(ErrorKind::Network, "no answer");
    QCOMPARE(run->phase(), SyncState::Phase::Stale);
    QVERIFY(run->reflector->state().since == heard);
    QCOMPARE(run->reflector->state().error->message, std::string("no answer"));
    QVERIFY(run->reflector->state().nextAttempt > run->api.time.clock().now());
}

void ReflectorRetryTest::aPersonNeedNotWaitForTheBackoff()
{
    run->goLive();
    run->last().fail(ErrorKind::Network);
    const std::size_t before = run->count();
    run->reflector->retryNow();
    QCOMPARE(run->count(), before + 1);
    run->last().open();
    run->reflector->retryNow();
    QVERIFY(run->api.exchanges[before].isLetGo());
    QCOMPARE(run->last().query("resourceVersion"), std::string("10"));
}

void ReflectorRetryTest::theBackoffThatAPersonCutShortIsOver()
{
    run->goLive();
    run->last().fail(ErrorKind::Network);
    run->reflector->retryNow();
    QCOMPARE(run->count(), std::size_t(2));
    run->last().open();
    run->api.time.advance(1min);
    QCOMPARE(run->count(), std::size_t(2));
    QCOMPARE(run->phase(), SyncState::Phase::Live);
}

void ReflectorRetryTest::liveRowsAreStaleWhenNobodyAnswersTheNextWatch()
{
    run->goLive();
    const base::SystemTime heard = run->api.time.clock().now();
    run->api.time.advance(5min);
    run->last().finish();
    QCOMPARE(run->phase(), SyncState::Phase::Live);
    run->api.time.advance(Reflector::AnswerPatience);
    QCOMPARE(run->phase(), SyncState::Phase::Stale);
    QVERIFY(run->reflector->state().since == heard);
    QVERIFY(!run->last().isLetGo());
    run->last().open();
    QCOMPARE(run->phase(), SyncState::Phase::Live);
    QVERIFY(!run->reflector->state().error);
    run->api.time.advance(1min);
    QCOMPARE(run->phase(), SyncState::Phase::Live);
}

void ReflectorRetryTest::aStreamingListThatNobodyAnswersFails()
{
    run->start();
    run->api.time.advance(Reflector::ListAnswerLimit - 1s);
    QVERIFY(!run->reflector->state().error);
    run->api.time.advance(1s);
    QCOMPARE(run->reflector->state().error->kind, ErrorKind::Timeout);
    QVERIFY(run->last().isLetGo());
    run->api.time.advance(800ms);
    QCOMPARE(run->count(), std::size_t(2));
}

void ReflectorRetryTest::aWatchThatNobodyAnswersIsAskedForAgain()
{
    run->goLive();
    run->api.time.advance(5min);
    run->last().finish();
    run->api.time.advance(Reflector::WatchSilence);
    QVERIFY(run->last().isLetGo());
    QCOMPARE(run->phase(), SyncState::Phase::Stale);
    run->api.time.advance(800ms);
    QCOMPARE(run->count(), std::size_t(3));
    QCOMPARE(run->last().query("resourceVersion"), std::string("10"));
    run->last().open();
    run->api.time.advance(10min);
    QCOMPARE(run->phase(), SyncState::Phase::Live);
    QCOMPARE(run->count(), std::size_t(3));
}

void ReflectorRetryTest::aPersonsWordReachesARequestThatNobodyAnswers()
{
    run->start();
    run->api.time.advance(5s);
    run->reflector->retryNow();
    QCOMPARE(run->count(), std::size_t(2));
    QVERIFY(run->api.exchanges[0].isLetGo());
    run->last().open();
    run->last().send(endBookmark("10"));

    run->api.time.advance(5min);
    run->last().finish();
    run->api.time.advance(Reflector::AnswerPatience);
    QCOMPARE(run->phase(), SyncState::Phase::Stale);
    run->reflector->retryNow();
    QCOMPARE(run->count(), std::size_t(4));
    QVERIFY(run->api.exchanges[2].isLetGo());
    QCOMPARE(run->last().query("resourceVersion"), std::string("10"));
}

void ReflectorRetryTest::aListThatComesIsNotBegunAnewForAPerson()
{
    run->start();
    run->last().open();
    run->last().send(watchEvent("ADDED", "a", "7"));
    run->reflector->retryNow();
    QCOMPARE(run->count(), std::size_t(1));
    run->api.time.advance(Reflector::AnswerPatience);
    run->reflector->retryNow();
    QCOMPARE(run->count(), std::size_t(2));
    QVERIFY(run->api.exchanges[0].isLetGo());
}

void ReflectorRetryTest::nothingIsCalledAfterTheReflectorIsGone()
{
    run->goLive();
    const std::size_t states = run->names.states.size();
    run->reflector.reset();
    QVERIFY(run->last().isLetGo());
    run->last().send(watchEvent("ADDED", "late", "99"));
    run->last().fail(ErrorKind::Network);
    run->api.time.advance(10min);
    QCOMPARE(run->names.states.size(), states);
    QVERIFY(!run->names.known.contains("late"));
    QCOMPARE(run->count(), std::size_t(1));
}

QTEST_APPLESS_MAIN(ReflectorRetryTest)
#include "ReflectorRetryTest.moc"
