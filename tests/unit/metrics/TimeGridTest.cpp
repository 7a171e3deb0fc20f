#include "models/metrics/TimeGrid.h"

#include <QtTest>

using namespace metrics;
using namespace std::chrono_literals;

class TimeGridTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStepFollowsFromTheRange_data();
    void theStepFollowsFromTheRange();
    void pointsAreNeverCloserThanValuesAreMeasured();
    void whoLooksALittleLaterAsksForTheSame();
    void theTimeBeforeHasAsManyPoints();
    void nothingFallsBetweenTwoPoints();
};

namespace {

const base::SystemTime End{1'700'000'123s};

} // namespace

void TimeGridTest::theStepFollowsFromTheRange_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("seconds");
    QTest::newRow("5 m") << 5 << 1;
    QTest::newRow("30 m") << 30 << 5;
    QTest::newRow("1 h") << 60 << 10;
    QTest::newRow("3 h") << 180 << 30;
    QTest::newRow("6 h") << 360 << 60;
    QTest::newRow("12 h") << 720 << 120;
    QTest::newRow("24 h") << 1440 << 300;
    QTest::newRow("7 d") << 7 * 1440 << 1800;
    QTest::newRow("30 d") << 30 * 1440 << 7200;
}

void TimeGridTest::theStepFollowsFromTheRange()
{
    QFETCH(int, minutes);
    QFETCH(int, seconds);
    const TimeGrid grid = gridOf(End, std::chrono::minutes(minutes), 1s);
    QCOMPARE(grid.step, std::chrono::milliseconds(seconds * 1000));
    QCOMPARE(grid.from.time_since_epoch() % grid.step, std::chrono::nanoseconds(0));
    QVERIFY(grid.to <= End && End - grid.to < grid.step);
    const auto points = (grid.to - grid.from) / grid.step;
    QVERIFY2(points >= 100 && points <= 360, std::to_string(points).c_str());
    QCOMPARE(grid.to - grid.from, std::chrono::minutes(minutes));
}

void TimeGridTest::pointsAreNeverCloserThanValuesAreMeasured()
{
    QCOMPARE(gridOf(End, 5min, 15s).step, 15s);
    QCOMPARE(gridOf(End, 5min, 20s).step, 30s);
    QCOMPARE(gridOf(End, 1h, 10min, 0).step, 1h);
    QCOMPARE(gridOf(End, 1ms, 1min).to - gridOf(End, 1ms, 1min).from, 1min);
    QCOMPARE(gridOf(End, 24h * 3650, 1s).step, 24h * 7);
}

void TimeGridTest::whoLooksALittleLaterAsksForTheSame()
{
    const TimeGrid grid = gridOf(base::SystemTime(1'700'000'100s), 24h, 15s);
    QCOMPARE(gridOf(base::SystemTime(1'700'000'100s + 200s - 1ms), 24h, 15s), grid);
    QVERIFY(gridOf(base::SystemTime(1'700'000'100s + 300s), 24h, 15s) != grid);
}

void TimeGridTest::theTimeBeforeHasAsManyPoints()
{
    const TimeGrid grid = gridOf(End, 1h, 15s);
    const TimeGrid before = previous(grid);
    QCOMPARE(before.to, grid.from);
    QCOMPARE(before.from, grid.from - 1h);
    QCOMPARE(before.step, grid.step);
}

void TimeGridTest::nothingFallsBetweenTwoPoints()
{
    const TimeGrid hour = gridOf(End, 1h, 15s);
    const TimeGrid month = gridOf(End, 24h * 30, 15s);
    QCOMPARE(rangeQuery("rate(a[$window])", hour, 60s).expression, std::string("rate(a[60000ms])"));
    QCOMPARE(rangeQuery("rate(a[$window])", month, 60s).expression, std::string("rate(a[7200000ms])"));
    QCOMPARE(rangeQuery("a", hour, 60s), (RangeQuery{"a", hour.from, hour.to, hour.step}));
    QCOMPARE(instantQuery("rate(a[$window])", 4min).expression, std::string("rate(a[240000ms])"));
}

QTEST_APPLESS_MAIN(TimeGridTest)
#include "TimeGridTest.moc"
