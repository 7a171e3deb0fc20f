#include "models/rbac/Reach.h"

#include "tests/unit/rbac/NetworkSamples.h"

#include <QtTest>

using rbac::NetworkReach;

namespace {

std::string service(const std::string &spec)
{
    return "---\n{apiVersion: v1, kind: Service, metadata: {name: api, namespace: a}, spec: {" + spec + "}}\n";
}

std::string slice(const std::string &endpoints, const std::string &ports = "{name: http, port: 8080}")
{
    return "---\n{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: api-x, namespace: a, labels: {kubernetes.io/service-name: api}},"
           " addressType: IPv4, ports: [" + ports + "], endpoints: [" + endpoints + "]}\n";
}

const std::string ports = "ports: [{name: http, port: 80, targetPort: http}, {name: dns, port: 53, protocol: UDP}]";
const std::string backEndpoint = "{addresses: [10.0.0.2], conditions: {ready: true}, targetRef: {kind: Pod, name: back}}";

} // namespace

class ReachTest : public QObject
{
    Q_OBJECT

private:
    static NetworkReach toService(const rbac::NetworkInputs &inputs, const char *port = "", const char *source = "b/client")
    {
        return rbac::reachService(inputs, samples::podOf(inputs, source), *inputs.findService({"Service", "a", "api"}), port);
    }

    static NetworkReach toPod(const rbac::NetworkInputs &inputs, const char *port = "")
    {
        return rbac::reachPod(inputs, samples::podOf(inputs, "b/client"), samples::podOf(inputs, "a/back"), port);
    }

    static std::string verdict(const NetworkReach &reach) { return std::string(rbac::verdictName(reach.verdict)); }

private Q_SLOTS:
    void podsReachEachOtherByDefault()
    {
        const NetworkReach reach = toPod(samples::network());
        QCOMPARE(verdict(reach), std::string("open"));
        QCOMPARE(samples::joined(reach.endpoints), std::string("10.0.0.2:8080 10.0.0.2:53"));
        QCOMPARE(samples::joined(reach.dns), std::string("10-0-0-2.a.pod.cluster.local"));
        QVERIFY(reach.policies.empty());
    }

    void aPolicyBlocksOnlyWhereItIsEnforced()
    {
        rbac::NetworkInputs inputs = samples::network(samples::policy("a", "podSelector: {}"));
        QCOMPARE(verdict(toPod(inputs)), std::string("blocked-if-enforced"));
        QCOMPARE(rbac::english(toPod(inputs).reason), std::string("blocked if the network plugin enforces policies"));
        QCOMPARE(samples::texts(toPod(inputs).policies), std::string("NetworkPolicy/a/p"));
        samples::addTo(inputs, "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: calico-node, namespace: kube-system}}");
        QCOMPARE(verdict(toPod(inputs)), std::string("blocked"));
        QVERIFY(rbac::english(toPod(inputs).reason).find("calico-node") != std::string::npos);
    }

    void distributionsBringAnEnforcer_data()
    {
        QTest::addColumn<std::string>("object");
        QTest::addColumn<bool>("enforced");
        const auto node = [](const char *version) { return std::string("{apiVersion: v1, kind: Node, metadata: {name: n}, status: {nodeInfo: {kubeletVersion: ") + version + "}}}"; };
        QTest::newRow("k3s") << node("v1.34.1+k3s1") << true;
        QTest::newRow("rke2") << node("v1.34.1+rke2r1") << true;
        QTest::newRow("plain") << node("v1.34.1") << false;
        QTest::newRow("cilium") << std::string("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: cilium}}") << true;
        QTest::newRow("another DaemonSet") << std::string("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: kube-proxy}}") << false;
    }

    void distributionsBringAnEnforcer()
    {
        QFETCH(std::string, object);
        QFETCH(bool, enforced);
        QCOMPARE(!samples::network("---\n" + object).enforcers.empty(), enforced);
    }

    void aPortCanBeNamed_data()
    {
        QTest::addColumn<std::string>("port");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char *port, const char *expected) { QTest::newRow(*port ? port : "any") << std::string(port) << std::string(expected); };
        row("", "open 10.0.0.2:8080 10.0.0.2:53");
        row("8080", "open 10.0.0.2:8080");
        row("http", "open 10.0.0.2:8080");
        row("80", "blocked-if-enforced 10.0.0.2:80");
        row("dns", "blocked-if-enforced 10.0.0.2:53");
        row("metrics", "no-endpoint ");
        row("70000", "no-endpoint ");
    }

    void aPortCanBeNamed()
    {
        QFETCH(std::string, port);
        QFETCH(std::string, expected);
        const auto inputs = samples::network(samples::policy("a", "podSelector: {}, ingress: [{ports: [{port: http}]}]"));
        const NetworkReach reach = toPod(inputs, port.c_str());
        QCOMPARE(verdict(reach) + ' ' + samples::joined(reach.endpoints), expected);
    }

    void aPodThatIsGoneTakesNoConnection_data()
    {
        QTest::addColumn<std::string>("status");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("finished") << std::string("phase: Succeeded, podIP: 10.0.0.9") << std::string("no-endpoint");
        QTest::newRow("failed") << std::string("phase: Failed") << std::string("no-endpoint");
        QTest::newRow("without an address yet") << std::string("phase: Pending") << std::string("no-endpoint");
        QTest::newRow("starting") << std::string("phase: Pending, podIP: 10.0.0.9") << std::string("open");
        QTest::newRow("only a manifest") << std::string("") << std::string("open");
    }

    void aPodThatIsGoneTakesNoConnection()
    {
        QFETCH(std::string, status);
        QFETCH(std::string, expected);
        const auto inputs = samples::network("---\n{apiVersion: v1, kind: Pod, metadata: {name: late, namespace: a}, status: {" + status + "}}");
        QCOMPARE(verdict(rbac::reachPod(inputs, samples::podOf(inputs, "b/client"), samples::podOf(inputs, "a/late"))), expected);
    }

    void aPodOfAManifestIsAnEndpointByItsName()
    {
        const auto inputs = samples::network("---\n{apiVersion: v1, kind: Pod, metadata: {name: late, namespace: a, labels: {app: late}}, spec: {containers: [{ports: [{containerPort: 80}]}]}}\n"
                                             + service(ports + ", selector: {app: late}"));
        QCOMPARE(samples::joined(rbac::reachPod(inputs, samples::podOf(inputs, "b/client"), samples::podOf(inputs, "a/late")).endpoints), std::string("Pod/a/late:80"));
        QCOMPARE(samples::joined(toService(inputs).endpoints), std::string("Pod/a/late:53"));
    }

    void anAddressThatIsNotKnownLeavesABlockOpen()
    {
        const auto inputs = samples::network("---\n{apiVersion: v1, kind: Pod, metadata: {name: late, namespace: b}}\n"
                                             + samples::policy("a", "podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]"));
        QCOMPARE(verdict(rbac::reachPod(inputs, samples::podOf(inputs, "b/late"), samples::podOf(inputs, "a/back"))), std::string("unknown"));
    }

    void aServiceIsReachedThroughItsEndpoints()
    {
        const auto inputs = samples::network(service(ports) + slice(backEndpoint));
        const NetworkReach reach = toService(inputs);
        QCOMPARE(verdict(reach), std::string("open"));
        QCOMPARE(samples::joined(reach.endpoints), std::string("10.0.0.2:8080"));
        QCOMPARE(samples::joined(reach.dns), std::string("api.a.svc.cluster.local api.a.svc api.a"));
        QCOMPARE(samples::joined(toService(inputs, "", "a/front").dns), std::string("api.a.svc.cluster.local api.a.svc api.a api"));
    }

    void aServiceHasPortsByNumberAndName_data()
    {
        QTest::addColumn<std::string>("port");
        QTest::addColumn<std::string>("expected");
        for (const auto &[port, expected] : {std::pair("80", "open"), {"http", "open"}, {"8080", "no-endpoint"}, {"dns", "no-endpoint"}, {"other", "no-endpoint"}})
            QTest::newRow(port) << std::string(port) << std::string(expected);
    }

    void aServiceHasPortsByNumberAndName()
    {
        QFETCH(std::string, port);
        QFETCH(std::string, expected);
        QCOMPARE(verdict(toService(samples::network(service(ports) + slice(backEndpoint)), port.c_str())), expected);
    }

    void aPortOfTheServiceHasItsOwnPortsInTheSlices()
    {
        const auto inputs = samples::network(service("ports: [{name: http, port: 80}, {name: admin, port: 81}]") + slice("{addresses: [10.0.0.2]}", "{name: http, port: 8080}, {name: admin, port: 8081}"));
        QCOMPARE(samples::joined(toService(inputs, "81").endpoints), std::string("10.0.0.2:8081"));
        QCOMPARE(samples::joined(toService(inputs, "http").endpoints), std::string("10.0.0.2:8080"));
        QCOMPARE(samples::joined(toService(inputs).endpoints), std::string("10.0.0.2:8080 10.0.0.2:8081"));
    }

    void policiesCountAtThePortOfThePod()
    {
        const std::string base = service(ports) + slice(backEndpoint);
        QCOMPARE(verdict(toService(samples::network(base + samples::policy("a", "podSelector: {}, ingress: [{ports: [{port: 8080}]}]")))), std::string("open"));
        QCOMPARE(verdict(toService(samples::network(base + samples::policy("a", "podSelector: {}, ingress: [{ports: [{port: 80}]}]")))), std::string("blocked-if-enforced"));
    }

    void endpointsThatAreNotReadyDoNotCount_data()
    {
        QTest::addColumn<std::string>("endpoints");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char *name, const char *endpoints, const char *expected) { QTest::newRow(name) << std::string(endpoints) << std::string(expected); };
        row("none", "", "no-endpoint ");
        row("not ready", "{addresses: [10.0.0.2], conditions: {ready: false, serving: false}}", "no-endpoint ");
        row("not said is ready", "{addresses: [10.0.0.2]}", "open 10.0.0.2:8080");
        row("ending but serving", "{addresses: [10.0.0.2], conditions: {ready: false, serving: true, terminating: true}}", "open 10.0.0.2:8080");
        row("ready ones come first", "{addresses: [10.0.0.2], conditions: {ready: false, serving: true, terminating: true}}, {addresses: [10.0.0.3], conditions: {ready: true}}",
            "open 10.0.0.3:8080");
        row("of the other family", "{addresses: ['fd00::2']}", "open [fd00::2]:8080");
    }

    void endpointsThatAreNotReadyDoNotCount()
    {
        QFETCH(std::string, endpoints);
        QFETCH(std::string, expected);
        const NetworkReach reach = toService(samples::network(service(ports) + slice(endpoints)));
        QCOMPARE(verdict(reach) + ' ' + samples::joined(reach.endpoints), expected);
    }

    void oneOpenEndpointIsEnough()
    {
        const auto inputs = samples::network(service(ports) + slice(backEndpoint + ", {addresses: [10.0.0.1], targetRef: {kind: Pod, name: front}}")
                                             + samples::policy("a", "podSelector: {matchLabels: {app: back}}"));
        const NetworkReach reach = toService(inputs);
        QCOMPARE(verdict(reach), std::string("open"));
        QCOMPARE(samples::texts(reach.policies), std::string("NetworkPolicy/a/p"));
    }

    void withoutSlicesTheSelectedPodsAreTheEndpoints()
    {
        QCOMPARE(samples::joined(toService(samples::network(service(ports + ", selector: {app: back}"))).endpoints), std::string("10.0.0.2:8080 10.0.0.2:53"));
        QCOMPARE(verdict(toService(samples::network(service(ports + ", selector: {app: front}")))), std::string("no-endpoint"));
        QCOMPARE(samples::joined(toService(samples::network(service(ports + ", selector: {app: front}, publishNotReadyAddresses: true"))).endpoints), std::string("10.0.0.1:53"));
        QCOMPARE(verdict(toService(samples::network(service(ports)))), std::string("no-endpoint"));
    }

    void aHeadlessServiceNamesItsEndpoints()
    {
        const auto inputs = samples::network(service(ports + ", clusterIP: None") + slice("{addresses: [10.0.0.2], hostname: db-0, targetRef: {kind: Pod, name: back}}"));
        QCOMPARE(samples::joined(toService(inputs).dns), std::string("api.a.svc.cluster.local api.a.svc api.a db-0.api.a.svc.cluster.local"));
    }

    void anExternalNameLeadsOutOfTheCluster()
    {
        const std::string outside = service("type: ExternalName, externalName: db.example.com");
        const NetworkReach reach = toService(samples::network(outside));
        QCOMPARE(verdict(reach) + ' ' + samples::joined(reach.endpoints), std::string("unknown db.example.com"));
        QCOMPARE(verdict(toService(samples::network(outside + samples::policy("b", "podSelector: {}, policyTypes: [Egress]")))), std::string("blocked-if-enforced"));
        QCOMPARE(verdict(toService(samples::network(outside + samples::policy("b", "podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 198.51.100.0/24}}]}]")))),
                 std::string("unknown"));
    }

    void anEndpointThatIsNoPodHasNoIngress()
    {
        const auto inputs = samples::network(service("ports: [{name: http, port: 443}]") + slice("{addresses: [192.0.2.1]}", "{name: http, port: 6443}")
                                             + samples::policy("a", "podSelector: {}"));
        QCOMPARE(verdict(toService(inputs)), std::string("open"));
    }

    void whatCouldNotBeReadIsUnknown()
    {
        auto inputs = samples::network(service(ports));
        inputs.unreadable.push_back({"endpointslices", "a", {}, "forbidden"});
        QCOMPARE(verdict(toService(inputs)), std::string("unknown"));
        auto known = samples::network(service(ports) + slice("{addresses: [10.0.0.8], targetRef: {kind: Pod, name: hidden}}") + samples::policy("a", "podSelector: {matchLabels: {app: x}}"));
        QCOMPARE(verdict(toService(known)), std::string("unknown"));
    }

    void hostileShapesGiveAnAnswer()
    {
        rbac::NetworkInputs inputs = samples::network(
            "---\n{apiVersion: v1, kind: Service, metadata: {name: api, namespace: a}, spec: {ports: 3, selector: [x], clusterIP: {}}}\n---\n"
            "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {namespace: a, labels: {kubernetes.io/service-name: api}}, endpoints: [3, {addresses: x}], ports: [x, {port: x}]}\n---\n"
            "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {namespace: a}, spec: {podSelector: 5, ingress: [3, {from: 4, ports: [7, {port: {}, endPort: x}]}], policyTypes: x}}\n---\n"
            "{apiVersion: v1, kind: Pod, metadata: 5, spec: {containers: x}, status: {podIPs: 3}}");
        QVERIFY(!verdict(toService(inputs)).empty());
        QVERIFY(!verdict(toPod(inputs)).empty());
    }
};

QTEST_APPLESS_MAIN(ReachTest)
#include "ReachTest.moc"
