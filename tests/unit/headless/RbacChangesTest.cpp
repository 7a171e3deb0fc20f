#include "tests/unit/headless/RbacAsking.h"

#include <algorithm>

using asking::joined;
using asking::keys;
using asking::Outcome;
using asking::Value;

namespace {

constexpr const char *objects = R"(
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
rules: [{apiGroups: [''], resources: [pods], verbs: [get, list]}, {apiGroups: [''], resources: [pods], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: front, namespace: shop}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: everything}
rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}, {nonResourceURLs: ['*'], verbs: ['*']}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: boss}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: everything}
subjects: [{kind: ServiceAccount, name: boss, namespace: shop}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: gone, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: gone}
subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: ann}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: exec, namespace: shop}
rules: [{apiGroups: [''], resources: [pods/exec], verbs: [create]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: exec, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: exec}
subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: bob}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: front, namespace: shop}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: boss, namespace: shop}
---
apiVersion: v1
kind: Pod
metadata: {name: control, namespace: shop}
spec: {serviceAccountName: boss, nodeName: n1, containers: [{name: c}]}
status: {phase: Running}
)";

constexpr const char *secretsForFront = R"(
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
rules: [{apiGroups: [''], resources: [secrets], verbs: [list]}]
)";

std::vector<std::string> words(std::initializer_list<const char *> list)
{
    return {list.begin(), list.end()};
}

} // namespace

/// Questions about what could be: what-if, fix, unused, risks, paths and graph, from files as the whole truth.
class RbacChangesTest : public QObject
{
    Q_OBJECT

    asking::Files m_files;

    Outcome whatIf(std::vector<std::string> more) const
    {
        more.insert(more.begin(), {"what-if", "-n", "shop"});
        return m_files.ask(std::move(more));
    }

private Q_SLOTS:
    void initTestCase() { m_files.write("objects.yaml", objects); }

    void whatIfTellsWhatIsGainedAndLost()
    {
        const Outcome found = whatIf({"--change", m_files.write("change.yaml", secretsForFront)});
        QCOMPARE(found.code, 0);
        QCOMPARE(keys(found.value), std::string("gained lost newRisks goneRisks mayApply missing"));
        const Value &gain = found.value["gained"].items().front();
        QCOMPARE(keys(gain), std::string("verb apiGroup resource subresource names url namespace subject binding role rule identity"));
        QCOMPARE(gain["verb"].text() + ' ' + gain["resource"].text() + '@' + gain["namespace"].text() + ' ' + gain["identity"].text(), std::string("list secrets@shop ServiceAccount/shop/front"));
        QCOMPARE(found.value["gained"].items().size(), std::size_t(1));
        QCOMPARE(found.value["lost"].items().size(), std::size_t(3));   // a right for each rule that gives it
        QCOMPARE(found.value["newRisks"].items().front()["id"].text(), std::string("R09"));
        QVERIFY(found.value["goneRisks"].items().empty() && found.value["missing"].items().empty());
        QCOMPARE(found.value["mayApply"].text(), std::string("unknown"));   // of files nobody is the viewer
    }

    void whatIfWarnsOfWhatNoServerWouldStore()
    {
        const std::string change = m_files.write("flawed.yaml", R"({apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: empty, namespace: shop}, rules: [{apiGroups: [''], resources: [pods]}]})");
        const Outcome found = whatIf({"--change", change});
        QCOMPARE(found.code, 0);
        QVERIFY2(found.err.find("Warning: no server would store Role/shop/empty: rules[0].verbs: ") != std::string::npos, found.err.c_str());
    }

    void whatIfSaysWhetherSomebodyMayApplyIt()
    {
        const std::string change = m_files.write("change.yaml", secretsForFront);
        QCOMPARE(whatIf({"--change", change, "--sa", "shop/boss"}).value["mayApply"].text(), std::string("yes"));
        const Value front = whatIf({"--change", change, "--sa", "shop/front"}).value;
        QCOMPARE(front["mayApply"].text(), std::string("no"));
        QStringList missing;
        for (const Value &right : front["missing"].items())
            missing << QString::fromStdString(right["verb"].text() + ' ' + right["resource"].text());
        missing.sort();
        QCOMPARE(missing.join(QLatin1Char(' ')), QStringLiteral("list secrets patch roles"));
    }

    void whatIfDeletesByReferenceOrFile()
    {
        const Value byReference = whatIf({"--delete", "RoleBinding/shop/readers"}).value;
        QCOMPARE(byReference["lost"].items().size(), std::size_t(3));
        QCOMPARE(text::writeJson(whatIf({"--delete", "RoleBinding/readers"}).value), text::writeJson(byReference));
        const std::string file = m_files.write("delete.yaml", "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: readers, namespace: shop}\nroleRef: {kind: Role, name: reader}\n");
        QCOMPARE(text::writeJson(whatIf({"--delete", file}).value), text::writeJson(byReference));
        const Value gone = whatIf({"--delete", "ClusterRoleBinding/boss"}).value;
        QVERIFY(std::ranges::any_of(gone["goneRisks"].items(), [](const Value &risk) { return risk["id"].text() == "R01"; }));
    }

    void aDeletionOfNothingIsSaid()
    {
        const Outcome slipped = whatIf({"--delete", "RoleBinding/shop/reader"});
        QCOMPARE(slipped.code, 0);
        QVERIFY2(slipped.err.find("RoleBinding/shop/reader is not there") != std::string::npos, slipped.err.c_str());
        QVERIFY(whatIf({"--delete", "RoleBinding/shop/readers"}).err.empty());
    }

    void anAccountThatComesWithItsBindingIsThere()
    {
        const std::string bindingToNew = "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: fresh, namespace: shop}\n"
                                         "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}\nsubjects: [{kind: ServiceAccount, name: fresh, namespace: shop}]\n";
        const auto newRisks = [](const Outcome &found) {
            QStringList out;
            for (const Value &risk : found.value["newRisks"].items())
                out << QString::fromStdString(risk["id"].text());
            return out;
        };
        const Outcome alone = whatIf({"--change", m_files.write("alone.yaml", bindingToNew)});
        QVERIFY(newRisks(alone).contains(QStringLiteral("R64")) && alone.err.empty());
        const Outcome both = whatIf({"--change", m_files.write("both.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: fresh, namespace: shop}\n---\n" + bindingToNew)});
        QVERIFY(!newRisks(both).contains(QStringLiteral("R64")));
        QVERIFY2(both.err.find("ServiceAccount fresh is no object of access") != std::string::npos, both.err.c_str());
    }

    void whatIfWithoutAChangeIsMisuse()
    {
        QCOMPARE(whatIf({}).code, 2);
        QCOMPARE(whatIf({"--delete", "Role/"}).code, 2);
        QCOMPARE(whatIf({"--change", "/nowhere/at/all.yaml"}).code, 1);
    }

    void fixOffersTheSmallestFirst()
    {
        const Outcome found = m_files.ask(words({"fix", "list", "secrets", "-n", "shop", "--sa", "shop/front"}));
        QCOMPARE(found.code, 0);
        QStringList kinds;
        std::int64_t rank = 0;
        for (const Value &fix : found.value.items()) {
            QCOMPARE(keys(fix), std::string("rank kind yaml whatIf"));
            QCOMPARE(keys(fix["whatIf"]), std::string("gained lost newRisks goneRisks mayApply missing"));
            QCOMPARE(fix["rank"].asInteger(), ++rank);
            kinds << QString::fromStdString(fix["kind"].text());
            const std::string file = m_files.write("fix.yaml", fix["yaml"].text());
            const Value effect = whatIf({"--change", file}).value;
            QCOMPARE(text::writeJson(effect["gained"]), text::writeJson(fix["whatIf"]["gained"]));
            QVERIFY(!effect["gained"].items().empty() && effect["lost"].items().empty());
        }
        QCOMPARE(kinds.join(QLatin1Char(' ')), QStringLiteral("extend-role role+rolebinding clusterrole+rolebinding clusterrolebinding"));
        QCOMPARE(m_files.ask(words({"fix", "list", "pods", "-n", "shop", "--sa", "shop/front"})).out, std::string("[]\n"));   // it is allowed
        const std::string plain = m_files.ask(words({"fix", "list", "secrets", "-n", "shop", "--sa", "shop/front", "-o", "yaml"})).out;
        QVERIFY2(plain.find("  yaml: |\n") != std::string::npos && plain.find("\n    kind: RoleBinding\n") != std::string::npos, plain.c_str());
        QCOMPARE(m_files.ask(words({"fix", "list", "secrets", "-n", "shop"})).code, 2);
        QCOMPARE(m_files.ask(words({"fix", "--sa", "shop/front"})).code, 2);
    }

    void unusedNamesWhatCouldGo()
    {
        const auto rows = [](const Outcome &found) {
            QStringList out;
            for (const Value &row : found.value.items())
                out << QString::fromStdString(row["kind"].text() + ' ' + row["object"].text() + ' ' + (row["rule"].isNull() ? "-" : row["rule"].text()) + ' ' + row["by"].text());
            out.sort();
            return out.join(QLatin1Char('|'));
        };
        const Outcome found = m_files.ask(words({"unused"}));
        QCOMPARE(found.code, 0);
        QCOMPARE(keys(found.value.items().front()), std::string("kind object rule by"));
        QCOMPARE(rows(found), QStringLiteral("covered-rule Role/shop/reader 1 Role/shop/reader|dangling-role RoleBinding/shop/gone - Role/shop/gone"));
        const std::string log = m_files.write("audit.log", R"({"kind":"Event","stage":"ResponseComplete","verb":"list","user":{"username":"system:serviceaccount:shop:front"},"objectRef":{"resource":"pods","namespace":"shop"}})"
                                                           "\n");
        QVERIFY(rows(m_files.ask({"unused", "--audit", log})).contains(QStringLiteral("never-used Role/shop/exec 0 ")));
        const Outcome none = m_files.ask({"unused", "--audit", m_files.write("empty.log", "nothing\n")});
        QVERIFY(none.code == 1 && none.out.empty() && none.err.find("no audit event") != none.err.npos);
    }

    void risksAreRowsInEveryFormat()
    {
        const Outcome found = m_files.ask(words({"risks"}));
        QCOMPARE(found.code, 0);
        const auto isAdmin = [](const Value &risk) {
            return risk["id"].text() == "R01" && risk["severity"].text() == "crit" && risk["subject"].text() == "ServiceAccount/shop/boss" && risk["scope"].text() == "cluster"
                && risk["binding"].text() == "ClusterRoleBinding/boss" && risk["role"].text() == "ClusterRole/everything" && risk["rule"].text() == "0";
        };
        QVERIFY(std::ranges::any_of(found.value.items(), isAdmin));
        for (const Value &risk : found.value.items())
            QCOMPARE(keys(risk), std::string("id severity subject scope binding role rule"));
        QCOMPARE(text::writeJson(found.value, text::JsonStyle::Indented) + '\n', found.out);   // rows are written one by one, but as one answer
        const Outcome yaml = m_files.ask(words({"risks", "-o", "yaml"}));
        QCOMPARE(std::ranges::count(yaml.out, '\n'), static_cast<std::ptrdiff_t>(found.value.items().size() * 7));
        QVERIFY(yaml.out.starts_with("- "));
        const asking::Files nothing;
        nothing.write("objects.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");
        QCOMPARE(nothing.ask(words({"risks"})).out, std::string("[]\n"));
        QCOMPARE(nothing.ask(words({"risks", "-o", "yaml"})).out, std::string("[]\n"));
    }

    void pathsLeadToTheTargetAndTellTheCut()
    {
        const Outcome found = m_files.ask(words({"paths", "--as", "bob", "--to", "cluster-admin"}));
        QCOMPARE(found.code, 0);
        const Value &path = found.value.items().front();
        QCOMPARE(keys(path), std::string("steps cut"));
        QStringList steps;
        for (const Value &step : path["steps"].items()) {
            QCOMPARE(keys(step), std::string("edge from to binding rule"));
            steps << QString::fromStdString(step["edge"].text() + '>' + step["to"].text());
        }
        QCOMPARE(steps.join(QLatin1Char(' ')), QStringLiteral("R27>Pod/shop/control runs-as>ServiceAccount/shop/boss R01>cluster-admin"));
        QCOMPARE(path["cut"].items().size(), std::size_t(1));
        QCOMPARE(m_files.ask(words({"paths", "--as", "ann", "--to", "cluster-admin"})).out, std::string("[]\n"));
        QCOMPARE(m_files.ask(words({"paths", "--as", "bob", "--to", "everything"})).code, 2);
        QCOMPARE(m_files.ask(words({"paths", "--as", "bob"})).code, 2);
        QCOMPARE(m_files.ask(words({"paths", "--to", "node"})).code, 2);
    }

    void graphIsDataOrADrawing()
    {
        const Outcome found = m_files.ask(words({"graph", "--sa", "shop/boss", "--sa", "shop/front"}));
        QCOMPARE(found.code, 0);
        QCOMPARE(keys(found.value), std::string("nodes edges matrix"));
        QStringList ids;
        for (const Value &node : found.value["nodes"].items()) {
            QCOMPARE(keys(node), std::string("id kind name namespace implied stack clusterWide state folded risks"));
            ids << QString::fromStdString(node["id"].text());
        }
        for (const char *id : {"Pod/shop/control", "ServiceAccount/shop/boss", "ServiceAccount/shop/front", "Group/system:serviceaccounts", "ClusterRoleBinding/boss", "RoleBinding/shop/readers", "ClusterRole/everything", "Role/shop/reader", "Namespace/*", "Namespace/shop"})
            QVERIFY2(ids.contains(QLatin1String(id)), id);
        for (const Value &edge : found.value["edges"].items()) {
            QCOMPARE(keys(edge), std::string("from to kind implied"));
            QVERIFY(ids.contains(QString::fromStdString(edge["from"].text())) && ids.contains(QString::fromStdString(edge["to"].text())));
        }
        QCOMPARE(keys(found.value["matrix"].items().front()), std::string("verb apiGroup resource subresource names url namespace subject binding role rule"));
        QVERIFY(m_files.ask(words({"graph", "--sa", "shop/boss", "-o", "svg"})).out.starts_with("<svg"));
        QVERIFY(m_files.ask(words({"graph", "--sa", "shop/boss", "-o", "dot"})).out.starts_with("digraph"));
        QCOMPARE(m_files.ask(words({"graph"})).code, 2);
    }
};

QTEST_GUILESS_MAIN(RbacChangesTest)
#include "RbacChangesTest.moc"
