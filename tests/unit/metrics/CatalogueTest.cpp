#include "models/metrics/Catalogue.h"
#include "models/metrics/LineMerge.h"
#include "models/metrics/PromUses.h"

#include <QtTest>

#include <algorithm>

using namespace metrics;
using std::string_literals::operator""s;

// What the queries answer is compared with the truth in e2e/metrics_queries, on a real Prometheus.
class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPageHasChartsWithNamesAndWords_data();
    void eachPageHasChartsWithNamesAndWords();
    void theClustersPageIsAtMostEightRequests();
    void everyMetricOfEveryQueryIsAskedForBefore_data();
    void everyMetricOfEveryQueryIsAskedForBefore();
    void namesStayNamesWhateverTheyHold_data();
    void namesStayNamesWhateverTheyHold();
    void podsAreChosenByTheirOwnersElseByTheirNames();
    void everySelectorAsksForTheClusterThatIsMeant();
    void nodesAreKnownByWhatTheServerHas_data();
    void nodesAreKnownByWhatTheServerHas();
    void linesThatWereAskedTogetherComeApart();
    void aLineAloneStaysAsItIs();
};

Q_DECLARE_METATYPE(metrics::Subject)

namespace {

std::vector<Subject> subjects(const std::string &name = "n", const std::string &space = "ns")
{
    std::vector<Subject> out = {{SubjectKind::Cluster}};
    for (const SubjectKind kind : {SubjectKind::Node, SubjectKind::Namespace, SubjectKind::Pod, SubjectKind::Container, SubjectKind::Claim, SubjectKind::Ingress})
        out.push_back({kind, kind == SubjectKind::Node || kind == SubjectKind::Namespace ? ""s : space, name, {}, kind == SubjectKind::Container ? name : ""s});
    for (const char *resource : {"deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs", "rollouts.argoproj.io"})
        out.push_back({SubjectKind::Workload, space, name, resource, {}});
    return out;
}

Capabilities having(const std::vector<std::pair<std::string, Labels>> &metrics)
{
    Capabilities out;
    out.setAsked(catalogueMetrics());
    for (const auto &[metric, labels] : metrics)
        out.add(metric, {"j", {}, 1, labels});
    return out;
}

std::string allQueries(const Subject &subject, const Capabilities &capabilities, const Selection &selection = {})
{
    std::string out;
    for (const ChartSpec &chart : chartsOf(subject, capabilities, selection))
        out += mergedQuery(chart.lines) + "\n";
    return out;
}

} // namespace

void CatalogueTest::eachPageHasChartsWithNamesAndWords_data()
{
    QTest::addColumn<Subject>("subject");
    for (const Subject &subject : subjects())
        QTest::addRow("%d %s", static_cast<int>(subject.kind), subject.resource.c_str()) << subject;
}

void CatalogueTest::eachPageHasChartsWithNamesAndWords()
{
    QFETCH(Subject, subject);
    std::set<std::string> names;
    for (const ChartSpec &chart : chartsOf(subject, {})) {
        QVERIFY2(names.insert(chart.name).second, chart.name.c_str());
        QVERIFY(!chart.title.empty() && !chart.lines.empty());
        for (const LineSpec &line : chart.lines)
            QVERIFY(!line.legend.empty() && !line.expression.empty());
    }
    QVERIFY(names.size() >= 2);
}

void CatalogueTest::theClustersPageIsAtMostEightRequests()
{
    QVERIFY(chartsOf({}, {}).size() <= 8);
    QCOMPARE(chartsOf({}, {}).front().name, "cpu"s);
}

void CatalogueTest::everyMetricOfEveryQueryIsAskedForBefore_data()
{
    QTest::addColumn<std::vector<std::string>>("present");
    QTest::newRow("nothing is known") << std::vector<std::string>();
    QTest::newRow("nothing is there") << std::vector{"up"s};
    QTest::newRow("Traefik") << std::vector{"traefik_service_requests_total"s};
    QTest::newRow("both ingress controllers") << std::vector{"traefik_service_requests_total"s, "nginx_ingress_controller_requests"s};
    QTest::newRow("node-exporter alone") << std::vector{"node_cpu_seconds_total"s, "node_uname_info"s};
}

void CatalogueTest::everyMetricOfEveryQueryIsAskedForBefore()
{
    QFETCH(std::vector<std::string>, present);
    std::vector<std::pair<std::string, Labels>> metrics;
    for (const std::string &metric : present)
        metrics.push_back({metric, {{"instance", "10.0.0.1:9100"}}});
    const std::vector<std::string> asked = catalogueMetrics();
    for (const Subject &subject : subjects()) {
        for (const std::string &metric : metricsIn(allQueries(subject, present.empty() ? Capabilities() : having(metrics))))
            QVERIFY2(std::ranges::binary_search(asked, metric), metric.c_str());
    }
}

void CatalogueTest::namesStayNamesWhateverTheyHold_data()
{
    QTest::addColumn<std::string>("name");
    for (const char *name : {"web.1", "a|b", ".*", "x\"} or vector(1) or up{a=\"", "a\\", "$window", "${x}", "(", "웹"})
        QTest::newRow(name) << std::string(name);
}

void CatalogueTest::namesStayNamesWhateverTheyHold()
{
    QFETCH(std::string, name);
    for (const Subject &subject : subjects(name, name)) {
        const Selection selection{{name}, {{name, name}}};
        for (const ChartSpec &chart : chartsOf(subject, {}, selection)) {
            for (const LineSpec &line : chart.lines) {
                const auto plain = metricsIn(chartsOf(subject, {}, selection).front().lines.front().expression);
                QVERIFY(std::ranges::find(plain, "up"s) == plain.end());
                for (const MetricUse &use : usesIn(line.expression))
                    QVERIFY2(use.metric.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:") == std::string::npos, use.metric.c_str());
            }
        }
    }
    if (name.find('\\') == std::string::npos)
        QVERIFY(usesIn(chartsOf({SubjectKind::Pod, "ns", name}, {}).front().lines.front().expression).front().matchers[3] == (Matcher{"pod", "=", name}));
}

void CatalogueTest::podsAreChosenByTheirOwnersElseByTheirNames()
{
    const Subject web{SubjectKind::Workload, "shop", "web", "deployments"};
    const Selection pods{{"web-1.a", "web-2"}, {}};
    const Capabilities withOwners = having({{"kube_pod_owner", {}}, {"kube_replicaset_owner", {}}, {"container_cpu_usage_seconds_total", {}}});
    const std::string byOwner = allQueries(web, withOwners, pods);
    QVERIFY(byOwner.find("owner_kind=\"Deployment\",owner_name=\"web\"") != std::string::npos);
    QVERIFY(byOwner.find("pod=~") == std::string::npos);
    const std::string byName = allQueries(web, having({{"container_cpu_usage_seconds_total", {}}}), pods);
    QVERIFY(byName.find(R"(pod=~"web-1\\.a|web-2")") != std::string::npos);
    QVERIFY(byName.find("kube_pod_owner") == std::string::npos);
    const std::string unknownKind = allQueries({SubjectKind::Workload, "shop", "web", "rollouts.argoproj.io"}, withOwners, pods);
    QVERIFY(unknownKind.find("pod=~\"web-1") != std::string::npos);
    const std::string nothing = allQueries({SubjectKind::Workload, "shop", "web", "rollouts.argoproj.io"}, withOwners, {});
    QVERIFY(nothing.find(R"(pod=~"[^\\s\\S]+")") != std::string::npos);
}

void CatalogueTest::everySelectorAsksForTheClusterThatIsMeant()
{
    Capabilities capabilities = having({{"traefik_service_requests_total", {}}, {"nginx_ingress_controller_requests", {}}, {"node_uname_info", {}},
                                        {"node_cpu_seconds_total", {{"instance", "a"}}}, {"kube_pod_owner", {}}, {"kube_replicaset_owner", {}}});
    capabilities.setScope({{"cluster", "prod"}});
    for (const Subject &subject : subjects()) {
        for (const MetricUse &use : usesIn(allQueries(subject, capabilities)))
            QVERIFY2(std::ranges::find(use.matchers, Matcher{"cluster", "=", "prod"}) != use.matchers.end(), use.metric.c_str());
    }
}

void CatalogueTest::nodesAreKnownByWhatTheServerHas_data()
{
    QTest::addColumn<std::map<std::string, std::string>>("labels");
    QTest::addColumn<std::string>("part");
    using Map = std::map<std::string, std::string>;
    QTest::newRow("a label") << Map{{"node", "n"}} << "mode=~\"idle\",node=\"n\""s;
    QTest::newRow("an older label") << Map{{"kubernetes_node", "n"}} << "kubernetes_node=\"n\""s;
    QTest::newRow("the exporter's pod") << Map{{"namespace", "m"}, {"pod", "e"}} << "on (namespace, pod) group_left (node) topk by (namespace, pod) (1, max by (namespace, pod, node) (kube_pod_info{node=\"n\"}))"s;
    QTest::newRow("an address") << Map{{"instance", "10.0.0.1:9100"}} << "max by (internal_ip, node) (kube_node_info{node=\"n\"})"s;
    QTest::newRow("an address of IPv6") << Map{{"instance", "[fd00::1]:9100"}} << "kube_node_info{node=\"n\"}"s;
    QTest::newRow("a host name") << Map{{"instance", "linux:9100"}} << "node_uname_info{nodename=\"n\"}"s;
}

void CatalogueTest::nodesAreKnownByWhatTheServerHas()
{
    using Map = std::map<std::string, std::string>;
    QFETCH(Map, labels);
    QFETCH(std::string, part);
    const Capabilities capabilities = having({{"node_cpu_seconds_total", Labels(labels.begin(), labels.end())}, {"kube_pod_info", {{"pod", "p"}}},
                                              {"kube_node_info", {{"internal_ip", "10.0.0.1"}}}, {"node_uname_info", {{"nodename", "n"}}}});
    const std::string query = chartsOf({SubjectKind::Node, {}, "n"}, capabilities).front().lines.front().expression;
    QVERIFY2(query.find(part) != std::string::npos, query.c_str());
}

void CatalogueTest::linesThatWereAskedTogetherComeApart()
{
    const std::vector<LineSpec> lines = {{"a", "A"}, {"b", "B"}, {"c", "C"}};
    QCOMPARE(mergedQuery(lines), "label_replace(a, \"chart_line\", \"0\", \"\", \"\")\nor label_replace(b, \"chart_line\", \"1\", \"\", \"\")\n"
                                 "or label_replace(c, \"chart_line\", \"2\", \"\", \"\")"s);
    const auto apart = takenApart(lines, {{{{"chart_line", "2"}, {"x", "y"}}, {}}, {{{"chart_line", "0"}}, {}}, {{{"chart_line", "9"}}, {}}, {{{"x", "z"}}, {}}});
    QCOMPARE(apart.size(), std::size_t(3));
    QCOMPARE(apart[0], (std::vector<Series>{{{}, {}}}));
    QVERIFY(apart[1].empty());
    QCOMPARE(apart[2], (std::vector<Series>{{{{"x", "y"}}, {}}}));
}

void CatalogueTest::aLineAloneStaysAsItIs()
{
    const std::vector<LineSpec> line = {{"sum by (chart_line) (a)", "A"}};
    QCOMPARE(mergedQuery(line), "sum by (chart_line) (a)"s);
    QCOMPARE(takenApart(line, {{{{"chart_line", "2"}}, {}}}).front().front().labels, (Labels{{"chart_line", "2"}}));
    QVERIFY(takenApart({}, {{{}, {}}}).empty());
    QCOMPARE(mergedQuery({}), ""s);
}

QTEST_APPLESS_MAIN(CatalogueTest)
#include "CatalogueTest.moc"
