#include "models/metrics/UsageQueries.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

Series one(Labels labels, double value, std::int64_t second = 100)
{
    return {std::move(labels), {{base::SystemTime(std::chrono::seconds(second)), value}}};
}

constexpr UsageQuestion::Detail containers = UsageQuestion::Detail::Containers;

} // namespace

/// The questions to a Prometheus for the columns of all pods and nodes, and how its answers are read.
class UsageQueriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTwoJobsScrapeIsCountedOnce()
    {
        const UsageQueries all = usageQueries({Measured::Pods}, 2min);
        QCOMPARE(all.cpu, std::string(R"(sum by (namespace, pod) (max by (namespace, pod, container) (rate(container_cpu_usage_seconds_total{container!="",container!="POD"}[120s]))))"));
        QCOMPARE(all.memory, std::string(R"(sum by (namespace, pod) (max by (namespace, pod, container) (container_memory_working_set_bytes{container!="",container!="POD"})))"));
    }

    void aNamespaceAPodAndTheClusterAreSelectedAndQuoted()
    {
        const UsageQueries one = usageQueries({Measured::Pods, "a", "b\"c", {}, containers}, 60500ms, {{"cluster", "prod"}});
        QCOMPARE(one.memory, std::string("max by (namespace, pod, container) (container_memory_working_set_bytes{container!=\"\",container!=\"POD\",namespace=\"a\",pod=\"b\\\"c\",cluster=\"prod\"})"));
        QVERIFY(one.cpu.find("[61s]") != std::string::npos);
        QCOMPARE(usageQueries({Measured::Nodes}, 60s).cpu, std::string(R"(max by (node, instance) (rate(container_cpu_usage_seconds_total{id="/"}[60s])))"));
    }

    void bothAnswersMeetInOnePod()
    {
        const Labels web{{"namespace", "a"}, {"pod", "web"}};
        const auto read = readUsage({{one(web, 0.0125, 100)}}, {{one({{"namespace", "b"}, {"pod", "web"}}, 5), one(web, 1024, 99)}}, {Measured::Pods}, 60s);
        QCOMPARE(read.size(), std::size_t(2));
        QCOMPARE(read[0].usage.cpu, std::optional(Nanocores{12'500'000}));
        QCOMPARE(read[0].usage.memory, std::optional(Bytes{1024}));
        QCOMPARE(read[0].usage.time, base::SystemTime(99s));
        QCOMPARE(read[0].usage.window, 60'000ms);
        QVERIFY(!read[1].usage.cpu);
    }

    void containersAddUpToTheirPod()
    {
        const auto labels = [](const char *container) { return Labels{{"namespace", "a"}, {"pod", "web"}, {"container", container}}; };
        const auto read = readUsage({{one(labels("x"), 1), one(labels("y"), 2)}}, {{one(labels("x"), 10), one(labels("y"), 20)}}, {Measured::Pods, {}, {}, {}, containers}, 60s);
        QCOMPARE(read.size(), std::size_t(1));
        QCOMPARE(read[0].containers.size(), std::size_t(2));
        QCOMPARE(read[0].usage.cpu, std::optional(Nanocores{3'000'000'000}));
        QCOMPARE(read[0].usage.memory, std::optional(Bytes{30}));
    }

    void aNodeIsNamedByItsLabelElseByItsInstance()
    {
        const auto read = readUsage({{one({{"node", "n1"}, {"instance", "10.0.0.1:10250"}}, 1), one({{"instance", "n2"}}, 2)}}, {}, {Measured::Nodes}, 60s);
        QCOMPARE(read[0].name, std::string("n1"));
        QCOMPARE(read[1].name, std::string("n2"));
    }

    void valuesThatAreNoneAreNotKnown_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("NaN") << std::nan("");
        QTest::newRow("+Inf") << std::numeric_limits<double>::infinity();
        QTest::newRow("negative") << -1.0;
        QTest::newRow("more than there can be") << 1e300;
    }
    void valuesThatAreNoneAreNotKnown()
    {
        QFETCH(double, value);
        const Labels pod{{"namespace", "a"}, {"pod", "p"}};
        const auto read = readUsage({{one(pod, value)}}, {{one(pod, value)}}, {Measured::Pods}, 60s);
        QCOMPARE(read.size(), std::size_t(1));
        QVERIFY(!read[0].usage.cpu && !read[0].usage.memory);
    }

    void seriesOfNothingInParticularAreLeftOut()
    {
        QVERIFY(readUsage({{one({}, 1), one({{"namespace", "a"}}, 1), {{{"pod", "p"}}, {}}}}, {}, {Measured::Pods}, 60s).empty());
    }
};

QTEST_GUILESS_MAIN(UsageQueriesTest)
#include "UsageQueriesTest.moc"
