#include "models/metrics/MetricsApi.h"

#include <QTest>

using namespace metrics;
using namespace std::chrono_literals;

namespace {

constexpr const char *pods = R"({"kind":"PodMetricsList","apiVersion":"metrics.k8s.io/v1beta1","metadata":{},"items":[
 {"metadata":{"name":"web-1","namespace":"team-a","labels":{"app":"web"}},"timestamp":"2026-11-23T08:00:00Z","window":"15.2s",
  "containers":[{"name":"web","usage":{"cpu":"123456789n","memory":"1234Ki"}},{"name":"proxy","usage":{"cpu":"1m","memory":"2Mi"}}]},
 {"metadata":{"name":"idle","namespace":"team-b"},"timestamp":"2026-11-23T08:00:05Z","window":"1m0s","containers":[{"name":"idle","usage":{"cpu":"0","memory":"0"}}]}]})";

const MeasuredObject &only(const base::Result<std::vector<MeasuredObject>> &objects) { return objects->front(); }

} // namespace

/// What metrics.k8s.io answers.
class MetricsApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPodIsTheSumOfItsContainersAtTheTimeOfItsSample()
    {
        const auto read = readMetricsApi(pods);
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(2));
        const MeasuredObject &pod = only(read);
        QCOMPARE(pod.namespaceName + '/' + pod.name, std::string("team-a/web-1"));
        QCOMPARE(pod.usage.cpu->value, std::int64_t(124'456'789));
        QCOMPARE(pod.usage.cpu->milli(), std::int64_t(125));
        QCOMPARE(pod.usage.memory->value, std::int64_t((1234 + 2048) * 1024));
        QCOMPARE(pod.usage.memory->mebi(), std::int64_t(3));
        QCOMPARE(pod.usage.window, 15'200ms);
        QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(pod.usage.time.time_since_epoch()).count(), std::int64_t(1'795'420'800));
        QCOMPARE(pod.containers[1].name, std::string("proxy"));
        QCOMPARE(pod.containers[1].usage.cpu->value, std::int64_t(1'000'000));
    }

    void zeroIsMeasuredAndNothingIsNot()
    {
        QCOMPARE((*readMetricsApi(pods))[1].usage.cpu, std::optional(Nanocores{0}));
        const auto read = readMetricsApi(R"({"kind":"NodeMetricsList","items":[{"metadata":{"name":"n"},"timestamp":"2026-11-23T08:00:00Z","window":"20s","usage":{"memory":"1Gi"}}]})");
        QVERIFY(!only(read).usage.cpu);
        QCOMPARE(only(read).usage.memory->mebi(), std::int64_t(1024));
    }

    void oneContainerWithoutAFigureLeavesThePodWithoutOne()
    {
        const auto read = readMetricsApi(R"({"kind":"PodMetrics","metadata":{"name":"p","namespace":"a"},"containers":[{"name":"x","usage":{"cpu":"1","memory":"1Mi"}},{"name":"y","usage":{"cpu":"1"}}]})");
        QCOMPARE(only(read).usage.cpu, std::optional(Nanocores{2'000'000'000}));
        QVERIFY(!only(read).usage.memory);
    }

    void figuresThatMakeNoSenseAreNotKnown_data()
    {
        QTest::addColumn<QByteArray>("cpu");
        for (const char *bad : {"\"-5n\"", "\"NaN\"", "\"+Inf\"", "\"12 apples\"", "null", "{}", "\"\""})
            QTest::newRow(bad) << QByteArray(bad);
    }
    void figuresThatMakeNoSenseAreNotKnown()
    {
        QFETCH(QByteArray, cpu);
        const auto read = readMetricsApi(R"({"kind":"NodeMetrics","metadata":{"name":"n"},"usage":{"cpu":)" + cpu.toStdString() + R"(,"memory":"1Ki"}})");
        QVERIFY(!only(read).usage.cpu);
        QVERIFY(only(read).usage.memory);
    }

    void hugeFiguresEndWhereNumbersEnd()
    {
        const auto read = readMetricsApi(R"({"kind":"NodeMetrics","metadata":{"name":"n"},"usage":{"cpu":"99999999999999999999E","memory":"9e99"}})");
        QCOMPARE(only(read).usage.cpu->value, std::numeric_limits<std::int64_t>::max());
        Usage sum = only(read).usage;
        sum.add(only(read).usage);
        QCOMPARE(sum.memory->value, std::numeric_limits<std::int64_t>::max());
    }

    void whatIsNoListIsAnError()
    {
        QVERIFY(!readMetricsApi("<html>"));
        QVERIFY(!readMetricsApi(""));
        QVERIFY(!readMetricsApi(R"({"kind":"PodMetricsList","items":[{"metadata":{"name":"a")"));
        QVERIFY(!readMetricsApi(R"({"kind":"PodMetricsList","items":[{}]})"));
    }

    void theWholeClusterIsOneRequest()
    {
        QCOMPARE(metricsApiRequest({Measured::Pods}).path, std::string("/apis/metrics.k8s.io/v1beta1/pods"));
        QCOMPARE(metricsApiRequest({Measured::Nodes}).path, std::string("/apis/metrics.k8s.io/v1beta1/nodes"));
        QCOMPARE(metricsApiRequest({Measured::Pods, "team-a", "web-1"}).path, std::string("/apis/metrics.k8s.io/v1beta1/namespaces/team-a/pods/web-1"));
        QCOMPARE(metricsApiRequest({Measured::Pods, {}, {}, "app=web"}).query.front().value, std::string("app=web"));
    }
};

QTEST_GUILESS_MAIN(MetricsApiTest)
#include "MetricsApiTest.moc"
