#include "models/text/Duration.h"

#include "tests/unit/text/Golden.h"

using namespace std::chrono_literals;

class DurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agesReadAsKubectlPrintsThem()
    {
        for (const QJsonValue &row : goldenRows("duration/ages.json")) {
            const std::chrono::milliseconds age(row[QStringLiteral("milliseconds")].toInteger());
            QCOMPARE(text::humanDuration(age), textOf(row[QStringLiteral("long")]));
            QCOMPARE(text::shortHumanDuration(age), textOf(row[QStringLiteral("short")]));
        }
    }

    void anAgeBeyondGoStandsStill()
    {
        QCOMPARE(text::humanDuration(std::chrono::milliseconds::max()), std::string("292y"));
        QCOMPARE(text::humanDuration(std::chrono::milliseconds::min()), std::string("<invalid>"));
    }

    void durationsParseAsInGo_data() { addGoldenRows("duration/durations.json"); }
    void durationsParseAsInGo()
    {
        QFETCH(QJsonObject, row);
        const auto duration = text::parseDuration(textOf(row[QStringLiteral("text")]));
        const QJsonValue error = row[QStringLiteral("error")];
        QCOMPARE(duration.has_value(), error.isNull());
        if (!duration) {
            QCOMPARE(duration.error().message, textOf(error));
            return;
        }
        QCOMPARE(std::to_string(duration->count()), textOf(row[QStringLiteral("nanoseconds")]));
        QCOMPARE(text::formatDuration(*duration), textOf(row[QStringLiteral("string")]));
        QCOMPARE(text::parseDuration(text::formatDuration(*duration)).value(), *duration);
    }

    void timeoutsMayBeBareSeconds_data() { addGoldenRows("duration/durations.json"); }
    void timeoutsMayBeBareSeconds()
    {
        QFETCH(QJsonObject, row);
        const auto timeout = text::parseTimeout(textOf(row[QStringLiteral("text")]));
        const QJsonValue error = row[QStringLiteral("timeoutError")];
        QCOMPARE(timeout.has_value(), error.isNull());
        if (timeout)
            QCOMPARE(std::to_string(timeout->count()), textOf(row[QStringLiteral("timeout")]));
        else
            QCOMPARE(timeout.error().message, textOf(error));
    }

    void aHugeTimeoutIsTheLongestOne()
    {
        QCOMPARE(text::parseTimeout("9223372036854775807").value(), std::chrono::nanoseconds(9'223'372'036s));
    }
};

QTEST_APPLESS_MAIN(DurationTest)
#include "DurationTest.moc"
