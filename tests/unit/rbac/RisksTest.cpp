#include "models/rbac/Risks.h"

#include "models/kube/BuiltinCatalog.h"
#include "models/rbac/PodRisks.h"
#include "models/rbac/RiskTerms.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>
#include <set>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::group;
using samples::role;
using samples::user;

namespace {

Inputs inputsOf(const std::string &yaml)
{
    Inputs out = samples::inputs(yaml);
    out.catalog = kube::builtinCatalog();
    return out;
}

std::vector<Risk> risksOf(const Inputs &inputs)
{
    return findRisks(AccessEvaluator(inputs), inputs);
}

bool hasRisk(const std::vector<Risk> &risks, std::string_view id, std::string_view subject)
{
    return std::ranges::any_of(risks, [&](const Risk &risk) { return risk.id == id && risk.subject.text() == subject; });
}

std::string rule(const char *verbs, const char *groups, const char *resources, const char *names = "")
{
    return std::string("{verbs: [") + verbs + "], apiGroups: [" + groups + "], resources: [" + resources + "]" + (*names ? std::string(", resourceNames: [") + names + "]" : std::string()) + "}";
}

constexpr const char *rbacGroup = "rbac.authorization.k8s.io";
constexpr const char *csrGroup = "certificates.k8s.io";

PodUse podOf(const char *namespaceName, const char *name, const char *serviceAccount, const char *node = "n1")
{
    PodUse pod;
    pod.ref = {"Pod", namespaceName, name};
    pod.serviceAccount = serviceAccount;
    pod.node = node;
    pod.phase = "Running";
    return pod;
}

} // namespace

/// The table of risks: R01 to R72, each by a rule that has it and one that nearly has.
class RisksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRightOfTheTableIsFoundAndItsNeighbourIsNot_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("neighbour");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *id, const std::string &rules, const std::string &neighbour, const char *place = "/b") {
            QTest::newRow((std::string(id) + " " + rules).substr(0, 100).c_str()) << QString::fromLatin1(id) << QString::fromStdString(rules) << QString::fromStdString(neighbour) << QString::fromLatin1(place);
        };
        row("R01", rule("'*'", "'*'", "'*'"), rule("'*'", "'*'", "pods"));
        row("R02", rule("'*'", "'*'", "'*'"), rule("'*'", "''", "'*'"), "a/b");
        row("R03", rule("'*'", "''", "secrets"), rule("get, list, create", "''", "secrets"));
        row("R03", rule("'*'", "apps", "deployments"), rule("'*'", "apps", "deployments/scale"));
        row("R04", rule("create", "''", "'*'"), rule("create", "apps", "'*'"));
        row("R05", rule("list", "''", "'*'"), rule("watch", "''", "'*'"));
        row("R06", rule("deletecollection", "'*'", "'*'"), rule("delete", "''", "pods"));
        row("R07", rule("impersonate", "''", "'*'"), rule("impersonate", "''", "users"));
        row("R08", rule("get", "''", "secrets"), rule("get", "''", "configmaps"), "a/b");
        row("R08", rule("get", "''", "secrets", "db"), rule("get", "core", "secrets", "db"));
        row("R09", rule("watch", "''", "secrets"), rule("get", "''", "secrets"));
        row("R10", rule("create, list", "''", "secrets"), rule("create", "''", "secrets"));
        row("R11", rule("patch", "''", "secrets"), rule("get", "''", "secrets"));
        row("R12", rule("create", "''", "serviceaccounts/token"), rule("create", "''", "serviceaccounts"), "a/b");
        row("R12", rule("create", "''", "'*/token'"), rule("create", "''", "'serviceaccounts/*'"), "a/b");
        row("R13", rule("impersonate", "''", "users"), rule("impersonate", "''", "serviceaccounts"));
        row("R14", rule("impersonate", "''", "users, groups"), rule("impersonate", "''", "groups"));
        row("R15", rule("impersonate", "''", "serviceaccounts"), rule("impersonate", "''", "users"), "a/b");
        row("R16", rule("impersonate", "authentication.k8s.io", "userextras/scopes"), rule("impersonate", "''", "uids"));
        row("R16", rule("impersonate", "authentication.k8s.io", "uids"), rule("get", "authentication.k8s.io", "uids"));
        row("R17", rule("'impersonate:arbitrary-node'", "authentication.k8s.io", "nodes") + ", " + rule("'impersonate-on:arbitrary-node:get'", "''", "pods"), rule("'impersonate:arbitrary-node'", "authentication.k8s.io", "nodes"));
        row("R17", rule("'impersonate:user-info'", "authentication.k8s.io", "users") + ", " + rule("'impersonate-on:user-info:*', 'impersonate-on:user-info:get'", "''", "pods"), rule("'impersonate:user-info'", "authentication.k8s.io", "users") + ", " + rule("'impersonate-on:serviceaccount:get'", "''", "pods"));
        row("R17", rule("'impersonate:serviceaccount'", "authentication.k8s.io", "serviceaccounts") + ", " + rule("'impersonate-on:serviceaccount:list'", "''", "secrets"), rule("impersonate", "''", "serviceaccounts") + ", " + rule("'impersonate-on:serviceaccount:list'", "''", "secrets"), "a/b");
        row("R17", rule("'*'", "authentication.k8s.io", "nodes") + ", " + rule("'*'", "''", "configmaps"), rule("'*'", "''", "nodes") + ", " + rule("'*'", "''", "configmaps"));
        row("R18", rule("bind", rbacGroup, "clusterroles") + ", " + rule("create", rbacGroup, "rolebindings"), rule("bind", rbacGroup, "clusterroles"), "a/b");
        row("R18", rule("bind, create", rbacGroup, "clusterroles, clusterrolebindings"), rule("bind, create", rbacGroup, "rolebindings, clusterrolebindings"));
        row("R19", rule("patch", rbacGroup, "rolebindings"), rule("patch, bind", rbacGroup, "rolebindings, roles"));
        row("R20", rule("create", rbacGroup, "clusterrolebindings"), rule("create", rbacGroup, "rolebindings"));
        row("R21", rule("escalate, update", rbacGroup, "roles"), rule("escalate", rbacGroup, "roles"), "a/b");
        row("R22", rule("update", rbacGroup, "roles"), rule("update, escalate", rbacGroup, "roles"), "a/b");
        row("R23", rule("patch", rbacGroup, "clusterroles"), rule("patch", rbacGroup, "roles"));
        row("R24", rule("create", "''", "pods"), rule("update", "''", "pods"), "a/b");
        row("R25", rule("patch", "apps", "daemonsets"), rule("patch", "extensions", "daemonsets"), "a/b");
        row("R25", rule("create", "batch", "jobs"), rule("delete", "batch", "jobs"));
        row("R25", rule("update", "''", "replicationcontrollers"), rule("update", "apps", "replicationcontrollers"));
        row("R26", rule("update", "''", "pods"), rule("update", "''", "pods/status"));
        row("R27", rule("create", "''", "pods/exec"), rule("create", "''", "pods/log"));
        row("R28", rule("create", "''", "pods/attach"), rule("create", "''", "pods/exec"));
        row("R29", rule("patch", "''", "pods/ephemeralcontainers"), rule("get", "''", "pods/ephemeralcontainers"));
        row("R30", rule("create", "''", "pods/portforward"), rule("create", "''", "services/portforward"));
        row("R31", rule("get", "''", "services/proxy"), rule("get", "''", "services"));
        row("R32", rule("create", "''", "nodes/proxy"), rule("get", "''", "nodes/proxy"));
        row("R33", rule("get", "''", "nodes/proxy"), rule("get", "''", "nodes/stats"));
        row("R34", rule("patch", "''", "nodes/status"), rule("get", "''", "nodes"));
        row("R35", rule("delete", "''", "pods") + ", " + rule("update", "''", "nodes/status"), rule("delete", "''", "pods"));
        row("R35", rule("create", "''", "pods/eviction") + ", " + rule("patch", "''", "nodes"), rule("create", "''", "pods/eviction"));
        row("R36", rule("patch", "''", "pods/status"), rule("patch", "''", "pods"));
        row("R37", rule("patch", "''", "services/status"), rule("patch", "''", "services"));
        row("R38", rule("create", "''", "services"), rule("patch", "''", "services"));
        row("R39", rule("create", "discovery.k8s.io", "endpointslices"), rule("create", "''", "endpointslices"));
        row("R40", rule("delete", "networking.k8s.io", "networkpolicies"), rule("get", "networking.k8s.io", "networkpolicies"));
        row("R41", rule("update", "gateway.networking.k8s.io", "httproutes"), rule("update", "networking.k8s.io", "httproutes"));
        const std::string approve = rule("create, patch, approve", csrGroup, "certificatesigningrequests, certificatesigningrequests/approval, signers", "");
        row("R42", approve, rule("create, patch", csrGroup, "certificatesigningrequests, certificatesigningrequests/approval"));
        row("R42", rule("create, patch", csrGroup, "certificatesigningrequests, certificatesigningrequests/approval") + ", " + rule("approve", csrGroup, "signers", "kubernetes.io/kube-apiserver-client"),
            rule("create, patch", csrGroup, "certificatesigningrequests, certificatesigningrequests/approval") + ", " + rule("approve", csrGroup, "signers", "kubernetes.io/kubelet-serving"));
        row("R43", rule("sign, update", csrGroup, "signers, certificatesigningrequests/status"), rule("sign", csrGroup, "signers"));
        row("R44", rule("create", "admissionregistration.k8s.io", "validatingwebhookconfigurations"), rule("delete", "admissionregistration.k8s.io", "validatingwebhookconfigurations"));
        row("R45", rule("delete", "admissionregistration.k8s.io", "validatingadmissionpolicybindings"), rule("create", "admissionregistration.k8s.io", "validatingadmissionpolicybindings"));
        row("R46", rule("create", "admissionregistration.k8s.io", "mutatingadmissionpolicies"), rule("delete", "admissionregistration.k8s.io", "mutatingadmissionpolicies"));
        row("R47", rule("patch", "apiextensions.k8s.io", "customresourcedefinitions"), rule("get", "apiextensions.k8s.io", "customresourcedefinitions"));
        row("R48", rule("create", "apiregistration.k8s.io", "apiservices"), rule("list", "apiregistration.k8s.io", "apiservices"));
        row("R49", rule("create", "''", "persistentvolumes"), rule("create", "''", "persistentvolumeclaims"));
        row("R50", rule("update", "storage.k8s.io", "storageclasses"), rule("get", "storage.k8s.io", "storageclasses"));
        row("R51", rule("patch", "''", "namespaces"), rule("patch", "''", "namespaces/status"), "a/b");
        row("R52", rule("patch", "''", "configmaps"), rule("get", "''", "configmaps"), "kube-system/b");
        row("R52", rule("patch", "''", "configmaps"), rule("patch", "''", "secrets"));
        row("R53", rule("update", "''", "configmaps", "aws-auth"), rule("update", "''", "configmaps", "coredns"), "kube-system/b");
        row("R54", rule("delete", "events.k8s.io", "events"), rule("get", "events.k8s.io", "events"));
        row("R62", rule("update", "''", "serviceaccounts"), rule("create", "''", "serviceaccounts"));
        row("R66", rule("'*'", "''", "configmaps"), rule("get", "''", "'*/scale'"));
        row("R68", rule("create", "kyverno.io", "clusterpolicies"), rule("get", "kyverno.io", "clusterpolicies"));
        row("R69", rule("create", "authorization.k8s.io", "subjectaccessreviews"), rule("create", "authorization.k8s.io", "selfsubjectaccessreviews"));
        row("R69", rule("list", rbacGroup, "rolebindings"), rule("get", rbacGroup, "rolebindings"));
        row("R70", rule("create", "''", "persistentvolumeclaims"), rule("create", "''", "limitranges"), "a/b");
        row("R71", rule("request-serviceaccounts-token-audience", "''", "https://example.com"), rule("request-serviceaccounts-token-audience", "apps", "x"));
        row("R71", rule("'arbitrary-node:update'", "resource.k8s.io", "resourceclaims/driver"), rule("update", "resource.k8s.io", "resourceclaims/driver"));
        row("R72", rule("create", "argoproj.io", "applications"), rule("get", "argoproj.io", "applications"));
    }

    void everyRightOfTheTableIsFoundAndItsNeighbourIsNot()
    {
        QFETCH(QString, id);
        QFETCH(QString, rules);
        QFETCH(QString, neighbour);
        QFETCH(QString, place);
        const auto found = [&](const QString &held) {
            const Inputs inputs = inputsOf(role("ClusterRole", "/r", held.toStdString()) + binding(place.toStdString(), "ClusterRole/r", user("ann")));
            return hasRisk(risksOf(inputs), id.toStdString(), "User/ann");
        };
        QVERIFY(found(rules));
        QVERIFY(!found(neighbour));
        // Nobody is named, nothing is found.
        QVERIFY(risksOf(inputsOf(role("ClusterRole", "/r", rules.toStdString()))).empty());
    }

    void everyRiskOfObjectsIsFoundAndItsNeighbourIsNot_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("objects");
        QTest::addColumn<QString>("neighbour");
        const auto row = [](const char *name, const char *subject, const std::string &objects, const std::string &neighbour) {
            QTest::newRow(name) << QString::fromLatin1(name).left(3) << QString::fromLatin1(subject) << QString::fromStdString(objects) << QString::fromStdString(neighbour);
        };
        const std::string roles = role("ClusterRole", "/grave", rule("list", "''", "secrets")) + role("ClusterRole", "/mild", rule("get", "''", "configmaps")) + role("ClusterRole", "/nodes", rule("get", "''", "nodes"));
        const auto grant = [&](const char *place, const char *roleName, const std::string &subjects) { return roles + binding(place, std::string("ClusterRole/") + roleName, subjects); };
        const std::string byDefault = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: system:public-info-viewer, labels: {kubernetes.io/bootstrapping: rbac-defaults}}\n"
                                      "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: mild}\nsubjects: [";
        row("R55 by user", "User/system:anonymous", grant("a/b", "mild", user("system:anonymous")), grant("a/b", "mild", user("anonymous")));
        row("R55 by group", "Group/system:unauthenticated", grant("/b", "mild", group("system:unauthenticated")), roles + byDefault + group("system:unauthenticated") + "]\n");
        row("R56 everybody", "Group/system:authenticated", grant("/b", "grave", group("system:authenticated")), grant("/b", "mild", group("system:authenticated")));
        row("R57 all accounts", "Group/system:serviceaccounts", grant("/b", "grave", group("system:serviceaccounts")), grant("/b", "mild", group("system:serviceaccounts")));
        row("R57 the accounts of a namespace", "Group/system:serviceaccounts:a", grant("a/b", "grave", group("system:serviceaccounts:a")), grant("a/b", "mild", group("system:serviceaccounts:a")));
        row("R57 a group that is nobody's", "Group/system:serviceaccounts:a", grant("a/b", "grave", group("system:serviceaccounts:a")), grant("a/b", "grave", group("system:serviceaccount:a")));
        row("R58 the default account", "ServiceAccount/a/default", grant("a/b", "mild", account("a", "default")), roles + byDefault + account("a", "default") + "]\n");
        row("R58 another account", "ServiceAccount/a/default", grant("a/b", "mild", account("a", "default")), grant("a/b", "mild", account("a", "defaults")));
        const auto pod = [](const char *spec, const char *owner = "", const char *phase = "Running") {
            return std::string("---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: a, ownerReferences: [") + owner + "]}\nspec: {nodeName: n1, " + spec + "}\nstatus: {phase: " + phase + "}\n";
        };
        const char *daemon = "{apiVersion: apps/v1, kind: DaemonSet, name: d, controller: true}";
        const char *set = "{apiVersion: apps/v1, kind: ReplicaSet, name: d, controller: true}";
        const std::string ci = grant("/b", "grave", account("a", "ci"));
        row("R59 a token", "Pod/a/web", ci + pod("serviceAccountName: ci"), ci + pod("serviceAccountName: ci, automountServiceAccountToken: false"));
        row("R59 a weak account", "Pod/a/web", ci + pod("serviceAccountName: ci"), grant("/b", "mild", account("a", "ci")) + pod("serviceAccountName: ci"));
        row("R59 a pod that is done", "Pod/a/web", ci + pod("serviceAccountName: ci"), ci + pod("serviceAccountName: ci", "", "Succeeded"));
        row("R60 on every node", "ServiceAccount/a/ci", ci + pod("serviceAccountName: ci", daemon), ci + pod("serviceAccountName: ci", set));
        const std::string taints = role("ClusterRole", "/taints", rule("delete", "''", "pods") + ", " + rule("patch", "''", "nodes"));
        row("R61 a node's accounts", "Node/n1", taints + binding("/b", "ClusterRole/taints", account("a", "ci")) + pod("serviceAccountName: ci"), taints + binding("a/b", "ClusterRole/taints", account("a", "ci")) + pod("serviceAccountName: ci"));
        const auto sa = [](const char *annotations) { return std::string("---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ci, namespace: a, annotations: {") + annotations + "}}\n"; };
        row("R62 a role of the cloud", "ServiceAccount/a/ci", sa("iam.gke.io/gcp-service-account: x@y"), sa("example.com/role-arn: x"));
        row("R63 no role", "User/ann", binding("/b", "ClusterRole/gone", user("ann")), grant("/b", "mild", user("ann")));
        row("R64 no account", "ServiceAccount/a/ci", grant("a/b", "mild", account("a", "ci")), sa("") + grant("a/b", "mild", account("a", "ci")));
        row("R64 a user is no object", "ServiceAccount/a/ci", grant("a/b", "mild", account("a", "ci")), grant("a/b", "mild", user("system:serviceaccount:a:ci")));
        row("R65 one namespace", "ServiceAccount/a/ci", grant("/b", "mild", account("a", "ci")), grant("/b", "nodes", account("a", "ci")));
        row("R65 two namespaces", "ServiceAccount/a/ci", grant("/b", "mild", account("a", "ci")), grant("/b", "mild", account("a", "ci") + ", " + account("b", "ci")));
        row("R65 in the namespace", "ServiceAccount/a/ci", grant("/b", "mild", account("a", "ci")), grant("a/b", "mild", account("a", "ci")));
        const auto many = [&](int count) {
            std::string out = roles;
            for (int i = 0; i < count; ++i)
                out += binding("/b" + std::to_string(i), "ClusterRole/mild", user("ann"));
            return out;
        };
        row("R67 many roles", "User/ann", many(10), many(9));
        const auto crowd = [&](int count) {
            std::string subjects = user("u");
            for (int i = 1; i < count; ++i)
                subjects += ", " + user("u" + std::to_string(i));
            return roles + binding("a/b", "ClusterRole/mild", subjects);
        };
        row("R67 many subjects", "Namespace/a", crowd(50), crowd(49));
        const std::string quota = "---\napiVersion: v1\nkind: ResourceQuota\nmetadata: {name: q, namespace: a}\n";
        const std::string filling = role("ClusterRole", "/fill", rule("create", "''", "configmaps")) + binding("a/b", "ClusterRole/fill", user("ann"));
        row("R70 no quota", "User/ann", filling, quota + filling);
    }

    void everyRiskOfObjectsIsFoundAndItsNeighbourIsNot()
    {
        QFETCH(QString, id);
        QFETCH(QString, subject);
        QFETCH(QString, objects);
        QFETCH(QString, neighbour);
        const auto found = [&](const QString &yaml) { return hasRisk(risksOf(inputsOf(yaml.toStdString())), id.toStdString(), subject.toStdString()); };
        QVERIFY(found(objects));
        QVERIFY(!found(neighbour));
    }

    void beforeSomeVersionAWebsocketWasEnough()
    {
        Inputs inputs = inputsOf(role("ClusterRole", "/r", rule("get", "''", "pods/exec, pods/attach")) + binding("a/b", "ClusterRole/r", user("ann")));
        for (const int minor : {0, 34, 35, 36}) {
            inputs.serverMinor = minor == 0 ? std::nullopt : std::optional(minor);
            const auto risks = risksOf(inputs);
            QCOMPARE(hasRisk(risks, "R27", "User/ann"), minor == 34);   // S17
            QCOMPARE(hasRisk(risks, "R28", "User/ann"), minor == 34);
        }
    }

    void theHalvesOfAModeMayComeFromAGroup()
    {
        const std::string halves = role("ClusterRole", "/acting", rule("'impersonate:user-info'", "authentication.k8s.io", "users")) + role("ClusterRole", "/doing", rule("'impersonate-on:user-info:get'", "''", "pods"));
        const auto found = [&](const std::string &bindings, const char *subject) { return hasRisk(risksOf(inputsOf(halves + bindings)), "R17", subject); };
        QVERIFY(found(binding("/b", "ClusterRole/acting", user("ann")) + binding("a/c", "ClusterRole/doing", group("system:authenticated")), "User/ann"));   // S78
        QVERIFY(found(binding("/b", "ClusterRole/acting", group("system:serviceaccounts")) + binding("a/c", "ClusterRole/doing", account("a", "ci")), "ServiceAccount/a/ci"));
        QVERIFY(!found(binding("/b", "ClusterRole/acting", user("ann")) + binding("a/c", "ClusterRole/doing", user("bob")), "User/ann"));
        QVERIFY(!found(binding("a/b", "ClusterRole/acting", user("ann")) + binding("a/c", "ClusterRole/doing", user("ann")), "User/ann"));   // users are cluster-scoped
    }

    void everyRiskOfTheTableIsThereOnceAndInOrder()
    {
        int number = 1;
        for (const RiskRule &row : riskRules()) {
            QCOMPARE(std::string(row.id), (number < 10 ? "R0" : "R") + std::to_string(number));
            ++number;
        }
        QCOMPARE(number, 73);
        QVERIFY(RiskTable::instance().terms().size() <= RiskTable::mostTerms);
    }

    void aNamespaceLowersTheSeverityExceptThatOfTheSystem()
    {
        const std::string pods = role("ClusterRole", "/r", rule("create", "''", "pods"));
        const auto severity = [&](const char *place) { return risksOf(inputsOf(pods + binding(place, "ClusterRole/r", user("ann")))).front().severity; };
        QVERIFY(severity("/b") == Severity::Critical);
        QVERIFY(severity("a/b") == Severity::High);
        QVERIFY(severity("kube-system/b") == Severity::Critical);
    }

    void someRisksAreThoseOfOneNamespace()
    {
        const auto found = [&](const char *id, const char *place) { return hasRisk(risksOf(inputsOf(role("ClusterRole", "/r", rule("patch", "''", "configmaps")) + binding(place, "ClusterRole/r", user("ann")))), id, "User/ann"); };
        for (const char *id : {"R52", "R53"})
            QVERIFY(found(id, "kube-system/b") && found(id, "/b") && !found(id, "a/b"));
    }

    void clusterScopedThingsAreNoRiskThroughARoleBinding()
    {
        for (const std::string &held : {rule("get", "''", "nodes/proxy"), rule("impersonate", "''", "users"), rule("create", rbacGroup, "clusterrolebindings"), rule("create", "''", "persistentvolumes")})
            QVERIFY(risksOf(inputsOf(role("ClusterRole", "/r", held) + binding("a/b", "ClusterRole/r", user("ann")))).empty());
    }

    void aConjunctionMayComeFromSeveralBindingsAndGroups()
    {
        const std::string parts = role("ClusterRole", "/bind", rule("bind", rbacGroup, "clusterroles")) + role("ClusterRole", "/write", rule("create", rbacGroup, "rolebindings"));
        const auto found = [&](const std::string &bindings) { return hasRisk(risksOf(inputsOf(parts + bindings)), "R18", "ServiceAccount/a/ci"); };
        QVERIFY(found(binding("a/x", "ClusterRole/bind", account("a", "ci")) + binding("a/y", "ClusterRole/write", account("a", "ci"))));
        QVERIFY(found(binding("/x", "ClusterRole/bind", account("a", "ci")) + binding("a/y", "ClusterRole/write", account("a", "ci"))));
        QVERIFY(found(binding("a/x", "ClusterRole/bind", group("system:serviceaccounts:a")) + binding("a/y", "ClusterRole/write", account("a", "ci"))));
        QVERIFY(!found(binding("b/x", "ClusterRole/bind", account("a", "ci")) + binding("a/y", "ClusterRole/write", account("a", "ci"))));
        QVERIFY(!found(binding("a/x", "ClusterRole/bind", user("ann")) + binding("a/y", "ClusterRole/write", account("a", "ci"))));
    }

    void aGrantOfAGroupIsAFindingOfTheGroup()
    {
        const auto risks = risksOf(inputsOf(role("ClusterRole", "/r", rule("list", "''", "secrets")) + binding("/b", "ClusterRole/r", group("system:serviceaccounts:a")) + role("Role", "a/other", rule("get", "''", "configmaps"))
                                            + binding("a/c", "Role/other", account("a", "ci"))));
        QVERIFY(hasRisk(risks, "R09", "Group/system:serviceaccounts:a"));
        QVERIFY(!hasRisk(risks, "R09", "ServiceAccount/a/ci"));
        QVERIFY(hasRisk(risks, "R57", "Group/system:serviceaccounts:a"));
    }

    void whatRunsWithPowerIsNamed()
    {
        Inputs inputs = inputsOf(role("ClusterRole", "/r", rule("list", "''", "secrets")) + binding("/b", "ClusterRole/r", account("a", "ci")));
        PodUse daemon = podOf("a", "agent", "ci");
        daemon.ownerKind = "DaemonSet";
        PodUse closed = podOf("a", "closed", "ci");
        closed.automountToken = false;
        inputs.pods = {podOf("a", "web", "ci"), daemon, closed, podOf("a", "plain", "default")};
        const auto risks = risksOf(inputs);
        QVERIFY(hasRisk(risks, "R59", "Pod/a/web") && hasRisk(risks, "R60", "ServiceAccount/a/ci"));
        QVERIFY(!hasRisk(risks, "R59", "Pod/a/closed") && !hasRisk(risks, "R59", "Pod/a/plain"));
    }

    void theAccountsOfANodeCountTogether()
    {
        Inputs inputs = inputsOf(role("ClusterRole", "/one", rule("delete", "''", "pods")) + binding("/one", "ClusterRole/one", account("a", "one")) + role("ClusterRole", "/two", rule("patch", "''", "nodes/status"))
                                 + binding("/two", "ClusterRole/two", account("a", "two")));
        inputs.pods = {podOf("a", "one", "one", "n1"), podOf("a", "two", "two", "n1")};
        QVERIFY(hasRisk(risksOf(inputs), "R61", "Node/n1"));
        inputs.pods.back().node = "n2";
        QVERIFY(!hasRisk(risksOf(inputs), "R61", "Node/n1"));
    }

    void thePodDecidesAboutItsTokenThenTheAccount_data()
    {
        QTest::addColumn<int>("pod");
        QTest::addColumn<int>("account");
        QTest::addColumn<bool>("mounts");
        QTest::newRow("S26 nobody says anything") << -1 << -1 << true;
        QTest::newRow("S26 the account says no") << -1 << 0 << false;
        QTest::newRow("S26 the pod says yes") << 1 << 0 << true;
        QTest::newRow("S26 the pod says no") << 0 << 1 << false;
    }

    void thePodDecidesAboutItsTokenThenTheAccount()
    {
        QFETCH(int, pod);
        QFETCH(int, account);
        QFETCH(bool, mounts);
        Inputs inputs;
        auto made = std::make_shared<ServiceAccount>();
        made->ref = {"a", "ci"};
        if (account >= 0)
            made->automountToken = account == 1;
        inputs.serviceAccounts.push_back(made);
        PodUse use = podOf("a", "web", "ci");
        if (pod >= 0)
            use.automountToken = pod == 1;
        QCOMPARE(mountsToken(use, inputs), mounts);
        use.mountsProjectedToken = true;
        QVERIFY(mountsToken(use, inputs));
        use.isMirror = true;
        QVERIFY(!mountsToken(use, inputs));
    }
};

QTEST_APPLESS_MAIN(RisksTest)
#include "RisksTest.moc"
