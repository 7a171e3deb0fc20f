#include "tests/unit/demo/DemoCluster.h"

#include <QTest>

#include <cmath>

using text::Value;

namespace {

constexpr const char *service = "/api/v1/namespaces/monitoring/services/prometheus-kube-prometheus-prometheus:9090/proxy";

std::string encoded(const std::string &text) { return QByteArray::fromStdString(text).toPercentEncoding().toStdString(); }

struct Prometheus : DemoCluster
{
    std::int64_t now() const { return std::chrono::duration_cast<std::chrono::seconds>(executor.clock().now().time_since_epoch()).count(); }
    Value query(const std::string &expression) { return get(std::string(service) + "/api/v1/query?query=" + encoded(expression))["data"]["result"]; }
    double number(const std::string &expression)
    {
        const Value result = query(expression);
        return result.items().size() == 1 ? std::stod(result.items()[0]["value"].items()[1].text()) : std::nan("");
    }
};

} // namespace

/// The sample cluster's Prometheus, metrics.k8s.io and kubelets tell the same living story.
class PrometheusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNodeAndRunningPodIsMeasured()
    {
        Prometheus cluster;
        const double pods = double(cluster.get("/apis/metrics.k8s.io/v1beta1/pods")["items"].items().size());
        QVERIFY(pods > 20);
        QCOMPARE(cluster.number(R"(count(count by (namespace, pod) (container_memory_working_set_bytes{container!=""})))"), pods);
        QCOMPARE(cluster.number("count(kube_node_info)"), 3.0);
        QCOMPARE(cluster.number(R"(sum(kube_pod_status_phase{phase="Running"}))"), pods);
    }

    void bothTellTheSameOfAPod()
    {
        Prometheus cluster;
        cluster.advance(std::chrono::minutes(10));
        const Value pod = cluster.get("/apis/metrics.k8s.io/v1beta1/namespaces/team-b/pods/cache-0");
        const double nanos = std::stod(pod["containers"].items()[0]["usage"]["cpu"].text());
        const double cores = cluster.number(R"(sum(rate(container_cpu_usage_seconds_total{namespace="team-b",pod="cache-0",container!=""}[1m])))");
        QVERIFY2(std::fabs(cores - nanos / 1e9) < 0.15 * cores, qPrintable(QString::number(cores) + u' ' + QString::number(nanos)));
    }

    void theKubeletTellsItToo()
    {
        Prometheus cluster;
        const Value summary = cluster.get("/api/v1/nodes/kube-worker-1/proxy/stats/summary");
        QCOMPARE(summary["node"]["nodeName"].text(), std::string("kube-worker-1"));
        QVERIFY(summary["node"]["cpu"]["usageNanoCores"].asInteger() > 1'000'000);
        QVERIFY(!summary["pods"].items().empty());
        for (const Value &each : summary["pods"].items())
            QVERIFY(each["containers"].items()[0]["memory"]["workingSetBytes"].asInteger() > 0);
        QCOMPARE(summary["node"]["runtime"]["imageFs"]["capacityBytes"].asInteger(), summary["node"]["fs"]["capacityBytes"].asInteger());
        for (const char *path : {"/api/v1/nodes/nobody/proxy/stats/summary", "/api/v1/nodes/nobody/proxy/configz"})
            QCOMPARE(cluster.ask("GET", path).code, 404);
        QCOMPARE(cluster.get("/api/v1/nodes/kube-worker-1/proxy/configz")["kubeletconfig"]["nodeStatusMaxImages"].asInteger(), std::int64_t(50));
        QCOMPARE(cluster.get("/api/v1/nodes/kube-worker-1")["status"]["images"].items().size(), std::size_t(50));
    }

    void countersOnlyGrowAndValuesLive()
    {
        Prometheus cluster;
        const Value range = cluster.get(std::string(service) + "/api/v1/query_range?query=" + encoded("sum(container_cpu_usage_seconds_total{container!=\"\"})") + "&start="
                                        + std::to_string(cluster.now() - 3600) + "&end=" + std::to_string(cluster.now()) + "&step=60")["data"]["result"];
        QCOMPARE(range.items().size(), std::size_t(1));
        const auto &values = range.items()[0]["values"].items();
        QCOMPARE(values.size(), std::size_t(61));
        QVERIFY(std::stod(values[60].items()[1].text()) > std::stod(values[59].items()[1].text()));
        const double before = cluster.number("sum(node_memory_MemAvailable_bytes)");
        cluster.advance(std::chrono::minutes(2));
        QVERIFY(cluster.number("sum(node_memory_MemAvailable_bytes)") != before);
    }

    void nodesAreBusyAsLongAsTheyAreNotIdle()
    {
        Prometheus cluster;
        for (const char *node : {"10.10.0.10:9100", "10.10.0.11:9100"}) {
            const std::string of = std::string("{instance=\"") + node + "\"";
            const double all = cluster.number("sum(rate(node_cpu_seconds_total" + of + "}[5m])) / count(node_cpu_seconds_total" + of + ",mode=\"idle\"})");
            QVERIFY2(std::fabs(all - 1) < 0.01, qPrintable(QString::number(all)));
        }
    }

    void thirtyDaysTakeNoLongerThanAPersonWaits()
    {
        Prometheus cluster;
        QElapsedTimer timer;
        timer.start();
        const Value range = cluster.get(std::string(service) + "/api/v1/query_range?query=" + encoded("sum by (namespace) (rate(container_cpu_usage_seconds_total[6h]))") + "&start="
                                        + std::to_string(cluster.now() - 30 * 86'400) + "&end=" + std::to_string(cluster.now()) + "&step=21600")["data"]["result"];
        QVERIFY(!range.items().empty());
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    void theRestOfTheApiIsThere_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("holds");
        QTest::newRow("labels") << "/api/v1/labels" << "\"namespace\"";
        QTest::newRow("values of a label") << "/api/v1/label/job/values" << "\"kube-state-metrics\"";
        QTest::newRow("names of metrics") << "/api/v1/label/__name__/values" << "\"node_cpu_seconds_total\"";
        QTest::newRow("series") << "/api/v1/series?match[]=kube_node_info" << "\"system_uuid\"";
        QTest::newRow("targets") << "/api/v1/targets?state=active" << "\"lastError\":\"server returned HTTP status 404 Not Found\"";
        QTest::newRow("rules") << "/api/v1/rules" << "\"name\":\"KubePodCrashLooping\"";
        QTest::newRow("alerts") << "/api/v1/alerts" << "\"alertname\":\"Watchdog\"";
        QTest::newRow("build") << "/api/v1/status/buildinfo" << "\"version\":\"3.7.3\"";
        QTest::newRow("metadata") << "/api/v1/metadata?metric=up" << "Whether the last scrape was successful";
        QTest::newRow("constant") << "/api/v1/query?query=1" << "\"resultType\":\"scalar\"";
        QTest::newRow("samples") << "/api/v1/query?query=up[2m]" << "\"resultType\":\"matrix\"";
        QTest::newRow("readiness") << "/-/ready" << "Ready";
    }
    void theRestOfTheApiIsThere()
    {
        QFETCH(QString, path);
        QFETCH(QString, holds);
        Prometheus cluster;
        const demo::HttpAnswer answer = cluster.ask("GET", service + path.toStdString());
        QCOMPARE(answer.code, 200);
        QVERIFY2(answer.body.find(holds.toStdString()) != std::string::npos, answer.body.substr(0, 2000).c_str());
    }

    void mistakesAreToldAsPrometheusTellsThem()
    {
        Prometheus cluster;
        const auto answer = [&](const char *path) { return cluster.ask("GET", std::string(service) + path); };
        QCOMPARE(answer("/api/v1/query?query=sum(").code, 400);
        QVERIFY(answer("/api/v1/query?query=sum(").body.find("invalid parameter \\\"query\\\": 1:5: parse error") != std::string::npos);
        QCOMPARE(answer("/api/v1/query?query=up&time=never").code, 400);
        QCOMPARE(answer("/api/v1/query_range?query=up&start=0&end=100000000&step=1").code, 400);
        QCOMPARE(answer("/api/v1/query?query=up+*+on(job)+up").code, 422);
        QCOMPARE(answer("/api/v1/nothing").code, 404);
        QCOMPARE(cluster.ask("GET", "/api/v1/namespaces/monitoring/services/nobody:9090/proxy/api/v1/query?query=1").code, 404);
        QCOMPARE(cluster.ask("GET", "/api/v1/namespaces/monitoring/services/prometheus-grafana:80/proxy/api/v1/query?query=1").code, 503);
    }

    void aFormIsAsGoodAsAUrl()
    {
        Prometheus cluster;
        const demo::HttpAnswer answer = cluster.ask("POST", std::string(service) + "/api/v1/query", "query=sum%28kube_node_info%29+%2B+1", "application/x-www-form-urlencoded");
        QVERIFY(answer.body.find("\"4\"") != std::string::npos);
    }

    void everyMetricThatIsDescribedHasSeriesAndTheOtherWayRound()
    {
        Prometheus cluster;
        const Value names = cluster.get(std::string(service) + "/api/v1/label/__name__/values")["data"];
        const Value described = cluster.get(std::string(service) + "/api/v1/metadata")["data"];
        for (const Value &name : names.items())
            QVERIFY2(described.find(name.text()), name.text().c_str());
        std::string without;
        for (const Value::Member &member : described.members())
            if (std::ranges::find(names.items(), member.key, &Value::text) == names.items().end())
                without += ' ' + member.key;
        QVERIFY2(without.empty() || without == " ALERTS" || without == " ALERTS kube_resourcequota", without.c_str());
    }
};

QTEST_GUILESS_MAIN(PrometheusTest)
#include "PrometheusTest.moc"
