#include "models/rbac/Flaws.h"

#include "tests/unit/rbac/AccessSamples.h"

using namespace rbac;
using samples::account;
using samples::binding;
using samples::group;
using samples::role;
using samples::user;

/// What the server would not store, though files may hold it: S55 and S58.
class FlawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheServerWouldNotStoreIsFlagged_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("fields");
        const auto row = [](const char *name, const std::string &object, const char *fields) { QTest::newRow(name) << QString::fromStdString(object) << QString::fromLatin1(fields); };
        const auto withKind = [](const std::string &subject) { return binding("/b", "ClusterRole/r", subject); };
        row("S55 a sound role", role("Role", "a/r", "{verbs: [get], apiGroups: [''], resources: [pods]}"), "");
        row("S55 a sound ClusterRole of URLs", role("ClusterRole", "/r", "{verbs: [get], nonResourceURLs: [/x]}"), "");
        row("S55 no verbs", role("Role", "a/r", "{apiGroups: [''], resources: [pods]}"), "rules[0].verbs");
        row("S55 no groups", role("Role", "a/r", "{verbs: [get], resources: [pods]}"), "rules[0].apiGroups");
        row("S55 no resources", role("ClusterRole", "/r", "{verbs: [get], apiGroups: ['']}"), "rules[0].resources");
        row("S55 nothing at all", role("Role", "a/r", "{}"), "rules[0].apiGroups rules[0].resources rules[0].verbs");
        row("S55 URLs in a Role", role("Role", "a/r", "{verbs: [get], nonResourceURLs: [/x]}"), "rules[0].nonResourceURLs");
        row("S55 URLs beside resources", role("ClusterRole", "/r", "{verbs: [get], nonResourceURLs: [/x], resources: [pods]}"), "rules[0].nonResourceURLs");
        row("S55 the second rule", role("Role", "a/r", "{verbs: [get], apiGroups: [''], resources: [pods]}, {verbs: [get], apiGroups: ['']}"), "rules[1].resources");
        row("S55 a slash in a name", role("Role", "a/r%2f", ""), "metadata.name");
        row("S58 no selectors", "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\naggregationRule: {clusterRoleSelectors: []}\n", "aggregationRule.clusterRoleSelectors");
        row("S58 an empty selector", "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\naggregationRule: {clusterRoleSelectors: [{}]}\n", "");
        row("S55 a sound binding", binding("a/b", "Role/r", user("ann") + ", " + group("x") + ", " + account("a", "ci")), "");
        row("S55 groups that the defaults fill in", "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b, namespace: a}\nroleRef: {kind: Role, name: r}\nsubjects: [{kind: User, name: ann}]\n", "");
        row("S55 an unknown kind", withKind("{kind: user, name: ann}"), "subjects[0].kind");
        row("S55 a user of another group", withKind("{kind: User, apiGroup: v1, name: ann}"), "subjects[0].apiGroup");
        row("S55 an account with a group", withKind("{kind: ServiceAccount, apiGroup: rbac.authorization.k8s.io, namespace: a, name: ci}"), "subjects[0].apiGroup");
        row("S55 an account's name", withKind(account("a", "Ci")), "subjects[0].name");
        row("S55 an account's name with dots", withKind(account("a", "ci.x-1")), "");
        row("S55 an account's name of dots", withKind(account("a", "ci..x")), "subjects[0].name");
        row("S55 an account cluster-wide without a namespace", withKind("{kind: ServiceAccount, name: ci}"), "subjects[0].namespace");
        row("S55 an account in a RoleBinding without one", binding("a/b", "Role/r", "{kind: ServiceAccount, name: ci}"), "");
        row("S55 nobody", withKind("{kind: User, name: ''}"), "subjects[0].name");
        row("S55 a Role cluster-wide", binding("/b", "Role/r", user("ann")), "roleRef.kind");
        row("S55 an unknown kind of role", binding("a/b", "SuperRole/r", user("ann")), "roleRef.kind");
        row("S55 no role", binding("a/b", "Role/", user("ann")), "roleRef.name");
    }

    void whatTheServerWouldNotStoreIsFlagged()
    {
        QFETCH(QString, object);
        QFETCH(QString, fields);
        QStringList found;
        for (const Flaw &flaw : flawsOf(samples::inputs(object.toStdString()))) {
            found << QString::fromStdString(flaw.field);
            QVERIFY(!flaw.message.empty() && !flaw.object.kind.empty());
        }
        QCOMPARE(found.join(QLatin1Char(' ')), fields);
    }

    void flawedObjectsAreEvaluatedAllTheSame()
    {
        const Inputs inputs = samples::inputs(role("Role", "a/r", "{verbs: [get], apiGroups: [''], resources: [pods], nonResourceURLs: [/x]}") + binding("a/b", "Role/r", "{kind: User, apiGroup: v1, name: ann}, {kind: Robot, name: x}"));
        QCOMPARE(flawsOf(inputs).size(), std::size_t(4));
        QVERIFY(AccessEvaluator(inputs).allows({"ann", {}, {}}, samples::request("get /pods x@a")));   // S55
    }
};

QTEST_APPLESS_MAIN(FlawsTest)
#include "FlawsTest.moc"
