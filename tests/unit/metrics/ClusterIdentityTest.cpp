#include "models/metrics/ClusterIdentity.h"
#include "models/text/Json.h"

#include <QtTest>

#include <cmath>

using metrics::Answer;
using metrics::ClusterIdentity;
using metrics::Proof;
using metrics::Series;
using Verdict = metrics::Proof::Verdict;
using namespace std::chrono_literals;

namespace {

constexpr double created = 1'800'000'000;

ClusterIdentity identity()
{
    ClusterIdentity result;
    result.kubeSystemCreated = base::SystemTime(1'800'000'000s);
    result.nodes = {{"node-1", "aaaa-1"}, {"node-2", "aaaa-2"}};
    result.pods = {{"default", "web-0", "1111-2222"}};
    return result;
}

Series series(metrics::Labels labels, double value)
{
    return {std::move(labels), {{base::SystemTime(1'800'000'100s), value}}};
}

Series count(const std::string &metric, double value)
{
    return series({{"__name__", metric}}, value);
}

Series kubeSystem(double value, metrics::Labels labels = {{"job", "ksm"}})
{
    labels["__name__"] = "kube_namespace_created";
    labels["namespace"] = "kube-system";
    return series(std::move(labels), value);
}

Proof judged(std::vector<Series> all, const ClusterIdentity &of = identity())
{
    Answer answer;
    answer.series = std::move(all);
    return metrics::judge(of, answer);
}

} // namespace

class ClusterIdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondInWhichKubeSystemWasMadeProves();
    void anotherSecondIsAnotherCluster();
    void aServerOfSeveralClustersTellsTheirLabel();
    void aServerOfSeveralClustersMayHaveNoLabel();
    void uidsOfPodsProve();
    void systemUuidsProveAndDisprove();
    void noneOfOurNodesIsAnotherCluster();
    void namesOfNodesAloneProveNothing();
    void notANumberProvesNothing();
    void withoutAnythingToCompareNothingIsProven();
    void theQueryAsksForWhatIsKnown();
    void theQueryEscapesNames();
    void theIdentityIsReadFromObjects();
};

void ClusterIdentityTest::theSecondInWhichKubeSystemWasMadeProves()
{
    const Proof proof = judged({count("kube_namespace_created", 4), kubeSystem(created)});
    QCOMPARE(proof.verdict, Verdict::ThisCluster);
    QVERIFY(!proof.watchesOthers);
    QVERIFY(english(proof.reason).find("2027-01-15T08:00:00Z") != std::string::npos);
}

void ClusterIdentityTest::anotherSecondIsAnotherCluster()
{
    const Proof proof = judged({kubeSystem(created + 86'400), series({{"__name__", "kube_node_info"}, {"node", "node-1"}, {"system_uuid", "aaaa-1"}}, 1)});
    QCOMPARE(proof.verdict, Verdict::OtherCluster);
    QVERIFY(english(proof.reason).find("2027-01-16T08:00:00Z") != std::string::npos);
}

void ClusterIdentityTest::aServerOfSeveralClustersTellsTheirLabel()
{
    const Proof proof = judged({kubeSystem(created, {{"region", "eu"}, {"cluster", "prod"}}), kubeSystem(created + 5000, {{"region", "us"}, {"cluster", "stage"}})});
    QCOMPARE(proof.verdict, Verdict::ThisCluster);
    QVERIFY(proof.watchesOthers);
    QCOMPARE(proof.scope, (metrics::Labels{{"cluster", "prod"}}));
    const Proof unusual = judged({kubeSystem(created, {{"region", "eu"}}), kubeSystem(created + 5000, {{"region", "us"}})});
    QCOMPARE(unusual.scope, (metrics::Labels{{"region", "eu"}}));
}

void ClusterIdentityTest::aServerOfSeveralClustersMayHaveNoLabel()
{
    const Proof proof = judged({kubeSystem(created, {{"instance", "a"}}), kubeSystem(created + 5000, {{"instance", "b"}})});
    QCOMPARE(proof.verdict, Verdict::ThisCluster);
    QVERIFY(proof.watchesOthers);
    QVERIFY(proof.scope.empty());
}

void ClusterIdentityTest::uidsOfPodsProve()
{
    ClusterIdentity limited;
    limited.pods = {{"default", "web-0", "1111-2222"}, {"default", "web-1", "3333"}};
    const Proof byState = judged({series({{"__name__", "kube_pod_info"}, {"uid", "1111-2222"}}, 1)}, limited);
    QCOMPARE(byState.verdict, Verdict::ThisCluster);
    QVERIFY(english(byState.reason).find("1 of 2 pods") != std::string::npos);
    const Proof byCgroup = judged({series({{"__name__", "container_memory_working_set_bytes"}, {"id", "/kubepods/pod1111_2222"}}, 1)}, limited);
    QCOMPARE(byCgroup.verdict, Verdict::ThisCluster);
    QCOMPARE(judged({count("kube_pod_info", 12)}, limited).verdict, Verdict::Unproven);
}

void ClusterIdentityTest::systemUuidsProveAndDisprove()
{
    ClusterIdentity nodes;
    nodes.nodes = identity().nodes;
    QCOMPARE(judged({series({{"__name__", "kube_node_info"}, {"node", "node-2"}, {"system_uuid", "AAAA-2"}}, 1)}, nodes).verdict, Verdict::ThisCluster);
    QCOMPARE(judged({series({{"__name__", "kube_node_info"}, {"node", "node-2"}, {"system_uuid", "bbbb"}}, 1)}, nodes).verdict, Verdict::OtherCluster);
    QCOMPARE(judged({series({{"__name__", "machine_memory_bytes"}, {"instance", "node-1:10250"}, {"system_uuid", "aaaa-1"}}, 8e9)}, nodes).verdict, Verdict::ThisCluster);
}

void ClusterIdentityTest::noneOfOurNodesIsAnotherCluster()
{
    ClusterIdentity nodes;
    nodes.nodes = identity().nodes;
    const Proof proof = judged({count("kube_node_info", 7)}, nodes);
    QCOMPARE(proof.verdict, Verdict::OtherCluster);
    QVERIFY(english(proof.reason).find("7 nodes") != std::string::npos);
    QCOMPARE(judged({count("kube_node_info", 7)}, ClusterIdentity()).verdict, Verdict::Unproven);
}

void ClusterIdentityTest::namesOfNodesAloneProveNothing()
{
    const Proof proof = judged({count("kube_node_info", 2), series({{"__name__", "kube_node_info"}, {"node", "node-1"}}, 1)});
    QCOMPARE(proof.verdict, Verdict::Unproven);
    QVERIFY(english(proof.reason).starts_with("names of nodes agree"));
}

void ClusterIdentityTest::notANumberProvesNothing()
{
    QCOMPARE(judged({kubeSystem(std::nan("")), count("kube_node_info", std::nan(""))}).verdict, Verdict::Unproven);
    Series several = kubeSystem(created);
    several.points.push_back(several.points[0]);
    QCOMPARE(judged({several}).verdict, Verdict::Unproven);
}

void ClusterIdentityTest::withoutAnythingToCompareNothingIsProven()
{
    const Proof proof = judged({kubeSystem(created), count("kube_node_info", 7)}, ClusterIdentity());
    QCOMPARE(proof.verdict, Verdict::Unproven);
    QVERIFY(english(proof.reason).find("may be read") != std::string::npos);
    QVERIFY(english(judged({}).reason).find("has none of the metrics") != std::string::npos);
}

void ClusterIdentityTest::theQueryAsksForWhatIsKnown()
{
    const std::string all = metrics::proofQuery(identity());
    for (const char *part : {R"(kube_namespace_created{namespace="kube-system"})", R"(kube_pod_info{uid=~"1111-2222"})", R"(kube_node_info{node=~"node-1|node-2"})", R"(.*pod(1111-2222|1111_2222).*)"})
        QVERIFY2(all.find(part) != std::string::npos, part);
    QVERIFY(metrics::proofQuery({}).find(" or ") == std::string::npos);
}

void ClusterIdentityTest::theQueryEscapesNames()
{
    ClusterIdentity odd;
    odd.nodes = {{"ip-10-0-0-1.eu\"} or up{x=~\"", ""}};
    const std::string query = metrics::proofQuery(odd);
    QVERIFY(query.find(R"(ip-10-0-0-1\\.eu\"\\} or up\\{x=~\")") != std::string::npos);
}

void ClusterIdentityTest::theIdentityIsReadFromObjects()
{
    ClusterIdentity result;
    result.takeKubeSystem(*text::parseJson(R"({"metadata":{"creationTimestamp":"2027-01-15T08:00:00Z"}})"));
    result.takeNodes(*text::parseJson(R"({"items":[{"metadata":{"name":"node-1"},"status":{"nodeInfo":{"systemUUID":"AAAA-1"}}},{"metadata":{}},7]})"));
    result.takePods(*text::parseJson(R"({"items":[{"metadata":{"namespace":"default","name":"web-0","uid":"1111-2222"}},{"metadata":{"name":"x"}}]})"));
    ClusterIdentity wanted = identity();
    wanted.nodes.pop_back();
    QVERIFY(result == wanted);
    QVERIFY(ClusterIdentity().isEmpty());
}

QTEST_APPLESS_MAIN(ClusterIdentityTest)
#include "ClusterIdentityTest.moc"
