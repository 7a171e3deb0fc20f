#include "models/rbac/AccessFolding.h"

#include "models/rbac/AccessDrawing.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::group;
using samples::role;

namespace {

constexpr const char *pods = "{verbs: [get], apiGroups: [''], resources: [pods]}";

/// The same object, marked as one of Kubernetes' own.
std::string byDefault(const std::string &object)
{
    std::string out = object;
    return out.insert(out.find("{name: ") + 1, "labels: {kubernetes.io/bootstrapping: rbac-defaults}, ");
}

std::string self() { return account("a", "ci"); }

AccessGraph graphOf(const std::string &yaml, int podCount = 0, int workloads = 0)
{
    Inputs inputs = samples::inputs(yaml);
    for (int i = 0; i < podCount; ++i) {
        PodUse pod;
        pod.ref = {"Pod", "a", "web-" + std::to_string(i)};
        pod.serviceAccount = "ci";
        pod.phase = "Running";
        pod.ownerKind = workloads > 0 ? "ReplicaSet" : "";
        pod.ownerName = workloads > 0 ? "set-" + std::to_string(i % workloads) : "";
        inputs.pods.push_back(std::move(pod));
    }
    const AccessEvaluator evaluator(inputs);
    return accessGraph(evaluator, inputs, {Identity::ofServiceAccount({"a", "ci"})}, findRisks(evaluator, inputs));
}

QStringList idsIn(const AccessGraph &graph, GraphLayer layer)
{
    QStringList out;
    for (const GraphNode &node : graph.nodes) {
        if (node.layer == layer)
            out << QString::fromStdString(node.id) + QLatin1String(node.stack > 1 ? " +" : "") + (node.stack > 1 ? QString::number(node.stack - 1) : QString());
    }
    return out;
}

} // namespace

/// What a drawing of the access graph folds.
class AccessFoldingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoBringsAnObjectIsKnownByItsLabelOrName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isLabelled");
        QTest::addColumn<QString>("origin");
        QTest::newRow("a default") << "cluster-admin" << true << "Kubernetes";
        QTest::newRow("a controller") << "system:controller:job-controller" << false << "Kubernetes";
        QTest::newRow("EKS") << "eks:node-manager" << false << "EKS";
        QTest::newRow("AKS") << "aks-cluster-admin" << false << "AKS";
        QTest::newRow("GKE") << "gce:beta:kubelet" << false << "GKE";
        QTest::newRow("somebody's own") << "eksample" << false << "";
        QTest::newRow("a name like a default's") << "system:mine" << false << "";
    }

    void whoBringsAnObjectIsKnownByItsLabelOrName()
    {
        QFETCH(QString, name);
        QFETCH(bool, isLabelled);
        QFETCH(QString, origin);
        const Labels labels = isLabelled ? Labels{{"kubernetes.io/bootstrapping", "rbac-defaults"}} : Labels();
        QCOMPARE(QString::fromUtf8(originOf(labels, name.toStdString()).data()), origin);
    }

    void theDefaultsAreOneCardOfBindingsAndOneOfRoles()
    {
        const std::string everybody = group("system:authenticated");
        const std::string objects = byDefault(role("ClusterRole", "/basic", pods)) + byDefault(binding("/basic", "ClusterRole/basic", everybody)) + byDefault(role("ClusterRole", "/discovery", pods))
            + byDefault(binding("/discovery", "ClusterRole/discovery", everybody)) + byDefault(role("ClusterRole", "/view", pods)) + binding("a/mine", "ClusterRole/view", account("a", "ci"));
        const AccessGraph whole = graphOf(objects);
        QCOMPARE(idsIn(whole, GraphLayer::Binding).size(), 3);
        const AccessGraph folded = foldedGraph(whole);
        QCOMPARE(idsIn(folded, GraphLayer::Binding).join(QLatin1Char('|')), QStringLiteral("ClusterRoleBinding/basic +1|RoleBinding/a/mine"));
        // A default that somebody's own binding gives stays for itself.
        QCOMPARE(idsIn(folded, GraphLayer::Role).join(QLatin1Char('|')), QStringLiteral("ClusterRole/basic +1|ClusterRole/view"));
        const auto card = std::ranges::find(folded.nodes, "ClusterRoleBinding/basic", &GraphNode::id);
        QCOMPARE(card->folded, std::vector<std::string>{"ClusterRoleBinding/discovery"});
    }

    void whatOtherGroupsHaveIsAnotherCard()
    {
        const auto given = [](const std::string &name, const std::string &to) { return byDefault(role("ClusterRole", '/' + name, pods)) + byDefault(binding('/' + name, "ClusterRole/" + name, to)); };
        const std::string everybody = group("system:authenticated"), accounts = group("system:serviceaccounts");
        const AccessGraph folded = foldedGraph(graphOf(given("basic", everybody) + given("discovery", everybody) + given("issuer", accounts) + given("keys", accounts)));
        QCOMPARE(idsIn(folded, GraphLayer::Binding).join(QLatin1Char('|')), QStringLiteral("ClusterRoleBinding/basic +1|ClusterRoleBinding/issuer +1"));
        QCOMPARE(idsIn(folded, GraphLayer::Role).join(QLatin1Char('|')), QStringLiteral("ClusterRole/basic +1|ClusterRole/issuer +1"));
        for (const GraphEdge &edge : folded.edges)
            QVERIFY(edge.to != "ClusterRole/basic" || edge.from == "ClusterRoleBinding/basic");
    }

    void whatGivesPowerOrIsGivenToTheOneAskedAboutIsNoDefault()
    {
        const std::string everybody = group("system:authenticated");
        const auto given = [](const std::string &name, const std::string &rules, const std::string &to) { return byDefault(role("ClusterRole", '/' + name, rules)) + byDefault(binding('/' + name, "ClusterRole/" + name, to)); };
        const std::string all = "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}";
        const AccessGraph folded = foldedGraph(graphOf(given("basic", pods, everybody) + given("cluster-admin", all, everybody) + given("discovery", pods, everybody) + given("one", pods, self()) + given("two", pods, self())));
        QCOMPARE(idsIn(folded, GraphLayer::Binding).join(QLatin1Char('|')), QStringLiteral("ClusterRoleBinding/basic +1|ClusterRoleBinding/cluster-admin|ClusterRoleBinding/one|ClusterRoleBinding/two"));
        QVERIFY(std::ranges::any_of(folded.matrix, [](const Right &right) { return rowName(right) == "*.*"; }));
    }

    void whatIsFoldedStillCountsInTheRowsThatAreShown()
    {
        const std::string everybody = group("system:authenticated");
        const AccessGraph folded = foldedGraph(graphOf(byDefault(role("ClusterRole", "/basic", "{verbs: [create], apiGroups: [''], resources: ['*']}")) + byDefault(binding("/basic", "ClusterRole/basic", everybody))
            + byDefault(role("ClusterRole", "/discovery", pods)) + byDefault(binding("/discovery", "ClusterRole/discovery", everybody))
            + role("Role", "a/own", "{verbs: [get, create], apiGroups: [''], resources: [pods]}, {verbs: [get], apiGroups: [''], resources: [services]}") + binding("a/mine", "Role/own", self())));
        const graph::Matrix matrix = matrixOf(folded);
        const auto row = std::ranges::find(matrix.rows, "services", &graph::Matrix::Row::name);
        QVERIFY(row != matrix.rows.end());
        QVERIFY((row->cells == std::vector{graph::Matrix::Cell::Yes, graph::Matrix::Cell::Everywhere}));
    }

    void rowsThatOnlyDefaultsGiveAreCounted()
    {
        const std::string everybody = group("system:authenticated");
        const std::string defaults = byDefault(role("ClusterRole", "/basic", "{verbs: [get], apiGroups: [''], resources: [reviews, configmaps]}")) + byDefault(binding("/basic", "ClusterRole/basic", everybody))
            + byDefault(role("ClusterRole", "/discovery", "{verbs: [get], nonResourceURLs: [/api, /version]}")) + byDefault(binding("/discovery", "ClusterRole/discovery", everybody));
        const AccessGraph folded = foldedGraph(graphOf(defaults + role("Role", "a/own", "{verbs: [get], apiGroups: [''], resources: [pods, configmaps]}") + binding("a/mine", "Role/own", account("a", "ci"))));
        QStringList rights;
        for (const Right &right : folded.matrix)
            rights << QString::fromStdString(right.verb + ' ' + rowName(right));
        QCOMPARE(rights.join(QLatin1Char('|')), QStringLiteral("get configmaps|get configmaps|get pods"));
        QCOMPARE(folded.foldedRows, std::size_t(3));
        QVERIFY(QString::fromStdString(drawingOf(folded).boxes.back().matrix->note).endsWith(QStringLiteral("3 more by default")));
        const AccessGraph others = foldedGraph(graphOf(defaults));
        QVERIFY(others.matrix.empty());
        QCOMPARE(drawingOf(others).boxes.back().matrix->note, std::string("4 more by default"));
    }

    void podsOfOneIdentityAreOneCardFromFourOn()
    {
        QCOMPARE(idsIn(foldedGraph(graphOf({}, 3)), GraphLayer::Pod).size(), 3);
        QCOMPARE(idsIn(foldedGraph(graphOf({}, 4)), GraphLayer::Pod).join(QLatin1Char('|')), QStringLiteral("Pod/a/web-0 +3"));
    }

    void podsOfAFewWorkloadsAreACardForEach()
    {
        const AccessGraph two = foldedGraph(graphOf({}, 6, 2));
        QCOMPARE(idsIn(two, GraphLayer::Pod).join(QLatin1Char('|')), QStringLiteral("Pod/a/web-0 +2|Pod/a/web-1 +2"));
        const auto boxes = drawingOf(two).boxes;
        const auto box = std::ranges::find(boxes, std::string("set-1 ×3"), &graph::Box::title);
        QVERIFY(box != boxes.end());
        QCOMPARE(box->caption, std::string("ReplicaSet · a"));
        QCOMPARE(idsIn(foldedGraph(graphOf({}, 20, 10)), GraphLayer::Pod).join(QLatin1Char('|')), QStringLiteral("Pod/a/web-0 +19"));
        QCOMPARE(idsIn(foldedGraph(graphOf({}, 6, 2), {"Pod/a/web-0"}), GraphLayer::Pod).size(), 4);
    }

    void thePodOneCameFromStandsByItself()
    {
        QCOMPARE(idsIn(foldedGraph(graphOf({}, 6, 2), {}, {"Pod/a/web-2"}), GraphLayer::Pod).join(QLatin1Char('|')), QStringLiteral("Pod/a/web-0 +1|Pod/a/web-1 +2|Pod/a/web-2"));
        QCOMPARE(idsIn(foldedGraph(graphOf({}, 20, 10), {}, {"Pod/a/web-0"}), GraphLayer::Pod).join(QLatin1Char('|')), QStringLiteral("Pod/a/web-0|Pod/a/web-1 +18"));
        QCOMPARE(idsIn(foldedGraph(graphOf({}, 4), {}, {"Pod/a/web-3"}), GraphLayer::Pod).size(), 4);         // the others are few enough
    }

    void everyEdgeStillJoinsTwoNodes()
    {
        const std::string everybody = group("system:authenticated");
        const AccessGraph folded = foldedGraph(graphOf(byDefault(role("ClusterRole", "/basic", pods)) + byDefault(binding("/basic", "ClusterRole/basic", everybody)) + byDefault(binding("/gone", "ClusterRole/gone", everybody)), 9));
        QVERIFY(!folded.edges.empty());
        for (const GraphEdge &edge : folded.edges) {
            for (const std::string &end : {edge.from, edge.to})
                QVERIFY2(std::ranges::find(folded.nodes, end, &GraphNode::id) != folded.nodes.end(), end.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(AccessFoldingTest)
#include "AccessFoldingTest.moc"
