#include "app/headless/TopTable.h"
#include "models/text/Json.h"

#include <QTest>

#include <sstream>

using namespace headless;
using metrics::Bytes;
using metrics::MeasuredObject;
using metrics::Nanocores;
using metrics::Usage;

namespace {

Usage usage(std::int64_t nanos, std::int64_t bytes) { return {Nanocores{nanos}, Bytes{bytes}, base::SystemTime(std::chrono::seconds(1'795'420'800)), {}}; }

std::vector<MeasuredObject> pods()
{
    return {{"b", "web", usage(12'000'001, 180 * 1048576 + 1048575), {{"web", usage(12'000'001, 180 * 1048576 + 1048575)}}},
            {"a", "zebra", usage(3, 5), {{"x", usage(1, 4)}, {"a", usage(2, 1)}}},
            {"a", "ant", usage(2'000'000'000, 0), {{"c", usage(2'000'000'000, 0)}}}};
}

std::string printed(const std::vector<TopRow> &rows, const TopLook &look)
{
    std::ostringstream out;
    printTop(rows, look, out);
    return out.str();
}

} // namespace

/// The rows of "top" as kubectl 1.36 prints them.
class TopTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void podsStandByNamespaceAndName()
    {
        QCOMPARE(QString::fromStdString(printed(podRows(pods(), TopSort::Name, false), {.withNamespace = true})),
                 QStringLiteral("NAMESPACE   NAME    CPU(cores)   MEMORY(bytes)   \n"
                                "a           ant     2000m        0Mi             \n"
                                "a           zebra   1m           0Mi             \n"
                                "b           web     13m          180Mi           \n"));
    }

    void whatUsesMostComesFirst()
    {
        const auto names = [](TopSort by) {
            QStringList out;
            for (const TopRow &row : podRows(pods(), by, false))
                out << QString::fromStdString(row.name);
            return out.join(u' ');
        };
        QCOMPARE(names(TopSort::Cpu), QStringLiteral("ant web zebra"));
        QCOMPARE(names(TopSort::Memory), QStringLiteral("web zebra ant"));
    }

    void containersStandBelowTheirPods()
    {
        QCOMPARE(QString::fromStdString(printed(podRows({pods()[1]}, TopSort::Name, true), {.withContainers = true, .hasSum = true})),
                 QStringLiteral("POD     NAME   CPU(cores)   MEMORY(bytes)   \n"
                                "zebra   a      1m           0Mi             \n"
                                "zebra   x      1m           0Mi             \n"
                                "               ________     ________        \n"
                                "               1m           0Mi             \n"));
    }

    void nodesAreComparedWithWhatTheyHave()
    {
        const std::map<std::string, NodeRoom> rooms{{"n1", {4000, 8LL << 30}}, {"silent", {1000, 1 << 30}}};
        const auto rows = nodeRows({{{}, "n1", usage(602'400'000, 1710LL << 20)}, {{}, "foreign", usage(1, 1)}}, rooms, TopSort::Name);
        QCOMPARE(QString::fromStdString(printed(rows, {.isNodes = true})),
                 QStringLiteral("NAME      CPU(cores)   CPU(%)      MEMORY(bytes)   MEMORY(%)   \n"
                                "foreign   1m           0Mi         \n"
                                "n1        603m         15%         1710Mi          20%         \n"
                                "silent    <unknown>    <unknown>   <unknown>       <unknown>   \n"));
    }

    void whatWasNotMeasuredIsUnknownAndNeverZero()
    {
        const auto rows = podRows({{"a", "p", {{}, Bytes{0}, {}, {}}}}, TopSort::Name, false);
        QVERIFY(printed(rows, {.hasHeader = false}).find("<unknown>   0Mi") != std::string::npos);
        const text::Value json = topJson(rows, metrics::Rung::KubeletSummary).items()[0];
        QVERIFY(json["cpu"].isNull() && json["timestamp"].isNull() && json["cpuPercent"].isNull());
        QCOMPARE(json["memory"].text(), std::string("0Mi"));
        QCOMPARE(json["source"].text(), std::string("kubelet"));
    }

    void jsonHasAllKeys()
    {
        const text::Value json = topJson(nodeRows({{{}, "n1", usage(602'400'000, 1710LL << 20)}}, {{"n1", {4000, 8LL << 30}}}, TopSort::Name), metrics::Rung::MetricsApi);
        QCOMPARE(QString::fromStdString(text::writeJson(json)),
                 QStringLiteral(R"([{"namespace":"","name":"n1","container":"","cpu":"603m","memory":"1710Mi","cpuPercent":15,"memoryPercent":20,"source":"metrics","timestamp":"2026-11-23T08:00:00Z"}])"));
    }

    void nothingPrintsNothing()
    {
        QVERIFY(printed({}, {}).empty());
        QCOMPARE(text::writeJson(topJson({}, metrics::Rung::Prometheus)), std::string("[]"));
    }
};

QTEST_GUILESS_MAIN(TopTableTest)
#include "TopTableTest.moc"
