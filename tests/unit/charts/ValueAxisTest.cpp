#include "models/charts/ValueAxis.h"
#include "models/charts/ValueText.h"

#include <QtTest>

#include <limits>

using namespace charts;
using namespace std::chrono_literals;

namespace {

constexpr double Mi = 1024 * 1024;
constexpr double Gi = 1024 * Mi;
const base::SystemTime begin{1'700'000'000s};

QString ticksOf(const ValueAxis &axis)
{
    QStringList texts;
    for (const Tick &tick : axis.ticks)
        texts.append(QString::fromStdString(tick.text));
    return texts.join(u',');
}

Line lineOf(double value, Role role) { return {"line", {{begin, value}, {begin + 60s, value}}, role}; }

QString ticksOf(const std::vector<Line> &lines, const std::vector<char> &isHidden = {})
{
    return ticksOf(valueAxis({Unit::Cores, {begin, begin + 1h}, 60s, lines}, {begin, begin + 1h}, isHidden, 4));
}

} // namespace

/// Values in words, and axes that people can count along.
class ValueAxisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsToldInItsUnit_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *text, Unit unit, double value) { QTest::newRow(text) << int(unit) << value << QString::fromUtf8(text); };
        row("250m", Unit::Cores, 0.25);
        row("1.52", Unit::Cores, 1.5234);
        row("64", Unit::Cores, 64);
        row("0.5m", Unit::Cores, 0.0005);
        row("<0.01m", Unit::Cores, 1e-7);
        row("0", Unit::Cores, 0);
        row("0 B", Unit::Bytes, 0);
        row("512 B", Unit::Bytes, 512);
        row("768 MiB", Unit::Bytes, 768 * Mi);
        row("1.5 GiB", Unit::Bytes, 1.5 * Gi);
        row("12.3 MiB/s", Unit::BytesPerSecond, 12.34 * Mi);
        row("12.5 %", Unit::Ratio, 0.125);
        row("100 %", Unit::Ratio, 1);
        row("250 %", Unit::Ratio, 2.5);
        row("20 ms", Unit::Seconds, 0.02);
        row("1.5 s", Unit::Seconds, 1.5);
        row("2.5 min", Unit::Seconds, 150);
        row("3 d", Unit::Seconds, 3 * 86400);
        row("9999", Unit::Count, 9999);
        row("12.3k", Unit::Count, 12'345);
        row("-3", Unit::Count, -3);
        row("0.5/s", Unit::PerSecond, 0.5);
        row("2.5k/s", Unit::PerSecond, 2500);
        row("–", Unit::Bytes, std::numeric_limits<double>::quiet_NaN());
    }

    void aValueIsToldInItsUnit()
    {
        QFETCH(int, unit);
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(valueText(Unit(unit), value)), text);
    }

    void infinityIsNoValueEither()
    {
        QCOMPARE(valueText(Unit::Cores, std::numeric_limits<double>::infinity()), "–");
    }

    void stepsAreWhatPeopleCountIn_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("highest");
        QTest::addColumn<QString>("ticks");
        const auto row = [](const char *ticks, Unit unit, double highest) { QTest::newRow(ticks) << int(unit) << highest << QString::fromUtf8(ticks); };
        row("0,100m,200m,300m", Unit::Cores, 0.25);
        row("0,500m,1,1.5,2", Unit::Cores, 1.7);
        row("0,20,40,60,80", Unit::Cores, 64);
        row("0,256 MiB,512 MiB,768 MiB,1 GiB", Unit::Bytes, 1000 * Mi);
        row("0,1 GiB,2 GiB,3 GiB", Unit::Bytes, 2.5 * Gi);
        row("0,128 B,256 B,384 B,512 B", Unit::Bytes, 400);
        row("0,2 MiB/s,4 MiB/s,6 MiB/s,8 MiB/s", Unit::BytesPerSecond, 8 * Mi);
        row("0,50 %,100 %", Unit::Ratio, 1);
        row("0,2 %,4 %,6 %", Unit::Ratio, 0.055);
        row("0,50 ms,100 ms,150 ms,200 ms", Unit::Seconds, 0.17);
        row("0,15 s,30 s,45 s,1 min", Unit::Seconds, 58);
        row("0,2 h,4 h,6 h", Unit::Seconds, 6 * 3600);
        row("0,1,2", Unit::Count, 2);
        row("0,5k,10k,15k,20k", Unit::Count, 18'000);
        row("0,200/s,400/s,600/s", Unit::PerSecond, 555);
    }

    void stepsAreWhatPeopleCountIn()
    {
        QFETCH(int, unit);
        QFETCH(double, highest);
        QFETCH(QString, ticks);
        const ValueAxis axis = valueAxis(Unit(unit), 0, highest, 4);
        QCOMPARE(ticksOf(axis), ticks);
        QVERIFY(axis.low == 0 && axis.high >= highest);
    }

    void whatIsBelowZeroIsOnTheAxis()
    {
        QCOMPARE(ticksOf(valueAxis(Unit::Count, -3, 5, 4)), QStringLiteral("-4,-2,0,2,4,6"));
    }

    void noValueAtAllStillHasAnAxis()
    {
        QCOMPARE(ticksOf(valueAxis(Unit::Ratio, 0, 0, 2)), QStringLiteral("0,50 %,100 %"));
        QVERIFY(valueAxis(Unit::Bytes, 0, 1e308 * 10, 4).ticks.empty());
    }

    void aMarkIsOnTheAxisUnlessLinesWouldLieFlat()
    {
        QCOMPARE(ticksOf({lineOf(0.4, Role::Value), lineOf(1, Role::Mark)}), QStringLiteral("0,500m,1"));
        QCOMPARE(ticksOf({lineOf(0.4, Role::Value), lineOf(1, Role::Mark), lineOf(16, Role::Mark)}), QStringLiteral("0,500m,1"));
        QCOMPARE(ticksOf({lineOf(0, Role::Value), lineOf(2, Role::Mark)}), QStringLiteral("0,500m,1,1.5,2"));
    }

    void whatIsHiddenTakesNoRoom()
    {
        QCOMPARE(ticksOf({lineOf(0.4, Role::Value), lineOf(8, Role::Before)}), QStringLiteral("0,2,4,6,8"));
        QCOMPARE(ticksOf({lineOf(0.4, Role::Value), lineOf(8, Role::Before)}, {0, 1}), QStringLiteral("0,100m,200m,300m,400m"));
    }
};

QTEST_APPLESS_MAIN(ValueAxisTest)
#include "ValueAxisTest.moc"
