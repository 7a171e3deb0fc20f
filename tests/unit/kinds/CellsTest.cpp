#include "models/kube/Cells.h"

#include <QtTest>

#include <chrono>
#include <utility>

using kube::Cell;
using namespace std::chrono_literals;

/// Cells and the writer that collects them.
class CellsTest : public QObject
{
    Q_OBJECT

    static base::SystemTime at(std::chrono::milliseconds time) { return base::SystemTime(time); }

private Q_SLOTS:
    void aCellSaysWhatItHolds()
    {
        kube::CellWriter writer;
        writer.text("web");
        writer.integer(-7);
        writer.age(1000);
        writer.age(Cell::NoTime);
        writer.countAgo(3, 1000);
        writer.countAgo(0, 1000);
        writer.countAgo(3, Cell::NoTime);
        const char *const wanted[] = {"web", "-7", "5m", "<unknown>", "3 (5m ago)", "0", "3"};
        QCOMPARE(writer.size(), std::size(wanted));
        for (std::size_t i = 0; i < writer.size(); ++i)
            QCOMPARE(QString::fromStdString(writer.cell(i).display(at(1300s))), QString::fromUtf8(wanted[i]));
    }

    void anAgeGrowsWithTheClock_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 now, const char *text) { QTest::newRow(text) << now << QString::fromUtf8(text); };
        row(1'000'999, "0s");
        row(1'119'999, "119s");
        row(999'001, "0s");
        row(997'000, "<invalid>");
        row(1'120'000, "2m");
        row(31'537'000'000, "365d");
    }
    void anAgeGrowsWithTheClock()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, text);
        kube::CellWriter writer;
        writer.age(1000);
        QCOMPARE(QString::fromStdString(writer.cell(0).display(at(std::chrono::milliseconds(milliseconds)))), text);
    }

    void anAgeFollowsAClockThatJumps_data()
    {
        QTest::addColumn<qint64>("created");
        QTest::newRow("before 2038") << qint64(2'147'483'000);
        QTest::newRow("across the end of 31 bits") << qint64(2'147'483'640);
        QTest::newRow("across the end of 32 bits") << qint64(4'294'967'290);
        QTest::newRow("before 1970") << qint64(-100);
        QTest::newRow("in the year 2200") << qint64(7'258'118'400);
    }
    void anAgeFollowsAClockThatJumps()
    {
        QFETCH(qint64, created);
        kube::CellWriter writer;
        writer.age(created);
        writer.countAgo(2, created);
        const std::pair<std::chrono::seconds, QString> jumps[] = {
            {20s, QStringLiteral("20s")}, {-3600s, QStringLiteral("<invalid>")}, {0s, QStringLiteral("0s")}, {-1s, QStringLiteral("0s")},
            {-2s, QStringLiteral("<invalid>")}, {3h, QStringLiteral("3h")}, {20s, QStringLiteral("20s")}, {24h * 365 * 10, QStringLiteral("10y")}};
        for (const auto &[later, text] : jumps) {
            const base::SystemTime now = at(std::chrono::seconds(created) + later);
            QCOMPARE(QString::fromStdString(writer.cell(0).display(now)), text);
            QCOMPARE(QString::fromStdString(writer.cell(1).display(now)), QStringLiteral("2 (%1 ago)").arg(text));
        }
    }

    void timesFarAwayDoNotOverflow()
    {
        kube::CellWriter writer;
        writer.age(std::numeric_limits<std::int64_t>::max());
        writer.age(std::numeric_limits<std::int64_t>::min() + 1);
        QCOMPARE(writer.cell(0).display(at(0s)), std::string("<invalid>"));
        QCOMPARE(writer.cell(1).display(at(0s)), std::string("292y"));
    }

    void textsAreCopiedAndTheMemoryIsUsedAgain()
    {
        kube::CellWriter writer;
        for (int round = 0; round < 3; ++round) {
            writer.clear();
            std::string passing = "row " + std::to_string(round);
            writer.text(passing);
            writer.text("");
            passing.assign(100, 'x');
            writer.text(passing);
            QCOMPARE(writer.size(), std::size_t(3));
            QCOMPARE(std::string(writer.cell(0).text), "row " + std::to_string(round));
            QVERIFY(writer.cell(1).text.empty());
            QCOMPARE(std::string(writer.cell(2).text), passing);
        }
    }
};

QTEST_APPLESS_MAIN(CellsTest)
#include "CellsTest.moc"
