#include "models/charts/TimeAxis.h"

#include "models/text/Time.h"

#include <QtTest>

using namespace charts;
using namespace std::chrono_literals;

namespace {

base::SystemTime at(const char *time) { return text::parseTime(time).value().toSystemTime(); }

QString told(const std::vector<TimeTick> &ticks)
{
    QStringList texts;
    for (const TimeTick &tick : ticks)
        texts.append(QString::fromStdString(text::formatTime(text::Time::from(tick.time))).mid(5, 11).replace(u'T', u' ')
                     + (tick.detail == TimeDetail::Day ? QStringLiteral("*") : QString()));
    return texts.join(u',');
}

OffsetAt fixedOffset(std::chrono::seconds offset)
{
    return [offset](base::SystemTime) { return offset; };
}

/// Berlin around the end of summer time 2026: 01:00 UTC on 25 October.
std::chrono::seconds berlin(base::SystemTime time) { return time < at("2026-10-25T01:00:00Z") ? 2h : 1h; }
/// And around its beginning: 01:00 UTC on 29 March.
std::chrono::seconds berlinInSpring(base::SystemTime time) { return time < at("2026-03-29T01:00:00Z") ? 1h : 2h; }

} // namespace

/// Marks stand where the clock on the wall is round.
class TimeAxisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreRoundInTheTimeOfThePlace_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("ticks");
        QTest::newRow("five minutes") << 5 << 0 << QStringLiteral("11-23 10:08,11-23 10:09,11-23 10:10,11-23 10:11,11-23 10:12");
        QTest::newRow("an hour") << 60 << 0 << QStringLiteral("11-23 10:15,11-23 10:30,11-23 10:45,11-23 11:00");
        QTest::newRow("six hours") << 360 << 0 << QStringLiteral("11-23 12:00,11-23 14:00,11-23 16:00");
        QTest::newRow("a day") << 1440 << 0 << QStringLiteral("11-23 12:00,11-23 18:00,11-24 00:00*,11-24 06:00");
        QTest::newRow("a day in Seoul") << 1440 << 9 * 3600 << QStringLiteral("11-23 15:00*,11-23 21:00,11-24 03:00,11-24 09:00");
        QTest::newRow("half an hour in Kathmandu") << 30 << 20'700 << QStringLiteral("11-23 10:15,11-23 10:25,11-23 10:35");
        QTest::newRow("a week") << 7 * 1440 << 0 << QStringLiteral("11-25 00:00*,11-27 00:00*,11-29 00:00*");
        QTest::newRow("thirty days") << 30 * 1440 << 0 << QStringLiteral("11-26 00:00*,12-03 00:00*,12-10 00:00*,12-17 00:00*");
    }

    void marksAreRoundInTheTimeOfThePlace()
    {
        QFETCH(int, minutes);
        QFETCH(int, offset);
        QFETCH(QString, ticks);
        const base::SystemTime from = at("2026-11-23T10:07:30Z");
        QCOMPARE(told(timeAxis({from, from + std::chrono::minutes(minutes)}, 6, fixedOffset(std::chrono::seconds(offset)))), ticks);
    }

    void aDayOf25HoursHasNoMarkTwice()
    {
        QCOMPARE(told(timeAxis({at("2026-10-24T20:00:00Z"), at("2026-10-25T20:00:00Z")}, 6, berlin)), QStringLiteral("10-24 22:00*,10-25 05:00,10-25 11:00,10-25 17:00"));
        QCOMPARE(told(timeAxis({at("2026-10-24T00:00:00Z"), at("2026-10-27T00:00:00Z")}, 4, berlin)), QStringLiteral("10-24 22:00*,10-25 23:00*,10-26 23:00*"));
    }

    void anHourThatDoesNotExistIsLeftOut()
    {
        QCOMPARE(told(timeAxis({at("2026-03-28T23:30:00Z"), at("2026-03-29T03:30:00Z")}, 6, berlinInSpring)), QStringLiteral("03-29 00:00,03-29 01:00,03-29 02:00,03-29 03:00"));
    }

    void neverMoreMarksThanThereIsRoomFor()
    {
        const base::SystemTime from = at("2026-11-23T10:07:31Z");
        for (const auto length : {1s, 7s, 59s, 300s, 3601s, 86'399s, 2'592'000s, 40'000'000s})
            for (const int most : {2, 3, 5, 9})
                QVERIFY(timeAxis({from, from + length}, most, fixedOffset(0s)).size() <= std::size_t(most));
    }

    void aRangeWithoutLengthHasNoMarks()
    {
        QVERIFY(timeAxis({at("2026-11-23T10:00:00Z"), at("2026-11-23T10:00:00Z")}, 5, fixedOffset(0s)).empty());
    }
};

QTEST_APPLESS_MAIN(TimeAxisTest)
#include "TimeAxisTest.moc"
