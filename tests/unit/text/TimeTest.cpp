#include "models/text/Time.h"

#include "tests/unit/text/Golden.h"

class TimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesParseAsInGo_data() { addGoldenRows("time/times.json"); }
    void timesParseAsInGo()
    {
        QFETCH(QJsonObject, row);
        const auto time = text::parseTime(textOf(row[QStringLiteral("text")]));
        QCOMPARE(time.has_value(), row.contains(QStringLiteral("seconds")));
        if (!time) {
            QVERIFY(time.error().message.find("RFC 3339") != std::string::npos);
            return;
        }
        QCOMPARE(std::to_string(time->seconds), textOf(row[QStringLiteral("seconds")]));
        QCOMPARE(time->nanoseconds, row[QStringLiteral("nanoseconds")].toInt());
        QCOMPARE(text::formatTime(*time), textOf(row[QStringLiteral("time")]));
        QCOMPARE(text::formatMicroTime(*time), textOf(row[QStringLiteral("micro")]));
    }

    void theZeroTimeIsTheYearOne()
    {
        QCOMPARE(text::parseTime("0001-01-01T00:00:00Z")->seconds, text::ZeroTimeSeconds);
    }

    void theMachinesClockGoesThereAndBack()
    {
        for (const std::int64_t seconds : {-1LL, 0LL, 1'800'000'000LL}) {
            const text::Time time{seconds, 987'654'321};
            QCOMPARE(text::Time::from(time.toSystemTime()).seconds, seconds);
        }
        QCOMPARE((text::Time{1'000'000'000'000, 0}.toSystemTime()), base::SystemTime::max());
        QCOMPARE((text::Time{text::ZeroTimeSeconds, 0}.toSystemTime()), base::SystemTime::min());
    }

    void everyDayOfFourCenturiesComesBack()
    {
        for (std::int64_t day = -146'097; day <= 146'097; day += 7) {
            const text::Time time{day * 86'400 + 12'345, 0};
            QCOMPARE(text::parseTime(text::formatTime(time)).value().seconds, time.seconds);
        }
    }
};

QTEST_APPLESS_MAIN(TimeTest)
#include "TimeTest.moc"
