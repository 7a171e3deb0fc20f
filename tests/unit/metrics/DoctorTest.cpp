#include "models/metrics/Catalogue.h"
#include "models/metrics/Doctor.h"
#include "models/metrics/Refusal.h"

#include <QtTest>

#include <algorithm>

using namespace metrics;
using base::ErrorKind;
using base::makeError;
using namespace std::chrono_literals;
using std::string_literals::operator""s;

class DoctorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingMetricIsNamedWithWhoGivesIt_data();
    void aMissingMetricIsNamedWithWhoGivesIt();
    void anExporterThatIsThereAndSilentIsNotAskedToBeInstalled();
    void aMissingLabelIsNamed();
    void labelsThatTheScrapeJobRenamedAreNamed();
    void whatIsThereWasNotMeasuredOfThisObject();
    void aClockThatDiffersIsNamedFirst();
    void aFailedQueryIsExplainedByItsError_data();
    void aFailedQueryIsExplainedByItsError();
    void whatIsRefusedIsReadFromTheServersWords_data();
    void whatIsRefusedIsReadFromTheServersWords();
    void whoMayGiveRightsGetsTheCommands_data();
    void whoMayGiveRightsGetsTheCommands();
    void withNothingInstalledTheCommandsForItAreOffered();
    void k3sNeedsNoScrapingOfItsParts();
    void eachWayThatLedNowhereIsExplained();
    void whatCouldNotBeReadIsNotCalledAbsent();
    void whatServersSayStaysWhatItIs();
    void everyEmptyChartOfEveryPageHasACause();
    void aMissingBoundIsNoReasonForAnEmptyChart();
    void aClusterThatIsNotReachedIsOneCause();
    void whatNobodyOwnsSaysNothingOfOwners();
};

namespace {

Capabilities having(const std::vector<std::pair<std::string, Labels>> &metrics)
{
    Capabilities out;
    out.setAsked(catalogueMetrics());
    for (const auto &[metric, labels] : metrics)
        out.add(metric, {"job-a", {}, 3, labels});
    return out;
}

Finding first(const std::string &expression, const Capabilities &capabilities)
{
    return whyEmpty({expression}, capabilities).front();
}

const std::string Proxy = R"(services "http:prometheus:9090" is forbidden: User "jane" cannot get resource "services/proxy" in API group "" in the namespace "monitoring")";

} // namespace

void DoctorTest::aMissingMetricIsNamedWithWhoGivesIt_data()
{
    QTest::addColumn<std::string>("metric");
    QTest::addColumn<std::string>("what");
    QTest::newRow("pods") << "kube_pod_info"s << "The metric kube_pod_info is missing: kube-state-metrics gives it."s;
    QTest::newRow("nodes") << "node_cpu_seconds_total"s << "The metric node_cpu_seconds_total is missing: node-exporter gives it."s;
    QTest::newRow("containers") << "container_cpu_usage_seconds_total"s
                                << "The metric container_cpu_usage_seconds_total is missing: cAdvisor (kubelet, /metrics/cadvisor) gives it."s;
    QTest::newRow("volumes") << "kubelet_volume_stats_used_bytes"s << "The metric kubelet_volume_stats_used_bytes is missing: kubelet (/metrics) gives it."s;
    QTest::newRow("ingress") << "nginx_ingress_controller_requests"s << "The metric nginx_ingress_controller_requests is missing: ingress-nginx gives it."s;
    QTest::newRow("Traefik") << "traefik_service_requests_total"s << "The metric traefik_service_requests_total is missing: Traefik gives it."s;
}

void DoctorTest::aMissingMetricIsNamedWithWhoGivesIt()
{
    QFETCH(std::string, metric);
    QFETCH(std::string, what);
    const Finding finding = first("sum(rate(" + metric + "{a!=\"\"}[5m]))", having({{"up", {}}}));
    QCOMPARE(finding.cause, Cause::MetricMissing);
    QCOMPARE(english(finding.what), what);
    QVERIFY(!finding.fix.isEmpty());
    QVERIFY(english(finding.fix).find("%1") == std::string::npos);
}

void DoctorTest::anExporterThatIsThereAndSilentIsNotAskedToBeInstalled()
{
    const Finding finding = first("kubelet_volume_stats_used_bytes", having({{"kubelet_running_pods", {}}}));
    QCOMPARE(finding.cause, Cause::ExporterSilent);
    QCOMPARE(english(finding.what), "kubelet (/metrics) is scraped, but tells nothing of kubelet_volume_stats_used_bytes."s);
    QCOMPARE(english(finding.fix), "A kubelet tells only of volumes that a running pod uses and whose driver measures them."s);
    QVERIFY(finding.commands.empty());
    Capabilities asked;
    asked.setAsked({"my_metric"});
    QCOMPARE(english(first("my_metric", asked).what), "The server has no metric my_metric."s);
}

void DoctorTest::aMissingLabelIsNamed()
{
    const Capabilities capabilities = having({{"container_cpu_usage_seconds_total", {{"id", "/"}, {"instance", "a"}}}});
    const Finding finding = first(R"(rate(container_cpu_usage_seconds_total{pod="a",id!="",x=""}[5m]))", capabilities);
    QCOMPARE(finding.cause, Cause::LabelMissing);
    QCOMPARE(english(finding.what), "container_cpu_usage_seconds_total is there, but without the label pod."s);
    QVERIFY(english(finding.fix).find("job-a") != std::string::npos);
    QCOMPARE(whyEmpty({R"(container_cpu_usage_seconds_total{pod="a"} + container_cpu_usage_seconds_total{pod="b"})"}, capabilities).size(), std::size_t(1));
}

void DoctorTest::labelsThatTheScrapeJobRenamedAreNamed()
{
    const Capabilities capabilities = having({{"kube_pod_info", {{"namespace", "monitoring"}, {"exported_pod", "p"}}}});
    const Finding finding = first(R"(kube_pod_info{pod="a"})", capabilities);
    QCOMPARE(finding.cause, Cause::LabelsRenamed);
    QCOMPARE(english(finding.what), "The label pod of kube_pod_info is called exported_pod: the scrape job keeps its own label of that name."s);
    QCOMPARE(english(finding.fix), "Set honor_labels: true for the scrape job job-a (in a ServiceMonitor: honorLabels)."s);
}

void DoctorTest::whatIsThereWasNotMeasuredOfThisObject()
{
    Capabilities capabilities = having({{"kube_pod_info", {{"pod", "p"}}}});
    capabilities.setInterval("job-a", 30s);
    const Finding finding = first(R"(kube_pod_info{pod="a"})", capabilities);
    QCOMPARE(finding.cause, Cause::NothingMeasured);
    QVERIFY(english(finding.fix).find("(60 s)") != std::string::npos);
    QCOMPARE(first("", {}).cause, Cause::NothingMeasured);
}

void DoctorTest::aClockThatDiffersIsNamedFirst()
{
    const Capabilities capabilities = having({{"up", {}}});
    const auto ahead = whyEmpty({"up", {}, ClockDifference{60s, 62s}}, capabilities);
    QCOMPARE(english(ahead.front().what), "The server's clock is 61 s ahead of this computer's."s);
    const auto behind = whyEmpty({"kube_pod_info", {}, ClockDifference{-3700s, -3600s}}, capabilities);
    QCOMPARE(english(behind.front().what), "The server's clock is 3650 s behind this computer's."s);
    QCOMPARE(behind.back().cause, Cause::MetricMissing);
    QCOMPARE(whyEmpty({"up", {}, ClockDifference{-1s, 1s}}, capabilities).front().cause, Cause::NothingMeasured);
}

void DoctorTest::aFailedQueryIsExplainedByItsError_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("cause");
    const std::pair<ErrorKind, Cause> all[] = {{ErrorKind::Timeout, Cause::TimedOut}, {ErrorKind::Network, Cause::NotReached}, {ErrorKind::Tls, Cause::NotTrusted},
        {ErrorKind::Unauthorized, Cause::NotSignedIn}, {ErrorKind::Forbidden, Cause::NotAllowed}, {ErrorKind::NotFound, Cause::NotFound}, {ErrorKind::TooLarge, Cause::TooMuch},
        {ErrorKind::Throttled, Cause::TooMuch}, {ErrorKind::Invalid, Cause::Refused}, {ErrorKind::BadInput, Cause::NoPrometheus}, {ErrorKind::Server, Cause::Failed},
        {ErrorKind::Cancelled, Cause::Failed}};
    for (const auto &[kind, cause] : all)
        QTest::addRow("%d", static_cast<int>(kind)) << static_cast<int>(kind) << static_cast<int>(cause);
}

void DoctorTest::aFailedQueryIsExplainedByItsError()
{
    QFETCH(int, kind);
    QFETCH(int, cause);
    const auto findings = whyEmpty({"up", makeError(static_cast<ErrorKind>(kind), "its words %1"), {}}, {});
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(static_cast<int>(findings[0].cause), cause);
    QVERIFY(english(findings[0].what).ends_with("its words %1"));
    QVERIFY(!findings[0].fix.isEmpty());
}

void DoctorTest::whatIsRefusedIsReadFromTheServersWords_data()
{
    QTest::addColumn<std::string>("message");
    QTest::addColumn<bool>("isRefusal");
    QTest::addColumn<std::vector<std::string>>("parts");
    QTest::newRow("in a namespace") << Proxy << true << std::vector{"jane"s, "get"s, "services/proxy"s, ""s, "monitoring"s};
    QTest::newRow("in the cluster") << R"(nodes is forbidden: User "a b" cannot list resource "nodes" in API group "" at the cluster scope)"s << true
                                    << std::vector{"a b"s, "list"s, "nodes"s, ""s, ""s};
    QTest::newRow("in a group") << R"(User "u" cannot list resource "prometheuses" in API group "monitoring.coreos.com" in the namespace "m")"s << true
                                << std::vector{"u"s, "list"s, "prometheuses"s, "monitoring.coreos.com"s, "m"s};
    QTest::newRow("other words") << "forbidden"s << false << std::vector<std::string>();
    QTest::newRow("begun") << R"(User "u" cannot)"s << false << std::vector<std::string>();
    QTest::newRow("in another order") << R"(User "u" resource "x" and then " cannot go")"s << false << std::vector<std::string>();
}

void DoctorTest::whatIsRefusedIsReadFromTheServersWords()
{
    QFETCH(std::string, message);
    QFETCH(bool, isRefusal);
    QFETCH(std::vector<std::string>, parts);
    const auto refusal = refusalIn(message);
    QCOMPARE(refusal.has_value(), isRefusal);
    if (refusal)
        QCOMPARE((std::vector{refusal->user, refusal->verb, refusal->resource, refusal->group, refusal->namespaceName}), parts);
}

void DoctorTest::whoMayGiveRightsGetsTheCommands_data()
{
    QTest::addColumn<std::string>("user");
    QTest::addColumn<std::string>("space");
    QTest::addColumn<std::string>("commands");
    QTest::newRow("a person") << "jane"s << "monitoring"s
        << "kubectl create role read-metrics-proxy -n monitoring --verb=get --resource=services/proxy\n"
           "kubectl create rolebinding read-metrics-proxy -n monitoring --role=read-metrics-proxy --user=jane"s;
    QTest::newRow("a ServiceAccount") << "system:serviceaccount:dev:bot"s << ""s
        << "kubectl create clusterrole read-metrics-proxy --verb=get --resource=services/proxy\n"
           "kubectl create clusterrolebinding read-metrics-proxy --clusterrole=read-metrics-proxy --serviceaccount=dev:bot"s;
    QTest::newRow("a name that a shell would read") << "a'b; rm -rf ~"s << "m"s
        << "kubectl create role read-metrics-proxy -n m --verb=get --resource=services/proxy\n"
           "kubectl create rolebinding read-metrics-proxy -n m --role=read-metrics-proxy --user='a'\\''b; rm -rf ~'"s;
}

void DoctorTest::whoMayGiveRightsGetsTheCommands()
{
    QFETCH(std::string, user);
    QFETCH(std::string, space);
    QFETCH(std::string, commands);
    const auto found = grantCommands({user, "get", "services/proxy", "", space});
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0] + "\n" + found[1], commands);
    QVERIFY(grantCommands({"u", "list", "prometheuses", "monitoring.coreos.com", ""})[0].find("--resource=prometheuses.monitoring.coreos.com") != std::string::npos);
}

void DoctorTest::withNothingInstalledTheCommandsForItAreOffered()
{
    const auto findings = whyNoServer({}, Distribution::Usual);
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings[0].cause, Cause::NothingInstalled);
    QCOMPARE(findings[0].commands.size(), std::size_t(3));
    QCOMPARE(findings[0].commands[0], "helm repo add prometheus-community https://prometheus-community.github.io/helm-charts"s);
    QVERIFY(findings[0].commands[2].starts_with("helm upgrade --install kps prometheus-community/kube-prometheus-stack --namespace monitoring --create-namespace"));
}

void DoctorTest::k3sNeedsNoScrapingOfItsParts()
{
    QCOMPARE(distributionOf("v1.31.4+k3s1"), Distribution::K3s);
    QCOMPARE(distributionOf("v1.31.4"), Distribution::Usual);
    QVERIFY(installCommands(Distribution::K3s).back().ends_with("--set kubeEtcd.enabled=false"));
    QVERIFY(installCommands(Distribution::Usual).back().find("kubeEtcd") == std::string::npos);
}

void DoctorTest::eachWayThatLedNowhereIsExplained()
{
    DiscoveryReport report;
    CandidateReport refused;
    refused.attempts = {{Way::ServiceProxy, "the service monitoring/prometheus:9090", makeError(ErrorKind::Forbidden, Proxy), {}},
                        {Way::PortForward, "a pod of monitoring/prometheus:9090", makeError(ErrorKind::Timeout, "no answer within 10 s"), {}}};
    CandidateReport other;
    other.attempts = {{Way::Direct, "https://p.example.com", {}, 3ms}};
    other.proof = Proof{Proof::Verdict::OtherCluster, {"it knows other nodes"}, false, {}};
    report.candidates = {refused, other, refused};
    const auto findings = whyNoServer(report, Distribution::Usual);
    QCOMPARE(findings.size(), std::size_t(3));
    QCOMPARE(english(findings[0].what), "jane may not get services/proxy in the namespace monitoring."s);
    QCOMPARE(findings[0].commands.size(), std::size_t(2));
    QCOMPARE(english(findings[1].what), "The answer did not come in time: a pod of monitoring/prometheus:9090: no answer within 10 s"s);
    QCOMPARE(findings[2].cause, Cause::OtherCluster);
    QVERIFY(english(findings[2].what).ends_with("watches another cluster: it knows other nodes"));
}

void DoctorTest::whatCouldNotBeReadIsNotCalledAbsent()
{
    DiscoveryReport report;
    report.gaps = {{"services", makeError(ErrorKind::Forbidden, R"(services is forbidden: User "jane" cannot list resource "services" in API group "" at the cluster scope)")}};
    const auto findings = whyNoServer(report, Distribution::Usual);
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(english(findings[0].what), "jane may not list services in the cluster."s);
}

void DoctorTest::whatServersSayStaysWhatItIs()
{
    QCOMPARE(english({"%1 and %2, not %3 or %", {"%2", "x"}}), "%2 and x, not %3 or %"s);
    QCOMPARE(filled({"%2 %1", {"a", "b"}}, [](const char *) { return "%1<%2>"s; }), "a<b>"s);
    QVERIFY(Sentence().isEmpty());
}

void DoctorTest::everyEmptyChartOfEveryPageHasACause()
{
    for (const Capabilities &capabilities : {Capabilities(), having({{"up", {}}})}) {
        for (const SubjectKind kind : {SubjectKind::Cluster, SubjectKind::Node, SubjectKind::Namespace, SubjectKind::Pod, SubjectKind::Claim, SubjectKind::Ingress}) {
            for (const ChartSpec &chart : chartsOf({kind, "ns", "n"}, capabilities)) {
                const auto findings = whyEmpty({chart.lines.front().expression}, capabilities);
                QVERIFY(!findings.empty() && !findings.front().what.isEmpty() && !findings.front().fix.isEmpty());
                QVERIFY(capabilities == Capabilities() || findings.front().cause == Cause::MetricMissing);
            }
        }
    }
}

void DoctorTest::aClusterThatIsNotReachedIsOneCause()
{
    DiscoveryReport report;
    report.gaps = {{"pods", makeError(ErrorKind::Network, "connection refused")}, {"nodes", makeError(ErrorKind::Network, "connection refused")}};
    report.isUnreachable = true;
    const auto findings = whyNoServer(report, Distribution::Usual);
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(english(findings[0].what), "The API server was not reached: connection refused"s);
    QVERIFY(findings[0].commands.empty());
}

void DoctorTest::whatNobodyOwnsSaysNothingOfOwners()
{
    const Capabilities capabilities = having({{"kube_job_owner", {{"namespace", "a"}, {"job_name", "j"}, {"owner_name", ""}}}});
    QCOMPARE(first(R"(kube_job_owner{namespace="a",owner_kind="CronJob",owner_name="web"})", capabilities).cause, Cause::NothingMeasured);
}

void DoctorTest::aMissingBoundIsNoReasonForAnEmptyChart()
{
    const ChartSpec chart{"cpu", "CPU", Unit::Cores, {{"container_cpu_usage_seconds_total", "Used"}, {"kube_pod_container_resource_limits", "Limits", LineRole::Limit}, {"node_load1", "Load"}}};
    QCOMPARE(usageExpression(chart), "container_cpu_usage_seconds_total or node_load1"s);
    const auto findings = whyEmpty({usageExpression(chart)}, having({{"container_cpu_usage_seconds_total", {}}, {"node_load1", {}}}));
    QCOMPARE(findings.front().cause, Cause::NothingMeasured);
}

QTEST_APPLESS_MAIN(DoctorTest)
#include "DoctorTest.moc"
