#include "widgets/table/ColumnWidths.h"

#include <QtTest>

#include <numeric>

using table::ColumnWish;
using table::shareWidth;

namespace {

/// Pods of all namespaces, as their texts measure: Namespace, Name, Ready, Status, Restarts, Age, ServiceAccount.
const std::vector<ColumnWish> pods{{107}, {420, ColumnWish::Role::Name}, {71}, {150, ColumnWish::Role::State}, {120}, {61}, {300}};
constexpr std::size_t name = 1, state = 3, serviceAccount = 6;

int sumOf(const std::vector<int> &widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

} // namespace

class ColumnWidthsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftOverIsShared()
    {
        const std::vector<int> widths = shareWidth(pods, 1600);
        QCOMPARE(sumOf(widths), 1600);
        for (std::size_t i = 0; i < pods.size(); ++i)
            QVERIFY(widths[i] > pods[i].width);
    }

    void namesGetWhatTheyNeedBeforeTheOthers()
    {
        const std::vector<int> widths = shareWidth(pods, 1180);
        QCOMPARE(sumOf(widths), 1180);
        QCOMPARE(widths[name], 420);
        QCOMPARE(widths[serviceAccount], 300 - (1229 - 1180)); // the widest of the others gives way, and only it
    }

    void statesStayWholeBeforeNamesDo()
    {
        const std::vector<int> widths = shareWidth(pods, 940);
        QCOMPARE(sumOf(widths), 940);
        QCOMPARE(widths[state], 150);
        QCOMPARE(widths[serviceAccount], 110);
        QVERIFY2(widths[name] > 300 && widths[name] < 420, qPrintable(QString::number(widths[name])));
    }

    void whereItIsNarrowNamesKeepAPartOfTheRoom()
    {
        const std::vector<int> widths = shareWidth(pods, 746);
        QCOMPARE(sumOf(widths), 746);
        QVERIFY2(widths[name] >= 746 / 4, qPrintable(QString::number(widths[name])));
        QCOMPARE(widths[state], 150);
        for (std::size_t i = 0; i < pods.size(); ++i)
            QVERIFY(widths[i] >= std::min(pods[i].width, 90));
    }

    void whereNothingFitsTheSumExceedsTheRoom()
    {
        const std::vector<int> widths = shareWidth(pods, 300);
        QCOMPARE(widths[name], 110);
        QCOMPARE(widths[state], 110);
        QCOMPARE(widths[serviceAccount], 90);
        QVERIFY(sumOf(widths) > 300);
    }

    void withoutNamesTheWidestGiveWay()
    {
        QCOMPARE(shareWidth({{300}, {200}, {60}}, 400), (std::vector<int>{170, 170, 60}));
    }

    void noColumnsTakeNoRoom() { QVERIFY(shareWidth({}, 500).empty()); }
};

QTEST_APPLESS_MAIN(ColumnWidthsTest)
#include "ColumnWidthsTest.moc"
