#include "models/rbac/ObservedUse.h"

#include "models/kube/BuiltinCatalog.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::group;
using samples::role;
using samples::user;

namespace {

constexpr const char *pods = "{verbs: [get, list], apiGroups: [''], resources: [pods]}";

QStringList found(const std::vector<Unused> &all)
{
    QStringList out;
    for (const Unused &one : all)
        out << QString::fromLatin1(unusedKindName(one.kind).data()) + QLatin1Char(' ') + QString::fromStdString(one.object.text()) + (one.rule ? QStringLiteral(" %1").arg(*one.rule) : QString())
                + (one.by.kind.empty() ? QString() : QStringLiteral(" by ") + QString::fromStdString(one.by.text()));
    return out;
}

QStringList unused(const std::string &yaml)
{
    Inputs inputs = samples::inputs(yaml);
    inputs.catalog = kube::builtinCatalog();
    return found(findUnused(AccessEvaluator(inputs), inputs));
}

} // namespace

/// What could go without anybody missing it.
class UnusedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleInsideAnotherOfItsRoleIsCovered()
    {
        QCOMPARE(unused(role("Role", "a/r", std::string(pods) + ", {verbs: [get], apiGroups: [''], resources: [pods]}") + binding("a/b", "Role/r", user("ann"))), QStringList{QStringLiteral("covered-rule Role/a/r 1 by Role/a/r")});
        QCOMPARE(unused(role("Role", "a/r", std::string(pods) + ", " + pods) + binding("a/b", "Role/r", user("ann"))), QStringList{QStringLiteral("covered-rule Role/a/r 1 by Role/a/r")});
    }

    void aBindingInsideAnotherIsCovered()
    {
        const std::string objects = role("ClusterRole", "/r", pods) + binding("/all", "ClusterRole/r", user("ann") + ", " + user("bob")) + binding("a/b", "ClusterRole/r", user("ann"));
        QCOMPARE(unused(objects), QStringList{QStringLiteral("covered-rule RoleBinding/a/b 0 by ClusterRoleBinding/all")});
        QVERIFY(unused(role("ClusterRole", "/r", pods) + binding("/all", "ClusterRole/r", user("bob")) + binding("a/b", "ClusterRole/r", user("ann"))).isEmpty());
    }

    void ofSeveralThatCoverItTheFirstByNameIsTold()
    {
        const std::string small = binding("a/z", "ClusterRole/r", user("ann"));
        const std::string one = binding("/x1", "ClusterRole/r", user("ann") + ", " + user("bob"));
        const std::string two = binding("/x2", "ClusterRole/r", user("ann") + ", " + user("carl"));
        for (const std::string &objects : {one + two + small, two + one + small, small + two + one})
            QCOMPARE(unused(role("ClusterRole", "/r", pods) + objects), QStringList{QStringLiteral("covered-rule RoleBinding/a/z 0 by ClusterRoleBinding/x1")});
    }

    void ofTwinsOneStays()
    {
        const std::string objects = role("Role", "a/r", pods) + binding("a/b1", "Role/r", user("ann")) + binding("a/b2", "Role/r", user("ann"));
        QCOMPARE(unused(objects), QStringList{QStringLiteral("covered-rule RoleBinding/a/b2 0 by RoleBinding/a/b1")});
    }

    void aClusterBindingForOneNamespaceIsWide()
    {
        const std::string sa = "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ci, namespace: a}\n";
        QCOMPARE(unused(sa + role("ClusterRole", "/r", pods) + binding("/b", "ClusterRole/r", account("a", "ci"))), QStringList{QStringLiteral("wide-binding ClusterRoleBinding/b by Namespace/a")});
        QVERIFY(unused(sa + role("ClusterRole", "/r", "{verbs: [get], apiGroups: [''], resources: [nodes]}") + binding("/b", "ClusterRole/r", account("a", "ci"))).isEmpty());
        QVERIFY(unused(role("ClusterRole", "/r", pods) + binding("/b", "ClusterRole/r", user("ann"))).isEmpty());
    }

    void whatLeadsNowhereIsFound()
    {
        QCOMPARE(unused(role("Role", "a/alone", pods)), QStringList{QStringLiteral("unused-role Role/a/alone")});
        QCOMPARE(unused(binding("a/b", "Role/gone", user("ann"))), QStringList{QStringLiteral("dangling-role RoleBinding/a/b by Role/a/gone")});
        QCOMPARE(unused(role("Role", "a/r", pods) + binding("a/b", "Role/r", account("a", "gone"))), QStringList{QStringLiteral("missing-subject RoleBinding/a/b by ServiceAccount/a/gone")});
    }

    void aBindingThatNamesNobodyIsFound()
    {
        QCOMPARE(unused(role("Role", "a/r", pods) + binding("a/b", "Role/r", "")), QStringList{QStringLiteral("missing-subject RoleBinding/a/b")});
        QCOMPARE(unused(role("Role", "a/r", pods) + binding("a/b", "Role/r", group("system:serviceaccount:a"))), QStringList{QStringLiteral("missing-subject RoleBinding/a/b by Group/system:serviceaccount:a")});   // S30
        QVERIFY(unused(role("Role", "a/r", pods) + binding("a/b", "Role/r", group("system:serviceaccounts:a"))).isEmpty());
    }

    void useTellsHowWideABindingMustBe_data()
    {
        QTest::addColumn<QStringList>("namespaces");
        QTest::addColumn<QString>("wide");
        QTest::newRow("never used") << QStringList() << "Namespace/a";
        QTest::newRow("at home") << QStringList{QStringLiteral("a"), QStringLiteral("a")} << "Namespace/a";
        QTest::newRow("somewhere else") << QStringList{QStringLiteral("b")} << "Namespace/b";
        QTest::newRow("in two places") << QStringList{QStringLiteral("a"), QStringLiteral("b")} << "";
        QTest::newRow("everywhere at once") << QStringList{QString()} << "";
    }

    void useTellsHowWideABindingMustBe()
    {
        QFETCH(QStringList, namespaces);
        QFETCH(QString, wide);
        Inputs inputs = samples::inputs("---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ci, namespace: a}\n" + role("ClusterRole", "/r", pods) + binding("/b", "ClusterRole/r", account("a", "ci")));
        inputs.catalog = kube::builtinCatalog();
        const AccessEvaluator evaluator(inputs);
        std::vector<ObservedRequest> requests;
        for (const QString &place : namespaces)
            requests.push_back({Identity::ofServiceAccount({"a", "ci"}), samples::request("list /pods @" + place.toStdString())});
        std::vector<Unused> rows = findUnused(evaluator, inputs);
        judgeWidthByUse(evaluator, requests, rows);
        QCOMPARE(found(rows), wide.isEmpty() ? QStringList() : QStringList{QStringLiteral("wide-binding ClusterRoleBinding/b by ") + wide});
    }

    void whatMayOnlyBeOutOfSightIsNotCalledMissing()
    {
        Inputs inputs = samples::inputs(binding("a/b", "Role/gone", account("a", "gone")) + role("Role", "b/alone", pods));
        for (const char *resource : {"roles", "serviceaccounts", "rolebindings"})
            inputs.unreadable.push_back({resource, {}, {}, {}});
        QVERIFY(findUnused(AccessEvaluator(inputs), inputs).empty());
    }

    void anAuditLogTellsWhatIsNeverUsed()
    {
        const AccessEvaluator evaluator(samples::inputs(role("Role", "a/r", std::string(pods) + ", {verbs: [create], apiGroups: [''], resources: [secrets]}, {verbs: [delete], apiGroups: [''], resources: [pods]}")
                                                        + binding("a/b", "Role/r", user("ann"))));
        const auto log = readAuditLog(R"({"kind":"Event","stage":"ResponseComplete","verb":"list","user":{"username":"ann","groups":["system:authenticated"]},"objectRef":{"resource":"pods","namespace":"a"}})"
                                      "\nnot json\n"
                                      R"({"kind":"Event","verb":"create","user":{"username":"root"},"impersonatedUser":{"username":"ann"},"objectRef":{"resource":"secrets","namespace":"a","name":"made"}})"
                                      "\n"
                                      R"({"kind":"Event","verb":"get","user":{"username":"ann"},"requestURI":"/metrics?x=1"})");
        QVERIFY(log && log->size() == 3);
        QCOMPARE(log->back().request.url, std::string("/metrics"));
        QCOMPARE(found(findNeverUsed(evaluator, *log)), QStringList{QStringLiteral("never-used Role/a/r 2")});
        QVERIFY(!readAuditLog("nothing\nhere"));
    }

    void anApplyThatMadeSomethingUsedCreateWithTheName()
    {
        const AccessEvaluator evaluator(samples::inputs(role("Role", "a/r", "{verbs: [create], apiGroups: [''], resources: [configmaps], resourceNames: [x]}, {verbs: [patch], apiGroups: [''], resources: [configmaps]}")
                                                        + binding("a/b", "Role/r", user("ann"))));
        const auto log = [](const char *code) {
            return *readAuditLog(std::string(R"({"kind":"Event","verb":"patch","user":{"username":"ann"},"responseStatus":{"code":)") + code + R"(},"objectRef":{"resource":"configmaps","namespace":"a","name":"x"}})");
        };
        QVERIFY(findNeverUsed(evaluator, log("201")).empty());   // S16
        QCOMPARE(found(findNeverUsed(evaluator, log("200"))), QStringList{QStringLiteral("never-used Role/a/r 0")});
    }
};

QTEST_APPLESS_MAIN(UnusedTest)
#include "UnusedTest.moc"
