#include "models/charts/Trace.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace charts;
using namespace std::chrono_literals;

namespace {

constexpr auto Step = 60s;
const base::SystemTime begin{1'700'000'000s};
constexpr double Nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

std::vector<Point> pointsOf(const std::vector<double> &values)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < values.size(); ++i)
        points.push_back({begin + i * Step, values[i]});
    return points;
}

std::vector<Point> noise(std::size_t count)
{
    std::mt19937 random(7);
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(static_cast<double>(random() % 1000) / 1000);
    return pointsOf(values);
}

Frame frameFor(std::size_t count, double width) { return {{begin, begin + (count - 1) * Step}, 0, 1, width, 100}; }
std::vector<Stretch> traced(const std::vector<Point> &points, const Frame &frame) { return trace(points, Step + Step / 2, frame); }

struct Reach { double low, high; };

/// Which rows of pixels the dots of each column cover.
std::map<int, Reach> columnsOf(const std::vector<Stretch> &stretches)
{
    std::map<int, Reach> columns;
    for (const Stretch &stretch : stretches)
        for (const Dot &dot : stretch) {
            const auto [column, isNew] = columns.try_emplace(static_cast<int>(std::floor(dot.x)), Reach{dot.y, dot.y});
            column->second = {std::min(column->second.low, dot.y), std::max(column->second.high, dot.y)};
        }
    return columns;
}

} // namespace

/// Many points become what the pixels can show, and nothing that could be seen is lost.
class TraceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnStillReachesAsHighAndAsLow()
    {
        const std::vector<Point> points = noise(1440);
        const Frame frame = frameFor(points.size(), 300);
        const auto all = columnsOf(traceAll(points, 2 * Step, frame)), shown = columnsOf(traced(points, frame));
        QCOMPARE(shown.size(), all.size());
        for (const auto &[column, reach] : all) {
            QVERIFY(std::abs(shown.at(column).low - reach.low) < 0.5);
            QVERIFY(std::abs(shown.at(column).high - reach.high) < 0.5);
        }
    }

    void noColumnNeedsMoreThanTwoDots()
    {
        const std::vector<Point> points = noise(14'400);
        const std::vector<Stretch> stretches = traced(points, frameFor(points.size(), 300));
        QCOMPARE(stretches.size(), std::size_t(1));
        QVERIFY(stretches[0].size() <= 2 * 301 + 2);
        QVERIFY(std::ranges::is_sorted(stretches[0], {}, &Dot::x));
    }

    void theFirstAndTheLastValueStay()
    {
        const std::vector<Point> points = noise(5'000);
        const Frame frame = frameFor(points.size(), 100);
        const std::vector<Stretch> stretches = traced(points, frame);
        QCOMPARE(stretches[0].front(), (Dot{0, frame.yOf(points.front().value)}));
        QCOMPARE(stretches[0].back(), (Dot{100, frame.yOf(points.back().value)}));
    }

    void aStraightLineNeedsItsEndsOnly()
    {
        std::vector<double> values;
        for (int i = 0; i < 1000; ++i)
            values.push_back(i / 999.0);
        QCOMPARE(traced(pointsOf(values), frameFor(1000, 200))[0].size(), std::size_t(2));
        QCOMPARE(traced(pointsOf(std::vector<double>(1000, 0.5)), frameFor(1000, 200))[0].size(), std::size_t(2));
    }

    void aSpikeOfOneValueStays()
    {
        std::vector<double> values(10'000, 0.1);
        values[5'123] = 1;
        const std::vector<Stretch> stretches = traced(pointsOf(values), frameFor(10'000, 200));
        QVERIFY(std::ranges::any_of(stretches[0], [](const Dot &dot) { return dot.y == 0; }));
        QVERIFY(stretches[0].size() <= 8);
    }

    void missingValuesPartTheLine_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<QList<int>>("sizes");
        QTest::newRow("nothing at all") << QList<double>{} << QList<int>{};
        QTest::newRow("all there") << QList<double>{0, 1, 0, 1} << QList<int>{4};
        QTest::newRow("zero is a value") << QList<double>{1, 0, 0, 1} << QList<int>{4};
        QTest::newRow("one missing") << QList<double>{0, 1, Nothing, 1, 0} << QList<int>{2, 2};
        QTest::newRow("alone") << QList<double>{0, 1, Nothing, 1, Nothing, 0, 1} << QList<int>{2, 1, 2};
        QTest::newRow("infinite") << QList<double>{0, 1, Infinity, 1, 0, -Infinity} << QList<int>{2, 2};
        QTest::newRow("only what is no number") << QList<double>{Nothing, Nothing} << QList<int>{};
    }

    void missingValuesPartTheLine()
    {
        QFETCH(QList<double>, values);
        QFETCH(QList<int>, sizes);
        const std::vector<Point> points = pointsOf({values.begin(), values.end()});
        QList<int> found;
        for (const Stretch &stretch : traced(points, frameFor(std::max<std::size_t>(points.size(), 2), 400)))
            found.append(static_cast<int>(stretch.size()));
        QCOMPARE(found, sizes);
    }

    void whatTheServerLeftOutIsAGapAsWell()
    {
        std::vector<Point> points = pointsOf({0, 1, 0, 1, 0, 1});
        points.erase(points.begin() + 3);
        QCOMPARE(traced(points, frameFor(6, 400)).size(), std::size_t(2));
    }

    void everyGapStaysHoweverNarrow()
    {
        std::vector<double> values(1440, 0.5);
        for (std::size_t i = 100; i < values.size(); i += 100)
            values[i] = Nothing;
        QCOMPARE(traced(pointsOf(values), frameFor(1440, 200)).size(), std::size_t(15));
    }

    void oneValueBeyondEachEdgeLeadsTheLineThere()
    {
        const std::vector<Point> points = noise(100);
        const Frame frame{{begin + 10 * Step + 1s, begin + 20 * Step - 1s}, 0, 1, 400, 100};
        const Stretch stretch = traced(points, frame)[0];
        QVERIFY(stretch.front().x < 0 && stretch[1].x > 0);
        QVERIFY(stretch.back().x > 400 && stretch[stretch.size() - 2].x < 400);
        QCOMPARE(stretch.size(), std::size_t(11));
    }

    void aFrameWithoutLengthOrHeightIsSurvived()
    {
        const std::vector<Point> points = noise(10);
        const Frame frame{{begin, begin}, 0, 0, 0, 0};
        for (const Stretch &stretch : traced(points, frame))
            for (const Dot &dot : stretch)
                QVERIFY(std::isfinite(dot.x) && std::isfinite(dot.y));
    }

    void aPlaceAndItsTimeAreTheSame()
    {
        const Frame frame = frameFor(61, 360);
        QCOMPARE(frame.timeAt(frame.xOf(begin + 17 * Step)), begin + 17 * Step);
        QCOMPARE(frame.yOf(0), 100.0);
        QCOMPARE(frame.yOf(1), 0.0);
    }
};

QTEST_APPLESS_MAIN(TraceTest)
#include "TraceTest.moc"
