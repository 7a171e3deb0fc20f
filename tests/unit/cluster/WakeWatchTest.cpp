#include "models/base/ManualExecutor.h"
#include "models/cluster/WakeWatch.h"

#include <QTest>

#include <memory>

using cluster::WakeWatch;
using namespace std::chrono_literals;

/// What counts as a sleep, on a clock that the test moves, stops and puts forward.
class WakeWatchTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<base::ManualExecutor> time;
    std::unique_ptr<WakeWatch> watch;
    int awakenings = 0;

private Q_SLOTS:
    void init()
    {
        awakenings = 0;
        time = std::make_unique<base::ManualExecutor>();
        watch = std::make_unique<WakeWatch>(*time, [this] { ++awakenings; });
        time->run();
    }
    void cleanup()
    {
        watch.reset();
        time->run();
    }

    void timeThatPassesIsNoSleep()
    {
        time->advance(24h);
        QCOMPARE(awakenings, 0);
    }

    void aSleepingMachineIsNoticedOnceAtTheNextLook()
    {
        time->advance(7s);
        time->sleep(10min);
        time->advance(WakeWatch::Beat);
        QCOMPARE(awakenings, 1);
        time->advance(1h);
        QCOMPARE(awakenings, 1);
        time->sleep(8h);
        time->advance(WakeWatch::Beat);
        QCOMPARE(awakenings, 2);
    }

    void aStoppedProgramIsNoticedAtOnce()
    {
        time->advance(7s);
        time->stop(10min);
        time->advance(0ms);
        QCOMPARE(awakenings, 1);
        time->advance(1h);
        QCOMPARE(awakenings, 1);
    }

    void aMomentIsNoSleep()
    {
        for (int i = 0; i < 100; ++i) {
            time->advance(WakeWatch::Beat);
            time->stop(7s);
            time->advance(0ms);
            time->sleep(7s);
        }
        QCOMPARE(awakenings, 0);
    }

    void aClockThatIsPutBackIsNoSleep()
    {
        time->sleep(-24h);
        time->advance(1min);
        QCOMPARE(awakenings, 0);
        time->sleep(10min);
        time->advance(WakeWatch::Beat);
        QCOMPARE(awakenings, 1);
    }

    void nobodyIsToldAfterTheEnd()
    {
        time->sleep(10min);
        watch.reset();
        time->advance(1min);
        QCOMPARE(awakenings, 0);
        QVERIFY(!time->untilNextTimer());
    }
};

QTEST_GUILESS_MAIN(WakeWatchTest)
#include "WakeWatchTest.moc"
