#include "models/metrics/Candidates.h"
#include "models/metrics/CandidateProbe.h"
#include "models/metrics/PrometheusAnswer.h"
#include "models/metrics/PrometheusDiscovery.h"
#include "models/metrics/RememberedServer.h"
#include "models/text/Json.h"

#include <QtTest>

using metrics::Candidate;
using metrics::candidatesOf;
using metrics::Obstacle;
using metrics::Origin;

namespace {

text::Value json(const std::string &text)
{
    const auto value = text::parseJson(text);
    return value ? *value : text::Value();
}

text::Value service(const std::string &namespaceName, const std::string &name, const std::string &labels, const std::string &ports, const std::string &selector = R"({"a":"b"})")
{
    return json(R"({"metadata":{"namespace":")" + namespaceName + R"(","name":")" + name + R"(","labels":)" + labels + R"(},"spec":{"ports":[)" + ports + R"(],"selector":)" + selector + "}}");
}

const std::string web = R"({"name":"web","port":9090,"targetPort":"web"})";
const std::string reloader = R"({"name":"reloader-web","port":8080,"targetPort":"reloader-web"})";

base::Error errorOf(base::ErrorKind kind, std::string_view reason = {})
{
    base::Error error = base::makeError(kind, "no");
    error.reason = reason;
    return error;
}

} // namespace

Q_DECLARE_METATYPE(text::Value)

class CandidatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsOfKnownChartsAreKnown_data();
    void labelsOfKnownChartsAreKnown();
    void whatIsOnlyNamedAfterPrometheusIsNone_data();
    void whatIsOnlyNamedAfterPrometheusIsNone();
    void theRightPortsAreTaken_data();
    void theRightPortsAreTaken();
    void theSurestComeFirst();
    void aPrometheusResourceTellsItsPrefix();
    void aPrometheusResourceWithoutServicesHasItsGoverningOne();
    void oddObjectsMakeNoCandidates();
    void whatIsRememberedCanBeReadAgain();
    void whatCannotBeRememberedIsNothing_data();
    void whatCannotBeRememberedIsNothing();
    void obstaclesFollowFromErrors_data();
    void obstaclesFollowFromErrors();
    void prefixesFollowFromPaths_data();
    void prefixesFollowFromPaths();
    void aProvenOneIsChosenBeforeASurerOneThatIsNot();
};

void CandidatesTest::labelsOfKnownChartsAreKnown_data()
{
    QTest::addColumn<text::Value>("object");
    QTest::addColumn<int>("origin");
    QTest::addColumn<std::string>("place");
    const auto row = [](const char *name, const text::Value &object, Origin origin, const char *place) { QTest::newRow(name) << object << static_cast<int>(origin) << std::string(place); };
    row("kube-prometheus-stack", service("monitoring", "kps-kube-prometheus-stack-prometheus", R"({"app":"kube-prometheus-stack-prometheus"})", R"({"name":"http-web","port":9090})"), Origin::Operator, "monitoring/kps-kube-prometheus-stack-prometheus:9090");
    row("kube-prometheus", service("monitoring", "prometheus-k8s", R"({"app.kubernetes.io/name":"prometheus","app.kubernetes.io/part-of":"kube-prometheus"})", web), Origin::Operator, "monitoring/prometheus-k8s:9090");
    row("operated", service("m", "prometheus-operated", R"({"operated-prometheus":"true"})", web), Origin::Operator, "m/prometheus-operated:9090");
    row("chart", service("p", "prometheus-server", R"({"app.kubernetes.io/name":"prometheus","app.kubernetes.io/component":"server"})", R"({"name":"http","port":80,"targetPort":9090})"), Origin::Chart, "p/prometheus-server:80");
    row("old chart", service("p", "prometheus-server", R"({"app":"prometheus","component":"server","heritage":"Helm"})", R"({"name":"http","port":80})"), Origin::OldChart, "p/prometheus-server:80");
    row("openshift", service("openshift-monitoring", "prometheus-k8s", "{}", R"({"name":"web","port":9091},{"name":"tenancy","port":9092})"), Origin::OpenShift, "openshift-monitoring/prometheus-k8s:9091");
    row("rancher", service("cattle-monitoring-system", "rancher-monitoring-prometheus", R"({"app":"rancher-monitoring-prometheus"})", R"({"name":"http-web","port":9090})"), Origin::Rancher, "cattle-monitoring-system/rancher-monitoring-prometheus:9090");
    row("vmsingle", service("vm", "vmsingle-x", R"({"app.kubernetes.io/name":"vmsingle"})", R"({"name":"http","port":8429})"), Origin::VictoriaMetrics, "vm/vmsingle-x:8429");
    row("vmselect", service("vm", "vmselect-x", R"({"app.kubernetes.io/name":"vmselect"})", R"({"name":"http","port":8481})"), Origin::VictoriaMetrics, "vm/vmselect-x:8481/select/0/prometheus");
    row("thanos", service("t", "thanos-query", R"({"app.kubernetes.io/name":"thanos-query"})", R"({"name":"grpc","port":10901},{"name":"http","port":9090})"), Origin::Thanos, "t/thanos-query:9090");
    row("mimir", service("mimir", "mimir-nginx", R"({"app.kubernetes.io/name":"mimir","app.kubernetes.io/component":"nginx"})", R"({"name":"http-metric","port":80})"), Origin::Mimir, "mimir/mimir-nginx:80/prometheus");
    row("plain name", service("default", "my-prometheus", "{}", R"({"port":80})"), Origin::NameOrPort, "default/my-prometheus:80");
    row("plain port", service("default", "monitor", "{}", R"({"port":9090})"), Origin::NameOrPort, "default/monitor:9090");
}

void CandidatesTest::labelsOfKnownChartsAreKnown()
{
    QFETCH(text::Value, object);
    QFETCH(int, origin);
    QFETCH(std::string, place);
    const auto candidates = candidatesOf({object}, {});
    QCOMPARE(candidates.size(), std::size_t(1));
    QCOMPARE(static_cast<int>(candidates[0].origin), origin);
    QCOMPARE(candidates[0].text(), place);
    QCOMPARE(candidates[0].selector, std::string("a=b"));
    QCOMPARE(candidates[0].service.tls, candidates[0].origin == Origin::OpenShift);
}

void CandidatesTest::whatIsOnlyNamedAfterPrometheusIsNone_data()
{
    QTest::addColumn<std::string>("name");
    for (const char *name : {"kube-prometheus-stack-kubelet", "prometheus-node-exporter", "prometheus-alertmanager", "kube-prometheus-stack-operator", "prometheus-pushgateway",
             "prometheus-adapter", "kube-prometheus-stack-coredns", "kube-prometheus-stack-kube-etcd", "prometheus-blackbox-exporter", "web", "metrics-server"})
        QTest::newRow(name) << std::string(name);
}

void CandidatesTest::whatIsOnlyNamedAfterPrometheusIsNone()
{
    QFETCH(std::string, name);
    QVERIFY(candidatesOf({service("a", name, "{}", R"({"port":8080})")}, {}).empty());
}

void CandidatesTest::theRightPortsAreTaken_data()
{
    QTest::addColumn<std::string>("ports");
    QTest::addColumn<std::string>("taken");
    const auto row = [](const char *name, const std::string &ports, const char *taken) { QTest::newRow(name) << ports << std::string(taken); };
    row("a reloader beside it", reloader + ',' + web, "9090");
    row("gRPC beside it", R"({"name":"grpc","port":10901},{"name":"http","port":10902})", "10902");
    row("two likely ones", R"({"name":"other","port":9090},{"name":"http","port":80})", "80 9090");
    row("UDP", R"({"name":"web","port":9090,"protocol":"UDP"},{"name":"x","port":81})", "81");
    row("TLS", R"({"name":"https-web","port":9091})", "9091+tls");
    row("TLS by its protocol", R"({"name":"web","port":9090,"appProtocol":"https"})", "9090+tls");
    row("only an unlikely one", reloader, "8080");
    row("no number", R"({"name":"web","port":0},{"name":"web","port":70000},{"name":"web"})", "");
}

void CandidatesTest::theRightPortsAreTaken()
{
    QFETCH(std::string, ports);
    QFETCH(std::string, taken);
    std::string all;
    for (const Candidate &each : candidatesOf({service("a", "prometheus", "{}", ports)}, {}))
        all += (all.empty() ? "" : " ") + std::to_string(each.service.port) + (each.service.tls ? "+tls" : "");
    QCOMPARE(all, taken);
}

void CandidatesTest::theSurestComeFirst()
{
    const auto candidates = candidatesOf({service("a", "my-prometheus", "{}", web), service("b", "thanos-query", R"({"app.kubernetes.io/name":"thanos-query"})", web),
                                             service("c", "prometheus-operated", R"({"operated-prometheus":"true"})", web)}, {});
    QCOMPARE(candidates.size(), std::size_t(3));
    QCOMPARE(candidates[0].service.namespaceName, std::string("c"));
    QCOMPARE(candidates[1].service.namespaceName, std::string("b"));
    QCOMPARE(candidates[2].service.namespaceName, std::string("a"));
}

void CandidatesTest::aPrometheusResourceTellsItsPrefix()
{
    const auto resource = json(R"({"metadata":{"namespace":"m","name":"k8s"},"spec":{"routePrefix":"/prom/","listenLocal":true}})");
    const auto candidates = candidatesOf({service("m", "front", "{}", web, R"({"operator.prometheus.io/name":"k8s"})"), service("n", "front", "{}", R"({"port":80})")}, {resource});
    QCOMPARE(candidates.size(), std::size_t(1));
    QCOMPARE(candidates[0].origin, Origin::PrometheusResource);
    QCOMPARE(candidates[0].text(), std::string("m/front:9090/prom"));
    QCOMPARE(candidates[0].targetPort, std::string("9090"));
}

void CandidatesTest::aPrometheusResourceWithoutServicesHasItsGoverningOne()
{
    const auto candidates = candidatesOf({}, {json(R"({"metadata":{"namespace":"m","name":"k8s"},"spec":{"web":{"tlsConfig":{}}}})")});
    QCOMPARE(candidates.size(), std::size_t(1));
    QCOMPARE(candidates[0].text(), std::string("m/prometheus-operated:9090"));
    QVERIFY(candidates[0].service.tls);
}

void CandidatesTest::oddObjectsMakeNoCandidates()
{
    const text::Value odd = json(R"({"metadata":{"name":["prometheus"]},"spec":{"ports":7}})");
    const text::Value elsewhere = json(R"({"metadata":{"name":"prometheus"},"spec":{"type":"ExternalName","ports":[{"port":9090}]}})");
    QVERIFY(candidatesOf({json("{}"), json("7"), odd, elsewhere, text::Value()}, {text::Value(), json("[]")}).empty());
}

void CandidatesTest::whatIsRememberedCanBeReadAgain()
{
    Candidate candidate{Origin::Chart, {"monitoring", "prometheus-server", 80, true, "/prom"}, "app=prometheus", "http"};
    const auto again = metrics::readCandidate(metrics::writeCandidate(candidate, metrics::Way::PortForward));
    QVERIFY(again);
    candidate.origin = Origin::Remembered;
    candidate.firstWay = metrics::Way::PortForward;
    QVERIFY(*again == candidate);
    Candidate direct{Origin::Person};
    direct.direct = metrics::DirectServer{"https://me:secret@prom.example/x"};
    direct.direct->bearer = base::SecretText("token");
    const text::Value value = metrics::writeCandidate(direct, metrics::Way::Direct);
    const std::string bare = "https://prom.example/x";
    QCOMPARE(text::writeJson(value), "{\"url\":\"" + bare + "\"}");
    QVERIFY(metrics::readCandidate(value)->direct == std::optional(metrics::DirectServer{bare}));
}

void CandidatesTest::whatCannotBeRememberedIsNothing_data()
{
    QTest::addColumn<std::string>("value");
    for (const char *value : {"null", "7", "{}", R"({"namespace":"a","service":"b"})", R"({"namespace":"a","service":"b","port":0})", R"({"namespace":"../x","service":"b","port":1})",
             R"({"namespace":"a","service":"b","port":1,"prefix":"/../../secrets"})", R"({"namespace":"a","service":"b","port":1,"prefix":"x"})", R"({"url":"ftp://x"})"})
        QTest::newRow(value) << std::string(value);
}

void CandidatesTest::whatCannotBeRememberedIsNothing()
{
    QFETCH(std::string, value);
    QVERIFY(!metrics::readCandidate(json(value)));
}

void CandidatesTest::obstaclesFollowFromErrors_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::string>("reason");
    QTest::addColumn<int>("obstacle");
    const auto row = [](const char *name, base::ErrorKind kind, std::string_view reason, Obstacle obstacle) { QTest::newRow(name) << static_cast<int>(kind) << std::string(reason) << static_cast<int>(obstacle); };
    using base::ErrorKind;
    row("services/proxy may not be used", ErrorKind::Forbidden, "Forbidden", Obstacle::Forbidden);
    row("no endpoints", ErrorKind::Server, "ServiceUnavailable", Obstacle::NoReadyPod);
    row("no ready pod", ErrorKind::NotFound, metrics::reason::NoReadyPod, Obstacle::NoReadyPod);
    row("no such service", ErrorKind::NotFound, "NotFound", Obstacle::NoSuchService);
    row("404 of the server behind", ErrorKind::NotFound, metrics::reason::WrongPrefix, Obstacle::WrongPrefix);
    row("a page", ErrorKind::BadInput, metrics::reason::NotPrometheus, Obstacle::NotPrometheus);
    row("read-only", ErrorKind::Unsupported, "ReadOnly", Obstacle::ReadOnly);
    row("a broken connection", ErrorKind::Network, "connection-lost", Obstacle::Unreachable);
    row("TLS", ErrorKind::Tls, "certificate-name", Obstacle::Tls);
    row("something else", ErrorKind::Server, "", Obstacle::Other);
}

void CandidatesTest::obstaclesFollowFromErrors()
{
    QFETCH(int, kind);
    QFETCH(std::string, reason);
    QFETCH(int, obstacle);
    QCOMPARE(static_cast<int>(metrics::obstacleOf(errorOf(static_cast<base::ErrorKind>(kind), reason))), obstacle);
}

void CandidatesTest::prefixesFollowFromPaths_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("prefix");
    for (const auto &[path, prefix] : {std::pair("/prom", "/prom"), std::pair("/prom/", "/prom"), std::pair("/prom/graph", "/prom"), std::pair("/a/b/classic/graph", "/a/b"), std::pair("/graph", ""),
             std::pair("/", ""), std::pair("", ""), std::pair("/prom/api/v1/query", "/prom"), std::pair("prom", "")})
        QTest::newRow(path) << std::string(path) << std::string(prefix);
}

void CandidatesTest::prefixesFollowFromPaths()
{
    QFETCH(std::string, path);
    QFETCH(std::string, prefix);
    QCOMPARE(metrics::prefixOf(path).value_or(""), prefix);
}

void CandidatesTest::aProvenOneIsChosenBeforeASurerOneThatIsNot()
{
    using metrics::Proof;
    const auto report = [](std::optional<Proof::Verdict> verdict) {
        metrics::CandidateReport result{Candidate{}};
        result.attempts.push_back({metrics::Way::ServiceProxy, "x", verdict ? std::nullopt : std::optional(base::Error())});
        if (verdict)
            result.proof = Proof{*verdict, "because"};
        return result;
    };
    const auto failed = report(std::nullopt);
    const auto other = report(Proof::Verdict::OtherCluster);
    const auto unproven = report(Proof::Verdict::Unproven);
    const auto proven = report(Proof::Verdict::ThisCluster);
    QCOMPARE(metrics::choose({failed, unproven, other, proven, proven}), std::optional<std::size_t>(3));
    QCOMPARE(metrics::choose({failed, other, unproven}), std::optional<std::size_t>(2));
    QCOMPARE(metrics::choose({failed, other}), std::nullopt);
    QCOMPARE(metrics::choose({}), std::nullopt);
}

QTEST_APPLESS_MAIN(CandidatesTest)
#include "CandidatesTest.moc"
