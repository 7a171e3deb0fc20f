#include "tests/unit/headless/RbacAsking.h"

using asking::joined;
using asking::keys;
using asking::Outcome;
using asking::Value;

namespace {

constexpr const char *objects = R"(
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
rules: [{apiGroups: [''], resources: [pods, pods/log], verbs: [get, list]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: front, namespace: shop}, {kind: Group, apiGroup: rbac.authorization.k8s.io, name: dev}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: part, labels: {into: all}}
rules: [{apiGroups: [''], resources: [nodes], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: all}
aggregationRule: {clusterRoleSelectors: [{matchLabels: {into: all}}]}
rules: [{apiGroups: [''], resources: [nodes], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: everybody}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: all}
subjects: [{kind: Group, apiGroup: rbac.authorization.k8s.io, name: 'system:serviceaccounts'}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: urls}
rules: [{nonResourceURLs: [/metrics], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: scraper}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: urls}
subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: ann}]
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec: {serviceAccountName: front, containers: [{name: c}]}
status: {phase: Running}
)";

std::string compact(const Value &value)
{
    return QString::fromStdString(text::writeJson(value)).replace(u'"', u'\'').toStdString();
}

} // namespace

/// Questions about what is: can-i, explain, who-can and check, from files as the whole truth.
class RbacAnswersTest : public QObject
{
    Q_OBJECT

    asking::Files m_files;

private Q_SLOTS:
    void initTestCase() { m_files.write("objects.yaml", objects); }

    void canIAnswersWithADecisionAndAnExitCode_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("decision");
        const auto row = [](const char *words, int code, const char *decision) { QTest::newRow(words) << QString::fromLatin1(words) << code << QString::fromLatin1(decision); };
        row("can-i list pods -n shop --sa shop/front", 0, "allow");
        row("can-i list po -n shop --sa shop/front", 0, "allow");
        row("can-i get pods/web -n shop --sa shop/front --subresource log", 0, "allow");
        row("can-i get pods web -n shop --as ann --as-group dev", 0, "allow");
        row("can-i list pods -n other --sa shop/front", 1, "no-opinion");
        row("can-i list pods -A --sa shop/front", 1, "no-opinion");
        row("can-i delete pods -n shop --sa shop/front", 1, "no-opinion");
        row("can-i get nodes n1 -n shop --sa other/x", 0, "allow");
        row("can-i get nodes n1 --as system:serviceaccount:other:x", 1, "no-opinion");
        row("can-i get nodes n1 --as system:serviceaccount:other:x --implied-groups", 0, "allow");
        row("can-i get nodes n1 --sa other/x --implied-groups=false", 1, "no-opinion");
        row("can-i get /metrics --as ann", 0, "allow");
        row("can-i get /metrics --sa shop/front", 1, "no-opinion");
        row("can-i delete nodes --as root --as-group system:masters", 0, "allow");
        row("can-i delete nodes --as root --as-group system:masters --rbac-only", 1, "no-opinion");
        row("can-i get secrets -n shop --as system:node:n1 --as-group system:nodes", 1, "unknown");
        row("can-i get secrets -n shop --as system:node:n1 --as-group system:nodes --rbac-only", 1, "no-opinion");
        row("can-i get things.example.com x -n shop --as ann", 1, "no-opinion");
    }

    void canIAnswersWithADecisionAndAnExitCode()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        QFETCH(QString, decision);
        const Outcome found = m_files.ask(words);
        QCOMPARE(found.code, code);
        QCOMPARE(QString::fromStdString(found.value["decision"].text()), decision);
        QCOMPARE(keys(found.value), std::string("decision reason paths nearMisses carrier"));
    }

    void canITellsTheWaysAndWhatCarriesThem()
    {
        const Value allowed = m_files.ask(QStringLiteral("can-i get nodes n1 --sa shop/front")).value;
        QCOMPARE(compact(allowed["paths"]), std::string("[{'subject':'Group/system:serviceaccounts','binding':'ClusterRoleBinding/everybody','role':'ClusterRole/all','rule':0,'from':['ClusterRole/part']}]"));
        QCOMPARE(allowed["carrier"].text(), std::string("ClusterRoleBinding/everybody"));
        QVERIFY(allowed["nearMisses"].items().empty());
        const Value twice = m_files.ask(QStringLiteral("can-i list pods -n shop --sa shop/front --as-group dev")).value;
        QCOMPARE(twice["paths"].items().size(), std::size_t(2));
        const Value refused = m_files.ask(QStringLiteral("can-i list pods -n other --sa shop/front")).value;
        QVERIFY(refused["paths"].items().empty() && refused["carrier"].isNull());
        const Value &miss = refused["nearMisses"].items().front();
        QCOMPARE(keys(miss), std::string("binding role failed message"));
        QCOMPARE(miss["binding"].text() + ' ' + miss["role"].text() + ' ' + miss["failed"].text(), std::string("RoleBinding/shop/readers Role/shop/reader namespace"));
    }

    void canISpeaksToPeopleOnStandardError_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("hint");
        QTest::newRow("a subresource as a name") << "can-i get pods log -n shop --sa shop/front" << "--subresource log";
        QTest::newRow("not namespaced") << "can-i get nodes -n shop --sa shop/front" << "not namespace scoped";
        QTest::newRow("an unknown resource") << "can-i get things -n shop --sa shop/front" << "doesn't have a resource type";
        QTest::newRow("a path of the API") << "can-i get /api/v1/pods --as ann" << "list pods in the whole cluster";
        QTest::newRow("nothing to say") << "can-i list pods -n shop --sa shop/front" << "";
    }

    void canISpeaksToPeopleOnStandardError()
    {
        QFETCH(QString, words);
        QFETCH(QString, hint);
        const std::string err = m_files.ask(words).err;
        QVERIFY2(hint.isEmpty() ? err.empty() : err.find(hint.toStdString()) != err.npos, err.c_str());
    }

    void aRefusalThatIsPastedIsTheSameQuestion()
    {
        const std::string message = m_files.write("refusal.txt", "Error from server (Forbidden): pods is forbidden: User \"system:serviceaccount:shop:front\" cannot list resource \"pods\" in API group \"\" in the namespace \"other\"\n");
        const Outcome found = m_files.ask({"can-i", "--message", message});
        QCOMPARE(found.code, 1);
        QCOMPARE(text::writeJson(found.value), text::writeJson(m_files.ask(QStringLiteral("can-i list pods -n other --sa shop/front")).value));
        const Outcome none = m_files.ask({"can-i", "--message", m_files.write("other.txt", "pods \"x\" not found\n")});
        QVERIFY(none.code == 1 && none.out.empty() && none.err.starts_with("error: no refusal"));
        QCOMPARE(m_files.ask({"can-i", "--message", "/nowhere/at/all"}).code, 1);
        QCOMPARE(m_files.ask({"can-i", "list", "pods", "--message", message}).code, 2);
        QCOMPARE(m_files.ask({"fix", "--message", message}).out, m_files.ask(QStringLiteral("fix list pods -n other --sa shop/front")).out);
    }

    void aRefusalOfSomethingElseIsSaidToBeOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("escalation") << "roles.rbac.authorization.k8s.io \"r\" is forbidden: user \"bob\" (groups=[\"dev\"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[\"\"]}"
                                    << "ask what-if --change";
        QTest::newRow("Pod Security") << "pods \"web\" is forbidden: violates PodSecurity \"restricted:latest\": runAsNonRoot != true" << "Pod Security refused";
        QTest::newRow("nothing") << "pods \"x\" not found" << "no refusal was found";
    }

    void aRefusalOfSomethingElseIsSaidToBeOne()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const Outcome found = m_files.ask({"can-i", "--message", m_files.write("other.txt", text.toStdString())});
        QCOMPARE(found.code, 1);
        QVERIFY2(QString::fromStdString(found.err).contains(words), found.err.c_str());
    }

    void theGroupsOfAnonymousNeedNoName()
    {
        const auto ask = [this](const char *user) {
            return m_files.ask({"can-i", "--message", m_files.write("other.txt", std::string("forbidden: User \"") + user + "\" cannot get path \"/metrics\"")}).err;
        };
        QVERIFY(ask("ann").find("--as-group") != std::string::npos);
        QCOMPARE(ask("system:anonymous").find("--as-group"), std::string::npos);
    }

    void explainListsEveryRight()
    {
        const Outcome found = m_files.ask(QStringLiteral("explain --sa shop/front"));
        QCOMPARE(found.code, 0);
        QStringList rights;
        for (const Value &right : found.value.items()) {
            QCOMPARE(keys(right), std::string("verb apiGroup resource subresource names url namespace subject binding role rule"));
            rights << QString::fromStdString(right["verb"].text() + ' ' + right["resource"].text() + '/' + right["subresource"].text() + '@' + right["namespace"].text());
        }
        rights.sort();
        QCOMPARE(rights.join(QLatin1Char(' ')), QStringLiteral("get nodes/@ get pods/@shop get pods/log@shop list pods/@shop list pods/log@shop"));
        QCOMPARE(m_files.ask(QStringLiteral("explain --as ann")).value.items().front()["url"].text(), std::string("/metrics"));
        QCOMPARE(m_files.ask(QStringLiteral("explain --as nobody")).out, std::string("[]\n"));
        QCOMPARE(m_files.ask(QStringLiteral("explain pods --as ann")).code, 2);
    }

    void explainSaysWhatNoRuleGives()
    {
        const auto said = [this](const char *words) { return m_files.ask(QString::fromLatin1(words)).err; };
        QVERIFY(said("explain --as root --as-group system:masters").find("may do everything") != std::string::npos);
        QVERIFY(said("explain --as system:node:n1 --as-group system:nodes").find("the Node authorizer allows system:node:n1 more") != std::string::npos);
        QVERIFY(said("explain --as root --as-group system:masters --rbac-only").empty() && said("explain --as nobody").empty());
    }

    void whoCanNamesTheHoldersAndTheirPods()
    {
        const Outcome found = m_files.ask(QStringLiteral("who-can list pods -n shop"));
        QCOMPARE(found.code, 0);
        QStringList holders;
        for (const Value &holder : found.value.items()) {
            QCOMPARE(keys(holder), std::string("subject how scope binding role rule pods"));
            holders << QString::fromStdString(holder["subject"].text() + ' ' + holder["how"].text() + ' ' + holder["scope"].text() + ' ' + joined(holder["pods"]));
        }
        holders.sort();
        QCOMPARE(holders.join(QLatin1Char('|')), QStringLiteral("Group/dev group namespace |Group/system:masters system:masters cluster |ServiceAccount/shop/front direct namespace Pod/shop/web"));
        QCOMPARE(m_files.ask(QStringLiteral("who-can list pods -n shop --rbac-only")).value.items().size(), std::size_t(2));
        QCOMPARE(m_files.ask(QStringLiteral("who-can list pods -n other --rbac-only")).value.items().size(), std::size_t(0));
        QCOMPARE(m_files.ask(QStringLiteral("who-can list pods -A --rbac-only")).value.items().size(), std::size_t(2));
        const Value nodes = m_files.ask(QStringLiteral("who-can get nodes --rbac-only")).value;
        QCOMPARE(nodes.items().front()["how"].text(), std::string("implied-group"));
        QCOMPARE(m_files.ask(QStringLiteral("who-can get /metrics --rbac-only")).value.items().front()["subject"].text(), std::string("User/ann"));
        QCOMPARE(m_files.ask(QStringLiteral("who-can list")).code, 2);
    }

    void checkAnswersInOrderAndTakesNamesLiterally()
    {
        const std::string requests = m_files.write("requests.json", R"([
            {"user":"system:serviceaccount:shop:front","groups":[],"verb":"list","apiGroup":"","resource":"pods","subresource":"","name":"","namespace":"shop","nonResourceURL":""},
            {"user":"system:serviceaccount:shop:front","groups":[],"verb":"list","apiGroup":"","resource":"po","namespace":"shop"},
            {"user":"system:serviceaccount:shop:front","groups":[],"verb":"get","resource":"nodes","name":"n1","namespace":""},
            {"user":"system:serviceaccount:shop:front","groups":["system:serviceaccounts"],"verb":"get","resource":"nodes","name":"n1","namespace":"anything"},
            {"user":"ann","groups":[],"verb":"get","nonResourceURL":"/metrics"},
            {"user":"root","groups":["system:masters"],"verb":"*","apiGroup":"*","resource":"*"}])");
        const auto decisions = [&](std::vector<std::string> words) {
            words.insert(words.begin(), {"check", "--requests", requests});
            QStringList out;
            const Outcome found = m_files.ask(words);
            for (const Value &row : found.value.items())
                out << QString::fromStdString(row["decision"].text());
            return out.join(QLatin1Char(' '));
        };
        QCOMPARE(decisions({}), QStringLiteral("allow no-opinion no-opinion allow allow allow"));
        QCOMPARE(decisions({"--implied-groups"}), QStringLiteral("allow no-opinion allow allow allow allow"));
        QCOMPARE(decisions({"--rbac-only"}), QStringLiteral("allow no-opinion no-opinion allow allow no-opinion"));
        QCOMPARE(keys(m_files.ask({"check", "--requests", requests}).value.items().front()), std::string("decision reason"));
    }

    void checkLooksAtNothingThatRbacDoesNotSee()
    {
        const auto decision = [&](const std::string &more) {
            return m_files.ask({"check", "--requests", m_files.write("one.json", R"([{"user":"ann","groups":["dev"],"verb":"list","resource":"pods","namespace":"shop")" + more + "}]")}).value.items().front()["decision"].text();
        };
        QCOMPARE(decision(""), std::string("allow"));
        // The uid, the extra, the version and the selectors of a request change nothing (S6).
        QCOMPARE(decision(R"(,"uid":"7","extra":{"scopes":["none"]},"version":"v9","labelSelector":"a=b","fieldSelector":"metadata.name=x","readOnly":true)"), std::string("allow"));
    }

    void checkRefusesWhatAreNoRequests()
    {
        QCOMPARE(m_files.ask(QStringLiteral("check")).code, 2);
        for (const char *content : {"", "{}", "[1", "no json"}) {
            const Outcome found = m_files.ask({"check", "--requests", m_files.write("bad.json", content)});
            QVERIFY2(found.code == 1 && found.out.empty() && !found.err.empty(), content);
        }
    }

    void misuseIsToldWithTheUsage_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"can-i", "can-i list", "can-i list pods --sa front", "can-i list pods --as ann --sa shop/front", "can-i list pods", "explain", "explain --sa shop/front --sa shop/other", "nonsense", "who-can get /metrics x"})
            QTest::newRow(words) << QString::fromLatin1(words);
    }

    void misuseIsToldWithTheUsage()
    {
        QFETCH(QString, words);
        const Outcome found = m_files.ask(words);
        QCOMPARE(found.code, 2);
        QVERIFY2(found.out.empty() && found.err.find("Usage: wheelhouse rbac") != found.err.npos, found.err.c_str());
    }

    void whatNoServerWouldStoreIsToldAndJudgedAllTheSame()
    {
        const asking::Files files;
        files.write("objects.yaml", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: r}\nsubjects: [{kind: Robot, name: x}, {kind: User, name: ann}]\n"
                                    "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules: [{apiGroups: [''], resources: [pods], verbs: [get]}]\n");
        const Outcome found = files.ask(QStringLiteral("can-i get pods x -n a --as ann"));
        QCOMPARE(found.code, 0);
        QVERIFY2(found.err.find("ClusterRoleBinding/b: subjects[0].kind") != found.err.npos, found.err.c_str());   // S55
    }
};

QTEST_GUILESS_MAIN(RbacAnswersTest)
#include "RbacAnswersTest.moc"
