#include "models/charts/Lookup.h"
#include "models/charts/Twin.h"

#include "models/text/Csv.h"

#include <QtTest>

#include <limits>

using namespace charts;
using namespace std::chrono_literals;

namespace {

constexpr double Nothing = std::numeric_limits<double>::quiet_NaN();
const base::SystemTime begin{1'700'000'000s};

base::SystemTime at(int minute) { return begin + std::chrono::minutes(minute); }

Line lineOf(const char *name, const std::vector<std::pair<int, double>> &values, Role role = Role::Value)
{
    Line line{name, {}, role};
    for (const auto &[minute, value] : values)
        line.points.push_back({at(minute), value});
    return line;
}

const Range all{at(0), at(60)};

Chart sample()
{
    return {Unit::Cores, all, 60s, {lineOf("web-1", {{0, 0.5}, {1, Nothing}, {2, 0}, {5, 2}}), lineOf("=web-2", {{1, 1}, {2, 3}}), lineOf("limit", {{0, 4}, {30, 4}}, Role::Mark)}};
}

} // namespace

/// What a chart says at a time, in short, and as a table.
class LookupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCrosshairStandsWhereSomethingWasMeasured_data()
    {
        QTest::addColumn<int>("second");
        QTest::addColumn<int>("minute");
        QTest::newRow("exactly") << 0 << 0;
        QTest::newRow("nearer to the one before") << 29 << 0;
        QTest::newRow("nearer to the next") << 31 << 1;
        QTest::newRow("in a gap") << 4 * 60 << 5;
        QTest::newRow("long after the last; a mark is no measurement") << 50 * 60 << 5;
        QTest::newRow("before the first") << -600 << 0;
    }

    void theCrosshairStandsWhereSomethingWasMeasured()
    {
        QFETCH(int, second);
        QFETCH(int, minute);
        QCOMPARE(nearestTime(sample(), begin + std::chrono::seconds(second), all), std::optional(at(minute)));
    }

    void keysStepFromMeasurementToMeasurement()
    {
        const Chart chart = sample();
        QCOMPARE(nextTime(chart, at(0), all), std::optional(at(1)));
        QCOMPARE(nextTime(chart, at(2), all), std::optional(at(5)));
        QCOMPARE(nextTime(chart, at(5), all), std::optional<base::SystemTime>());
        QCOMPARE(timeBefore(chart, at(5), all), std::optional(at(2)));
        QCOMPARE(timeBefore(chart, at(0), all), std::optional<base::SystemTime>());
        QCOMPARE(nextTime(chart, at(2), Range{at(0), at(3)}), std::optional<base::SystemTime>());
    }

    void zeroIsAValueAndMissingIsNone()
    {
        const Line line = sample().lines[0];
        QCOMPARE(valueAt(line, at(2), 90s), std::optional(0.0));
        QCOMPARE(valueAt(line, at(2) + 40s, 90s), std::optional(0.0));
        QCOMPARE(valueAt(line, at(2) + 50s, 90s), std::optional<double>());
        QCOMPARE(valueAt(line, at(1), 90s), std::optional<double>());
        QCOMPARE(valueAt(line, at(4), 90s), std::optional<double>());
        QCOMPARE(valueAt(Line(), at(4), 90s), std::optional<double>());
    }

    void aLineIsToldInThreeFigures()
    {
        const auto summary = summaryOf(sample().lines[0], all);
        QVERIFY(summary);
        QCOMPARE(summary->last, (Point{at(5), 2}));
        QCOMPARE(summary->lowest, 0.0);
        QCOMPARE(summary->highest, 2.0);
        QVERIFY(!summaryOf(sample().lines[0], {at(6), at(9)}));
        QVERIFY(!summaryOf(lineOf("nothing", {{1, Nothing}}), all));
    }

    void marksAloneAreNoMeasurement()
    {
        Chart chart = sample();
        QVERIFY(hasValues(chart, all));
        QVERIFY(!hasValues(chart, {at(10), at(60)}));
        chart.lines = {lineOf("nothing", {{1, Nothing}}), lineOf("limit", {{1, 1}}, Role::Mark)};
        QVERIFY(!hasValues(chart, all));
    }

    void theTableHasARowForEachTimeAndHolesWhereThereAreGaps()
    {
        const Twin twin = twinOf(sample(), {at(0), at(10)});
        QCOMPARE(twin.times, (std::vector<base::SystemTime>{at(0), at(1), at(2), at(5)}));
        QCOMPARE(twin.columns[0], (std::vector<std::optional<double>>{0.5, {}, 0.0, 2.0}));
        QCOMPARE(twin.columns[1], (std::vector<std::optional<double>>{{}, 1.0, 3.0, {}}));
    }

    void theFileHoldsWholeFiguresAndNamesTheirUnit()
    {
        const auto rows = text::parseCsv(csvOf(sample(), {at(0), at(2)}));
        QVERIFY(rows);
        using Row = std::vector<std::string>;
        QCOMPARE(rows->at(0), (Row{"time", "web-1 (cores)", "'=web-2 (cores)", "limit (cores)"}));
        QCOMPARE(rows->at(1), (Row{"2023-11-14T22:13:20Z", "0.5", "", "4"}));
        QCOMPARE(rows->at(2), (Row{"2023-11-14T22:14:20Z", "", "1", ""}));
        QCOMPARE(rows->at(3), (Row{"2023-11-14T22:15:20Z", "0", "3", ""}));
    }
};

QTEST_APPLESS_MAIN(LookupTest)
#include "LookupTest.moc"
