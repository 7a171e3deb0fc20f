#include "tests/unit/headless/RbacAsking.h"

using asking::joined;
using asking::Outcome;
using asking::Value;

namespace {

constexpr const char *objects = R"(
apiVersion: v1
kind: ServiceAccount
metadata: {name: front, namespace: shop}
automountServiceAccountToken: false
secrets: [{name: allowed}]
imagePullSecrets: [{name: pull}]
---
apiVersion: v1
kind: Secret
type: kubernetes.io/service-account-token
metadata: {name: old-token, namespace: shop, annotations: {kubernetes.io/service-account.name: front}}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  serviceAccountName: front
  volumes: [{name: vault, projected: {sources: [{serviceAccountToken: {audience: vault, expirationSeconds: 600, path: t}}]}}]
  containers: [{name: c, ports: [{containerPort: 8080}]}]
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: data, labels: {app: db}}
spec: {containers: [{name: c, ports: [{name: sql, containerPort: 5432}]}]}
status: {phase: Running, podIP: 10.0.0.9, conditions: [{type: Ready, status: 'True'}]}
---
apiVersion: v1
kind: Service
metadata: {name: db, namespace: data}
spec: {selector: {app: db}, ports: [{port: 5432, targetPort: sql}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed, namespace: data}
spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: data}}}]}]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: data}
rules: [{apiGroups: [''], resources: [pods], verbs: [get, list]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web-reads, namespace: data}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: front, namespace: shop}]
)";

} // namespace

// What is asked about a pod, from files as the whole truth.
class RbacPodTest : public QObject
{
    Q_OBJECT

    asking::Files m_files;

    Outcome ask(std::vector<std::string> words) const { return m_files.ask(std::move(words)); }

private Q_SLOTS:
    void initTestCase() { m_files.write("objects.yaml", objects); }

    void identityHasTheAgreedShape()
    {
        const Outcome found = ask({"identity", "shop/web"});
        QCOMPARE(found.code, 0);
        QCOMPARE(QString::fromStdString(text::writeJson(found.value)).replace(u'"', u'\'').toStdString(),
                 std::string("{'serviceAccount':'ServiceAccount/shop/front','automount':false,'decidedBy':'serviceaccount',"
                             "'tokens':[{'volume':'vault','audience':'vault','expirationSeconds':600}],'tokenSecrets':['Secret/shop/old-token'],"
                             "'mountableSecrets':['Secret/shop/allowed'],'imagePullSecrets':['Secret/shop/pull']}"));
    }

    void reachTellsTheApiAndTheNetworkApart()
    {
        const Outcome found = ask({"reach", "shop/web", "pods/data/db"});
        QCOMPARE(found.code, 0);
        QCOMPARE(found.value["api"]["decision"].text(), std::string("allow"));
        QCOMPARE(found.value["api"]["paths"].items().front()["binding"].text(), std::string("RoleBinding/data/web-reads"));
        QVERIFY(!found.value["api"]["token"].asBoolean());
        QVERIFY2(found.err.find("mounts no token") != std::string::npos, found.err.c_str());
        QCOMPARE(found.value["network"]["verdict"].text(), std::string("blocked-if-enforced"));
        QCOMPARE(joined(found.value["network"]["policies"]), std::string("NetworkPolicy/data/closed"));
        QCOMPARE(joined(found.value["network"]["endpoints"]), std::string("10.0.0.9:5432"));
    }

    void aServiceIsReadByItselfAndReachedThroughItsPods()
    {
        const Outcome found = ask({"reach", "shop/web", "services/data/db:5432"});
        QCOMPARE(found.value["api"]["decision"].text(), std::string("no-opinion"));
        QVERIFY(!found.value["api"]["nearMisses"].items().empty());
        QCOMPARE(found.value["network"]["dns"].items().front().text(), std::string("db.data.svc.cluster.local"));
        QCOMPARE(joined(found.value["network"]["endpoints"]), std::string("10.0.0.9:5432"));
    }

    void aRequestLiesInTheNamespaceThatIsNamedElseInThePods_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<std::string>("decision");
        const auto row = [](const char *name, QStringList words, const char *decision) { QTest::newRow(name) << words << std::string(decision); };
        row("named", {QStringLiteral("list pods"), QStringLiteral("-n"), QStringLiteral("data")}, "allow");
        row("as two words", {QStringLiteral("list"), QStringLiteral("pods"), QStringLiteral("-n"), QStringLiteral("data")}, "allow");
        row("the pod's", {QStringLiteral("list pods")}, "no-opinion");
        row("everywhere", {QStringLiteral("list pods"), QStringLiteral("-A")}, "no-opinion");
    }

    void aRequestLiesInTheNamespaceThatIsNamedElseInThePods()
    {
        QFETCH(QStringList, words);
        QFETCH(std::string, decision);
        std::vector<std::string> all = {"reach", "shop/web"};
        for (const QString &word : words)
            all.push_back(word.toStdString());
        const Outcome found = ask(all);
        QCOMPARE(found.value["api"]["decision"].text(), decision);
        QCOMPARE(found.value["network"]["verdict"].text(), std::string("unknown"));
    }

    void wordsThatNameNothingAreMisuse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const auto row = [](const char *words, int code) { QTest::newRow(words) << QString::fromUtf8(words).split(u' ') << code; };
        row("identity", 2);
        row("identity web", 2);
        row("identity shop/", 2);
        row("identity shop/web more", 2);
        row("identity shop/lost", 1);
        row("reach shop/web", 2);
        row("reach shop/web list", 2);
        row("reach shop/web pods/data", 2);
        row("reach shop/web pods/data/db/x", 2);
        row("reach shop/web services/data/db:", 2);
        row("reach shop/web services/data/lost", 1);
        row("reach shop/lost pods/data/db", 1);
    }

    void wordsThatNameNothingAreMisuse()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        std::vector<std::string> all;
        for (const QString &word : words)
            all.push_back(word.toStdString());
        const Outcome found = ask(all);
        QCOMPARE(found.code, code);
        QVERIFY(found.out.empty() && !found.err.empty());
        if (code == 1)
            QVERIFY2(found.err.ends_with("\"lost\" not found\n"), found.err.c_str());
    }
};

QTEST_GUILESS_MAIN(RbacPodTest)
#include "RbacPodTest.moc"
