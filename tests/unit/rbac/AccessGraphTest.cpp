#include "models/rbac/AccessDrawing.h"
#include "models/rbac/AccessGraph.h"

#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>
#include <random>

using rbac::AccessGraph;
using rbac::AccessNode;

namespace {

constexpr const char *world = R"(
{apiVersion: v1, kind: ServiceAccount, metadata: {name: front, namespace: shop}}
---
{apiVersion: v1, kind: Pod, metadata: {name: front-1, namespace: shop, ownerReferences: [{kind: ReplicaSet, name: front-7c, controller: true}]}, spec: {serviceAccountName: front}}
---
{apiVersion: v1, kind: Pod, metadata: {name: front-2, namespace: shop, ownerReferences: [{kind: ReplicaSet, name: front-7c, controller: true}]}, spec: {serviceAccountName: front}}
---
{apiVersion: v1, kind: Pod, metadata: {name: alone, namespace: shop}, spec: {serviceAccountName: front}}
---
{apiVersion: v1, kind: Pod, metadata: {name: done, namespace: shop}, spec: {serviceAccountName: front}, status: {phase: Succeeded}}
---
{apiVersion: v1, kind: Pod, metadata: {name: other, namespace: data}, spec: {serviceAccountName: front}}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: reader, namespace: data}, rules: [{apiGroups: [''], resources: [pods, pods/log], verbs: [get, list]}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: reads, namespace: data}, roleRef: {kind: Role, name: reader}, subjects: [{kind: ServiceAccount, name: front, namespace: shop}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: view}, aggregationRule: {clusterRoleSelectors: [{matchLabels: {to-view: 'true'}}]}, rules: [{apiGroups: [''], resources: [services], verbs: [get]}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: services-view, labels: {to-view: 'true'}}, rules: [{apiGroups: [''], resources: [services], verbs: [get]}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: v, namespace: a}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: front, namespace: shop}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: v, namespace: b}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: front, namespace: shop}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: v, namespace: c}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: front, namespace: shop}, {kind: User, name: kim}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: lost, namespace: data}, roleRef: {kind: Role, name: gone}, subjects: [{kind: Group, name: 'system:serviceaccounts:shop'}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: 'system:discovery', labels: {kubernetes.io/bootstrapping: rbac-defaults}}, rules: [{nonResourceURLs: [/version], verbs: [get]}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: 'system:basic-user', labels: {kubernetes.io/bootstrapping: rbac-defaults}}, rules: [{nonResourceURLs: [/api], verbs: [get]}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: 'system:discovery', labels: {kubernetes.io/bootstrapping: rbac-defaults}}, roleRef: {kind: ClusterRole, name: 'system:discovery'}, subjects: [{kind: Group, name: 'system:authenticated'}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: 'system:basic-user', labels: {kubernetes.io/bootstrapping: rbac-defaults}}, roleRef: {kind: ClusterRole, name: 'system:basic-user'}, subjects: [{kind: Group, name: 'system:authenticated'}]}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: not-mine}, roleRef: {kind: ClusterRole, name: view}, subjects: [{kind: User, name: kim}]}
)";

const rbac::Identity front = rbac::Identity::ofServiceAccount({"shop", "front"});

AccessGraph graphOf(const rbac::Inputs &inputs, const std::vector<rbac::Identity> &identities = {front}, const rbac::RisksByObject &risks = {})
{
    return rbac::accessGraph(rbac::AccessEvaluator(inputs), inputs, identities, risks);
}

const AccessNode &node(const AccessGraph &graph, const std::string &id)
{
    const auto found = std::ranges::find(graph.nodes, id, &AccessNode::id);
    if (found == graph.nodes.end())
        qFatal("no node %s", id.c_str());
    return *found;
}

std::string edges(const AccessGraph &graph, const std::string &from)
{
    std::string out;
    for (const rbac::AccessEdge &edge : graph.edges)
        if (edge.from == from)
            out += std::string(edge.kind) + (edge.implied ? "~" : "") + ">" + edge.to + ' ';
    return out;
}

} // namespace

class AccessGraphTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWayFromPodsToRolesIsComplete()
    {
        const AccessGraph graph = graphOf(samples::inputs(world));
        QCOMPARE(edges(graph, "Pod/shop/alone"), std::string("runs-as>ServiceAccount/shop/front "));
        QCOMPARE(edges(graph, "ServiceAccount/shop/front"),
                 std::string("member~>Group/system:authenticated member~>Group/system:serviceaccounts member~>Group/system:serviceaccounts:shop "
                             "subject>RoleBinding/a/v subject>RoleBinding/c/v subject>RoleBinding/data/reads "));
        QCOMPARE(edges(graph, "RoleBinding/data/reads"), std::string("role-ref>Role/data/reader "));
        QCOMPARE(edges(graph, "Group/system:authenticated"), std::string("subject>ClusterRoleBinding/system:basic-user "));
    }

    void podsOfOneOwnerAreStackedAndThoseThatEndedAreLeftOut()
    {
        const AccessGraph graph = graphOf(samples::inputs(world));
        QCOMPARE(node(graph, "Pod/shop/front-1").stack, 2);
        QCOMPARE(node(graph, "Pod/shop/alone").stack, 1);
        QCOMPARE(std::ranges::count(graph.nodes, "Pod", &AccessNode::kind), 2);
    }

    void bindingsThatAreAlikeInSeveralNamespacesAreStacked()
    {
        const AccessGraph graph = graphOf(samples::inputs(world));
        QCOMPARE(node(graph, "RoleBinding/a/v").stack, 2);
        QCOMPARE(node(graph, "RoleBinding/c/v").stack, 1);
        QCOMPARE(edges(graph, "RoleBinding/a/v"), std::string("role-ref>ClusterRole/view "));
    }

    void defaultsOfTheSystemAreFoldedAndCounted()
    {
        const AccessGraph graph = graphOf(samples::inputs(world));
        const AccessNode &bindings = node(graph, "ClusterRoleBinding/system:basic-user");
        QVERIFY(bindings.folded && bindings.clusterWide);
        QCOMPARE(bindings.stack, 2);
        QCOMPARE(edges(graph, bindings.id), std::string("role-ref>ClusterRole/system:basic-user "));
        QCOMPARE(node(graph, "ClusterRole/system:basic-user").stack, 2);
        QVERIFY(!node(graph, "RoleBinding/data/reads").folded);
    }

    void theRoleOfADefaultIsShownWhereSomebodysOwnBindingNamesIt()
    {
        const AccessGraph graph = graphOf(samples::inputs(std::string(world) + "---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: mine},"
                                                          " roleRef: {kind: ClusterRole, name: 'system:discovery'}, subjects: [{kind: ServiceAccount, name: front, namespace: shop}]}"));
        QVERIFY(!node(graph, "ClusterRole/system:discovery").folded);
        QCOMPARE(edges(graph, "ClusterRoleBinding/mine"), std::string("role-ref>ClusterRole/system:discovery "));
        QCOMPARE(edges(graph, "ClusterRoleBinding/system:basic-user"), std::string("role-ref>ClusterRole/system:basic-user role-ref>ClusterRole/system:discovery "));
    }

    void partsOfAnAggregatedRoleHangOnIt()
    {
        const AccessGraph graph = graphOf(samples::inputs(world));
        QCOMPARE(edges(graph, "ClusterRole/view"), std::string("aggregates>ClusterRole/services-view in ClusterRole/view "));
    }

    void whatIsNotThereDanglesAndWhatCouldNotBeReadIsUnknown()
    {
        rbac::Inputs inputs = samples::inputs(world);
        QCOMPARE(std::string(rbac::stateName(node(graphOf(inputs), "Role/data/gone").state)), std::string("dangling"));
        inputs.unreadable.push_back({"roles", "data", {}, "forbidden"});
        QCOMPARE(std::string(rbac::stateName(node(graphOf(inputs), "Role/data/gone").state)), std::string("unknown"));
        inputs.serviceAccounts.clear();
        QCOMPARE(std::string(rbac::stateName(node(graphOf(inputs), "ServiceAccount/shop/front").state)), std::string("dangling"));
    }

    void risksStandAtTheirObjects()
    {
        const AccessGraph graph = graphOf(samples::inputs(world), {front}, {{{"RoleBinding", "b", "v"}, {"R08", "R02"}}, {{"RoleBinding", "c", "v"}, {"R08"}}});
        QCOMPARE(node(graph, "RoleBinding/a/v").risks, (std::vector<std::string>{"R02", "R08"}));
        QVERIFY(node(graph, "RoleBinding/data/reads").risks.empty());
    }

    void severalIdentitiesShareOneGraph()
    {
        const rbac::Identity kim = rbac::Identity::authenticated("kim", {"devs"});
        const AccessGraph graph = graphOf(samples::inputs(world), {front, kim});
        QCOMPARE(edges(graph, "User/kim"), std::string("subject>ClusterRoleBinding/not-mine member>Group/devs member~>Group/system:authenticated subject>RoleBinding/c/v "));
        QVERIFY(!node(graph, "Group/devs").implied);
    }

    void theOrderOfObjectsDoesNotMatter()
    {
        rbac::Inputs inputs = samples::inputs(world);
        const AccessGraph graph = graphOf(inputs);
        for (unsigned seed = 0; seed < 10; ++seed) {
            std::mt19937 engine(seed);
            std::shuffle(inputs.roles.begin(), inputs.roles.end(), engine);
            std::shuffle(inputs.bindings.begin(), inputs.bindings.end(), engine);
            std::shuffle(inputs.pods.begin(), inputs.pods.end(), engine);
            const AccessGraph other = graphOf(inputs);
            QVERIFY(other.nodes == graph.nodes && other.edges == graph.edges && other.matrix == graph.matrix);
        }
    }

    void everyEdgeJoinsTwoNodesWithDistinctIds()
    {
        const AccessGraph graph = graphOf(samples::inputs(world));
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            QCOMPARE(std::ranges::count(graph.nodes, graph.nodes[i].id, &AccessNode::id), 1);
        for (const rbac::AccessEdge &edge : graph.edges) {
            QVERIFY(std::ranges::find(graph.nodes, edge.from, &AccessNode::id) != graph.nodes.end());
            QVERIFY(std::ranges::find(graph.nodes, edge.to, &AccessNode::id) != graph.nodes.end());
        }
    }

    void theDrawingSaysEachKindInWords()
    {
        const graph::Drawing drawing = rbac::drawingOf(graphOf(samples::inputs(world)));
        const auto box = [&drawing](const std::string &id) { return *std::ranges::find(drawing.boxes, id, &graph::Box::id); };
        QCOMPARE(box("RoleBinding/a/v").title + '/' + box("RoleBinding/a/v").caption, std::string("v +1/RoleBindings · a"));
        QCOMPARE(box("Pod/shop/front-1").title + '/' + box("Pod/shop/front-1").caption, std::string("front-1 +1/Pods · shop"));
        QCOMPARE(box("Role/data/reader").caption, std::string("Role · data"));
        QVERIFY(box("ServiceAccount/shop/front").rounded && box("Group/system:authenticated").marks.implied);
        QVERIFY(box("ClusterRoleBinding/system:basic-user").marks.clusterWide && box("Role/data/gone").marks.dangling);
        QCOMPARE(drawing.headings.size(), std::size_t(6));
        QVERIFY(box(rbac::matrixId).matrix.has_value());
        QCOMPARE(rbac::drawingOf(graphOf({}, {front})).boxes.size(), std::size_t(4));
    }

    void rightsBecomeATable()
    {
        using Cell = graph::Matrix::Cell;
        const auto right = [](std::string verb, std::string group, std::string resource, std::string sub, std::vector<std::string> names, std::string place) {
            rbac::Right out;
            out.verb = std::move(verb);
            out.apiGroup = std::move(group);
            out.resource = std::move(resource);
            out.subresource = std::move(sub);
            out.names = std::move(names);
            out.namespaceName = std::move(place);
            return out;
        };
        const auto matrix = rbac::matrixOf({right("list", "", "pods", "", {}, "a"), right("get", "", "pods", "log", {}, "a"), right("*", "apps", "deployments", "", {}, "a"),
                                            right("get", "", "secrets", "", {"x"}, "a"), right("bind", "", "pods", "", {}, "a")});
        QCOMPARE(matrix.verbs, (std::vector<std::string>{"get", "list", "bind"}));
        QCOMPARE(matrix.rows.size(), std::size_t(4));
        QCOMPARE(matrix.rows[0].name, std::string("deployments.apps"));
        QVERIFY((matrix.rows[0].cells == std::vector<Cell>{Cell::Yes, Cell::Yes, Cell::Yes}));
        QVERIFY((matrix.rows[1].cells == std::vector<Cell>{Cell::No, Cell::Yes, Cell::Yes}));
        QCOMPARE(matrix.rows[2].name, std::string("pods/log"));
        QVERIFY((matrix.rows[3].cells == std::vector<Cell>{Cell::NamedOnly, Cell::No, Cell::No}));
        QCOMPARE(matrix.note, std::string("in a only · nothing cluster-wide"));
        QCOMPARE(rbac::matrixOf({right("*", "", "*", "", {}, "")}).verbs.size(), std::size_t(8));
        std::vector<rbac::Right> many;
        for (int i = 0; i < 100; ++i)
            many.push_back(right("get", "", "r" + std::to_string(i), "", {}, i % 2 ? "a" : "b"));
        QCOMPARE(rbac::matrixOf(many).rows.size(), std::size_t(40));
        QCOMPARE(rbac::matrixOf(many).note, std::string("in 2 namespaces · nothing cluster-wide · 60 more resources"));
    }
};

QTEST_APPLESS_MAIN(AccessGraphTest)
#include "AccessGraphTest.moc"
