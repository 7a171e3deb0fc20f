#include "models/rbac/EscalationPaths.h"

#include "models/rbac/AccessGraph.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::group;
using samples::role;
using samples::user;

namespace {

constexpr const char *everything = "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}";
constexpr const char *pods = "{verbs: [get], apiGroups: [''], resources: [pods]}";
constexpr const char *rbacGroup = "rbac.authorization.k8s.io";

std::string rule(const char *verbs, const char *groups, const char *resources, const char *names = "")
{
    return std::string("{verbs: [") + verbs + "], apiGroups: [" + groups + "], resources: [" + resources + "]" + (*names ? std::string(", resourceNames: [") + names + "]" : std::string()) + "}";
}

std::string give(const char *place, const std::string &name, const std::string &rules, const std::string &subject)
{
    return role("ClusterRole", "/" + name, rules) + binding(std::string(place) + name, "ClusterRole/" + name, subject);
}

std::vector<EscalationPath> paths(const Inputs &inputs, const Identity &from, const char *to)
{
    const AccessEvaluator evaluator(inputs);
    return escalationPaths(evaluator, inputs, from, *EscalationTarget::parse(to));
}

QString words(const std::vector<EscalationPath> &found)
{
    if (found.empty())
        return {};
    QStringList out;
    for (const EscalationStep &step : found.front().steps)
        out << QString::fromStdString(step.edge) + QLatin1Char('>') + QString::fromStdString(step.to);
    return out.join(QLatin1Char(' '));
}

QString cutOf(const std::vector<EscalationPath> &found)
{
    QStringList out;
    for (const ObjectRef &ref : found.front().cut)
        out << QString::fromStdString(ref.text());
    return out.join(QLatin1Char(' '));
}

const Identity ann{"ann", {}, {}};

} // namespace

/// How somebody becomes more than was given, and what stops it.
class EscalationPathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStepLeadsWhereTheRiskSays_data()
    {
        QTest::addColumn<QString>("objects");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const std::string &objects, const char *target, const char *path) { QTest::newRow(name) << QString::fromStdString(objects) << QString::fromLatin1(target) << QString::fromLatin1(path); };
        const std::string who = user("ann");
        const std::string bind = rule("bind", rbacGroup, "clusterroles");
        row("cluster-admin at once", give("/", "r", everything, who), "cluster-admin", "R01>cluster-admin");
        row("a namespace", give("a/", "r", everything, who), "namespace-admin:a", "R02>namespace-admin:a");
        row("a namespace is not the cluster", give("a/", "r", everything, who), "cluster-admin", "");
        row("bind with the write", give("/", "r", bind + ", " + rule("create", rbacGroup, "clusterrolebindings"), who), "cluster-admin", "R18>cluster-admin");
        row("bind without the write is no path", give("/", "r", bind, who), "cluster-admin", "");
        row("bind in a namespace", give("a/", "r", bind + ", " + rule("create", rbacGroup, "rolebindings"), who), "namespace-admin:a", "R18>namespace-admin:a");
        row("bind of a weak role is no path", give("/", "r", rule("bind", rbacGroup, "clusterroles", "weak") + ", " + rule("create", rbacGroup, "clusterrolebindings"), who) + role("ClusterRole", "/weak", pods), "cluster-admin", "");
        row("bind of a strong role", give("/", "r", rule("bind", rbacGroup, "clusterroles", "strong") + ", " + rule("create", rbacGroup, "clusterrolebindings"), who) + role("ClusterRole", "/strong", everything), "cluster-admin", "R18>cluster-admin");
        row("escalate of a held role", give("/", "r", rule("escalate, update", rbacGroup, "clusterroles"), who), "cluster-admin", "R21>cluster-admin");
        row("escalate of roles that are not held is no path", give("/", "r", rule("escalate, update", rbacGroup, "clusterroles", "other"), who), "cluster-admin", "");
        row("writing bindings without bind is no path", give("/", "r", rule("create", rbacGroup, "clusterrolebindings"), who), "cluster-admin", "");
        row("nodes/proxy", give("/", "r", rule("get", "''", "nodes/proxy"), who), "node", "R33>node");
        row("nodes/proxy through a RoleBinding is no path", give("a/", "r", rule("get", "''", "nodes/proxy"), who), "node", "");
        row("a privileged pod", give("a/", "r", rule("create", "''", "pods"), who), "node", "R24>node");
        row("S80 every group is the masters' too", give("/", "r", rule("impersonate", "''", "users, groups"), who), "cluster-admin", "R14>cluster-admin");
        row("S80 one group is not the masters'", give("/", "r", rule("impersonate", "''", "users") + ", " + rule("impersonate", "''", "groups", "dev"), who), "cluster-admin", "");
        row("S80 the masters by name", give("/", "r", rule("impersonate", "''", "users") + ", " + rule("impersonate", "''", "groups", "system:masters"), who), "cluster-admin", "R14>cluster-admin");
        row("S80 within bounds nobody is a master", give("/", "r", rule("'impersonate:user-info'", "authentication.k8s.io", "users, groups") + ", " + rule("'impersonate-on:user-info:get'", "'*'", "'*'"), who), "cluster-admin", "");
        row("webhooks", give("/", "r", rule("create", "admissionregistration.k8s.io", "mutatingwebhookconfigurations"), who), "cluster-admin", "R44>cluster-admin");
    }

    void oneStepLeadsWhereTheRiskSays()
    {
        QFETCH(QString, objects);
        QFETCH(QString, target);
        QFETCH(QString, path);
        QCOMPARE(words(paths(samples::inputs(objects.toStdString()), ann, target.toLatin1().constData())), path);
    }

    void aPathGoesThroughAccountsPodsAndSecrets()
    {
        Inputs inputs = samples::inputs(give("a/", "exec", rule("create", "''", "pods/exec"), user("ann")) + give("/", "admin", everything, account("a", "boss")));
        PodUse pod;
        pod.ref = {"Pod", "a", "web"};
        pod.serviceAccount = "boss";
        pod.node = "n1";
        pod.phase = "Running";
        inputs.pods = {pod};
        auto found = paths(inputs, ann, "cluster-admin");
        QCOMPARE(words(found), QStringLiteral("R27>Pod/a/web runs-as>ServiceAccount/a/boss R01>cluster-admin"));
        QCOMPARE(found.front().cut.size(), std::size_t(1));
        inputs.pods.front().automountToken = false;
        QVERIFY(paths(inputs, ann, "cluster-admin").empty());
        Inputs secret = samples::inputs(give("a/", "read", rule("get", "''", "secrets", "boss-token"), user("ann")) + give("/", "admin", everything, account("a", "boss")));
        secret.tokenSecrets = {{{"Secret", "a", "boss-token"}, "boss"}, {{"Secret", "a", "other"}, "other"}};
        QCOMPARE(words(paths(secret, ann, "cluster-admin")), QStringLiteral("R08>Secret/a/boss-token token-secret>ServiceAccount/a/boss R01>cluster-admin"));
        Inputs node = samples::inputs(give("/", "proxy", rule("get", "''", "nodes/proxy"), user("ann")) + give("/", "admin", everything, account("a", "boss")));
        pod.automountToken = std::nullopt;
        node.pods = {pod};
        QCOMPARE(words(paths(node, ann, "cluster-admin")), QStringLiteral("R33>node node-pods>Pod/a/web runs-as>ServiceAccount/a/boss R01>cluster-admin"));
    }

    void theCutIsTheFewestBindings()
    {
        const std::string both = give("a/", "one", rule("create", "''", "serviceaccounts/token"), user("ann")) + give("b/", "two", rule("create", "''", "serviceaccounts/token"), user("ann"));
        const auto shared = paths(samples::inputs(both + give("/", "admin", everything, account("a", "boss") + ", " + account("b", "boss"))), ann, "cluster-admin");
        QCOMPARE(cutOf(shared), QStringLiteral("ClusterRoleBinding/admin"));
        const auto apart = paths(samples::inputs(both + give("/", "admin", everything, account("a", "boss")) + give("/", "admin2", everything, account("b", "boss"))), ann, "cluster-admin");
        QCOMPARE(apart.size(), std::size_t(2));
        QCOMPARE(apart.front().cut.size(), std::size_t(2));
    }

    void ofEquallyFewBindingsTheCutIsNearTheStart()
    {
        const std::string objects = give("a/", "token", rule("create", "''", "serviceaccounts/token"), user("ann")) + give("/", "admin", everything, account("a", "boss"));
        QCOMPARE(cutOf(paths(samples::inputs(objects), ann, "cluster-admin")), QStringLiteral("RoleBinding/a/token"));
    }

    void aWayThatNeedsMoreThanAnotherIsNone()
    {
        const std::string objects = give("/", "admin", everything, user("ann")) + give("/", "other", rule("impersonate", "''", "users"), group("system:authenticated"));
        const auto found = paths(samples::inputs(objects), Identity::authenticated("ann", {}), "cluster-admin");
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(words(found), QStringLiteral("R01>cluster-admin"));
    }

    void withoutTheCutNoPathIsLeft()
    {
        Inputs inputs = samples::inputs(give("a/", "one", rule("create", "''", "serviceaccounts/token"), user("ann")) + give("/", "admin", everything, account("a", "boss")) + give("/", "bind", rule("bind, create", rbacGroup, "clusterroles, clusterrolebindings"), user("ann")));
        const auto found = paths(inputs, ann, "cluster-admin");
        QVERIFY(!found.empty() && !found.front().cut.empty());
        const auto &cut = found.front().cut;
        std::erase_if(inputs.bindings, [&](const auto &binding) { return std::ranges::find(cut, binding->ref) != cut.end(); });
        QVERIFY(paths(inputs, ann, "cluster-admin").empty());
    }

    void mastersNeedNoBindingAndHaveNoCut()
    {
        const auto found = paths({}, {"root", {"system:masters"}, {}}, "namespace-admin:a");
        QVERIFY(found.empty());   // nobody knows that namespace
        const auto admin = paths({}, {"root", {"system:masters"}, {}}, "cluster-admin");
        QVERIFY(admin.size() == 1 && admin.front().cut.empty());
    }

    void theGraphGoesFromPodsToNamespaces()
    {
        Inputs inputs = samples::inputs(give("a/", "r", pods, account("a", "ci")) + binding("b/r", "ClusterRole/r", account("a", "ci")) + binding("a/gone", "Role/gone", group("system:serviceaccounts:a")));
        PodUse pod;
        pod.ref = {"Pod", "a", "web"};
        pod.serviceAccount = "ci";
        pod.phase = "Running";
        inputs.pods = {pod};
        const AccessEvaluator evaluator(inputs);
        const AccessGraph made = accessGraph(evaluator, inputs, {Identity::ofServiceAccount({"a", "ci"})}, findRisks(evaluator, inputs));
        const auto node = [&](const char *id) { return std::ranges::find(made.nodes, id, &GraphNode::id); };
        QVERIFY(node("Pod/a/web") != made.nodes.end() && node("Group/system:serviceaccounts:a")->isImplied);
        QVERIFY(node("Role/a/gone")->state == GraphState::Dangling);
        QVERIFY(node("RoleBinding/a/r")->stack == 2 && node("RoleBinding/a/r")->folded == std::vector<std::string>{"RoleBinding/b/r"});
        QVERIFY(node("RoleBinding/b/r") == made.nodes.end());
        QVERIFY(node("Namespace/a") != made.nodes.end() && node("Namespace/b") != made.nodes.end());
        QCOMPARE(made.matrix.size(), std::size_t(2));
        for (const GraphEdge &edge : made.edges)
            QVERIFY(node(edge.from.c_str()) != made.nodes.end() && node(edge.to.c_str()) != made.nodes.end());
    }
};

QTEST_APPLESS_MAIN(EscalationPathsTest)
#include "EscalationPathsTest.moc"
