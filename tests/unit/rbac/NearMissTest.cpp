#include "models/rbac/NearMiss.h"

#include "models/rbac/SubjectLikeness.h"
#include "tests/unit/rbac/AccessSamples.h"

using namespace rbac;
using samples::account;
using samples::binding;
using samples::group;
using samples::role;
using samples::user;

/// Why a request is refused: the classic cases, each with the part that fails.
class NearMissTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNearestMissNamesThePartThatFails_data()
    {
        QTest::addColumn<QString>("objects");
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("binding");
        QTest::addColumn<QString>("failed");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const std::string &objects, const char *request, const char *binding, const char *failed, const char *words) {
            QTest::newRow(name) << QString::fromStdString(objects) << QString::fromLatin1(request) << QString::fromLatin1(binding) << QString::fromLatin1(failed)
                                << QString::fromLatin1(words);
        };
        const auto rule = [](const char *text) { return role("ClusterRole", "/r", text); };
        const std::string pods = rule("{verbs: [get, list], apiGroups: [''], resources: [pods]}");
        const std::string ci = account("a", "ci");
        const auto noise = role("ClusterRole", "/everything", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}") + binding("/admins", "ClusterRole/everything", group("system:masters"));
        row("a binding in the source namespace", noise + pods + binding("a/b", "ClusterRole/r", ci), "list /pods @b", "RoleBinding/a/b", "namespace", "in namespace a only");
        row("a RoleBinding for the whole cluster", pods + binding("a/b", "ClusterRole/r", ci), "list /pods @", "RoleBinding/a/b", "namespace", "the whole cluster");
        row("a URL through a RoleBinding", rule("{verbs: [get], nonResourceURLs: [/metrics]}") + binding("a/b", "ClusterRole/r", ci), "get /metrics", "RoleBinding/a/b", "namespace", "never for URLs");
        row("an account without its namespace", noise + pods + binding("b/b", "ClusterRole/r", "{kind: ServiceAccount, name: ci}"), "list /pods @b", "RoleBinding/b/b", "subject", "means b/ci, not a/ci");
        row("cluster-wide without a namespace", noise + pods + binding("/b", "ClusterRole/r", "{kind: ServiceAccount, name: ci}"), "list /pods @b", "ClusterRoleBinding/b", "subject", "means nobody");
        row("S30 the singular group", noise + pods + binding("/b", "ClusterRole/r", group("system:serviceaccount:a")), "list /pods @b", "ClusterRoleBinding/b", "subject", "begins with system:serviceaccounts");
        row("a slip in a group", noise + pods + binding("/b", "ClusterRole/r", group("system:authenticatde")), "list /pods @b", "ClusterRoleBinding/b", "subject", "nearly \"system:authenticated\"");
        row("a user where an account is meant", noise + pods + binding("/b", "ClusterRole/r", user("a:ci")), "list /pods @b", "ClusterRoleBinding/b", "subject", "where ServiceAccount a/ci is meant");
        row("an unknown kind of subject", noise + pods + binding("/b", "ClusterRole/r", "{kind: serviceaccount, name: ci}"), "list /pods @b", "ClusterRoleBinding/b", "subject", "unknown kind");
        row("S46 pods without pods/log", noise + pods + binding("b/b", "ClusterRole/r", ci), "get /pods/log x@b", "RoleBinding/b/b", "subresource", "a subresource is named for itself");
        row("S48 pods/*", noise + rule("{verbs: [get], apiGroups: [''], resources: ['pods/*']}") + binding("b/b", "ClusterRole/r", ci), "get /pods/log x@b", "RoleBinding/b/b", "subresource", "no wildcard");
        row("S44 extensions for apps", noise + rule("{verbs: [get], apiGroups: [extensions], resources: [deployments]}") + binding("b/b", "ClusterRole/r", ci), "get apps/deployments x@b",
            "RoleBinding/b/b", "group", "extensions, not apps");
        row("S44 core for nothing", noise + rule("{verbs: [get], apiGroups: [core], resources: [pods]}") + binding("b/b", "ClusterRole/r", ci), "get /pods x@b", "RoleBinding/b/b", "group", "written as an empty text");
        row("S52 names with list", noise + rule("{verbs: [list], apiGroups: [''], resources: [secrets], resourceNames: [x]}") + binding("b/b", "ClusterRole/r", ci), "list /secrets @b",
            "RoleBinding/b/b", "name", "has no name");
        row("S52 another name", noise + rule("{verbs: [get], apiGroups: [''], resources: [secrets], resourceNames: [x]}") + binding("b/b", "ClusterRole/r", ci), "get /secrets z@b", "RoleBinding/b/b", "name", "without z");
        row("S43 another verb", noise + pods + binding("b/b", "ClusterRole/r", ci), "delete /pods x@b", "RoleBinding/b/b", "verb", "get, list, not delete");
        row("S40 a dangling roleRef", noise + binding("b/b", "Role/gone", ci), "get /pods x@b", "RoleBinding/b/b", "roleRef", "does not exist");
        row("S39 a role of the other kind", pods + binding("b/b", "Role/r", ci), "get /pods x@b", "RoleBinding/b/b", "roleRef", "there is a ClusterRole of that name");
        row("S53 a folder and its name", rule("{verbs: [get], nonResourceURLs: [/foo/*]}") + binding("/b", "ClusterRole/r", ci), "get /foo", "ClusterRoleBinding/b", "url", "/foo/*, not /foo");
        row("S45 another resource", pods + binding("b/b", "ClusterRole/r", ci), "get /secrets x@b", "RoleBinding/b/b", "resource", "pods, not secrets");
    }

    void theNearestMissNamesThePartThatFails()
    {
        QFETCH(QString, objects);
        QFETCH(QString, request);
        QFETCH(QString, binding);
        QFETCH(QString, failed);
        QFETCH(QString, words);
        const AccessEvaluator evaluator(samples::inputs(objects.toStdString()));
        const auto misses = nearMisses(evaluator, Identity::ofServiceAccount({"a", "ci"}), samples::request(request.toStdString()));
        QVERIFY(!misses.empty());
        QCOMPARE(QString::fromStdString(misses.front().binding.text()), binding);
        QCOMPARE(QString::fromLatin1(partName(misses.front().failed).data()), failed);
        QVERIFY2(QString::fromStdString(misses.front().message).contains(words), misses.front().message.c_str());
    }

    void anAggregationThatIsNotWrittenYetIsSaid()
    {
        const std::string aggregated = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all}\n"
                                       "aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: x}}]}\n"
                                       "rules: [{verbs: [get], apiGroups: [''], resources: [configmaps]}]\n"
                                       "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: part, labels: {part: x}}\n"
                                       "rules: [{verbs: [get], apiGroups: [''], resources: [pods]}]\n";
        const AccessEvaluator evaluator(samples::inputs(aggregated + binding("/b", "ClusterRole/all", user("ann"))));
        const auto misses = nearMisses(evaluator, {"ann", {}, {}}, samples::request("get /pods x@a"));
        QVERIFY(!misses.empty() && misses.front().message.find("not written yet") != std::string::npos);
    }

    void whatIsAllowedIsNoMiss()
    {
        const AccessEvaluator evaluator(samples::inputs(role("ClusterRole", "/r", "{verbs: [get], apiGroups: [''], resources: [pods]}") + binding("/b", "ClusterRole/r", user("ann"))));
        QVERIFY(nearMisses(evaluator, {"ann", {}, {}}, samples::request("get /pods x@a")).empty());
    }

    void aSlipIsOneLetter_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<bool>("slip");
        QTest::newRow("capitals") << "Ann" << "ann" << true;
        QTest::newRow("one more") << "annn" << "ann" << true;
        QTest::newRow("one less") << "an-a" << "an-ab" << true;
        QTest::newRow("another one") << "anna" << "annb" << true;
        QTest::newRow("swapped") << "anan" << "anna" << true;
        QTest::newRow("two") << "anna" << "abba" << false;
        QTest::newRow("short names are no slips") << "a" << "b" << false;
        QTest::newRow("longer by two") << "anna" << "annabc" << false;
    }

    void aSlipIsOneLetter()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(bool, slip);
        QCOMPARE(isSlip(left.toStdString(), right.toStdString()), slip);
        QCOMPARE(isSlip(right.toStdString(), left.toStdString()), slip);
    }
};

QTEST_APPLESS_MAIN(NearMissTest)
#include "NearMissTest.moc"
