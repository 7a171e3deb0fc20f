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
        QVERIFY2(QString::fromStdString(english(misses.front().message)).contains(words), english(misses.front().message).c_str());
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
        QVERIFY(!misses.empty() && english(misses.front().message).find("not written yet") != std::string::npos);
    }

    void theRuleThatIsMeantIsNamed_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("rule");
        QTest::newRow("a rule about the thing before one about others") << "list apps/deployments @b" << "rule 2 of ClusterRole/r: it allows get, update, not list; it is limited to the names web";
        QTest::newRow("names before another resource") << "list /secrets @b" << "rule 3 of ClusterRole/r: it is limited to the names one";
        QTest::newRow("a wrong group before another resource") << "get /configmaps x@b" << "rule 4 of ClusterRole/r: it names the API group core";
        QTest::newRow("a rule about URLs is none about pods") << "get /nodes x@" << "rule 1 of ClusterRole/r: it names pods, services, not nodes";
        QTest::newRow("a rule about pods is none about URLs") << "get /foo" << "rule 5 of ClusterRole/r: it names /foo/, not /foo: a slash at the end counts";
    }

    void theRuleThatIsMeantIsNamed()
    {
        QFETCH(QString, request);
        QFETCH(QString, rule);
        const std::string rules = "{verbs: [get, list], apiGroups: [''], resources: [pods, services]}, {verbs: [get, update], apiGroups: [apps], resources: [deployments], resourceNames: [web]},"
                                  "{verbs: [list], apiGroups: [''], resources: [secrets], resourceNames: [one]}, {verbs: [get], apiGroups: [core], resources: [configmaps]},"
                                  "{verbs: [get], nonResourceURLs: [/foo/]}";
        const AccessEvaluator evaluator(samples::inputs(role("ClusterRole", "/r", rules) + binding("/b", "ClusterRole/r", user("ann"))));
        const auto misses = nearMisses(evaluator, {"ann", {}, {}}, samples::request(request.toStdString()));
        QCOMPARE(misses.size(), 1U);
        QVERIFY2(QString::fromStdString(english(misses.front().message)).startsWith(rule), english(misses.front().message).c_str());
    }

    void whatHasNothingInCommonIsNoMiss_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("request");
        QTest::newRow("another verb of another thing") << "{verbs: [create], apiGroups: [''], resources: [services]}" << "list /pods @b";
        QTest::newRow("another thing of another group") << "{verbs: [get], apiGroups: [apps], resources: [deployments]}" << "get /pods x@b";
        QTest::newRow("URLs") << "{verbs: [get], nonResourceURLs: [/metrics]}" << "get /pods x@b";
        QTest::newRow("pods") << "{verbs: [get], apiGroups: [''], resources: [pods]}" << "get /metrics";
        QTest::newRow("another thing in another namespace") << "{verbs: [get], apiGroups: [''], resources: [pods]}" << "get /secrets x@c";
    }

    void whatHasNothingInCommonIsNoMiss()
    {
        QFETCH(QString, rule);
        QFETCH(QString, request);
        const AccessEvaluator evaluator(samples::inputs(role("ClusterRole", "/r", rule.toStdString()) + binding("b/b", "ClusterRole/r", user("ann"))));
        const auto misses = nearMisses(evaluator, {"ann", {}, {}}, samples::request(request.toStdString()));
        QVERIFY2(misses.empty(), misses.empty() ? "" : english(misses.front().message).c_str());
    }

    void aRoleBindingThatLeadsNowhereIsNoMissOfAUrl()
    {
        const AccessEvaluator evaluator(samples::inputs(binding("b/b", "Role/gone", user("ann"))));
        QVERIFY(nearMisses(evaluator, {"ann", {}, {}}, samples::request("get /metrics")).empty());
        QVERIFY(!nearMisses(evaluator, {"ann", {}, {}}, samples::request("get /pods x@b")).empty());
    }

    void whoMayIsNamed()
    {
        const std::string pods = role("ClusterRole", "/r", "{verbs: [list], apiGroups: [''], resources: [pods]}");
        const AccessEvaluator evaluator(samples::inputs(pods + binding("b/b", "ClusterRole/r", account("a", "robot") + ',' + group("ops") + ',' + user("eve"))));
        const auto misses = nearMisses(evaluator, {"ann", {}, {}}, samples::request("list /pods @b"));
        QCOMPARE(misses.size(), 1U);
        QCOMPARE(QString::fromStdString(english(misses.front().message)), QStringLiteral("RoleBinding/b/b grants this to others: ServiceAccount/a/robot, Group/ops and 1 more"));
    }

    void onlyTheWordsOfTheProgramAreTranslated()
    {
        const std::string rule = role("ClusterRole", "/r", "{verbs: [], apiGroups: [''], resources: ['%1']}");
        const AccessEvaluator evaluator(samples::inputs(rule + binding("b/b", "ClusterRole/r", user("ann"))));
        const auto misses = nearMisses(evaluator, {"ann", {}, {}}, samples::request("list /%1 @b"));
        QCOMPARE(misses.size(), 1U);
        QCOMPARE(english(misses.front().message), std::string("rule 1 of ClusterRole/r: it allows nothing, not list"));
        const auto backwards = [](const char *words) {
            const std::string_view text(words);
            return text == "it allows %1, not %2" ? std::string("<%2 %1>") : text == "nothing" ? std::string("NIL") : std::string(text);
        };
        QCOMPARE(filled(misses.front().message, backwards), std::string("rule 1 of ClusterRole/r: <list NIL>"));
        QCOMPARE(english(Sentence("%1 and %2 of %1, %3, 100 %", {std::string("%2"), Sentence("nothing")})), std::string("%2 and nothing of %2, %3, 100 %"));
    }

    void anAggregationIsNearWhateverIsWritten_data()
    {
        QTest::addColumn<QString>("partLabels");
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("words");
        QTest::newRow("S59 nothing is written yet") << "{to-view: 'true'}" << "get /pods x@a" << "ClusterRole/part would bring it into ClusterRole/view, but its aggregation is not written yet";
        QTest::newRow("S57 through another aggregated role") << "{to-middle: 'true'}" << "get /pods x@a" << "ClusterRole/part would bring it into ClusterRole/view, but its aggregation is not written yet";
        QTest::newRow("S59 of a URL") << "{to-view: 'true'}" << "get /metrics" << "ClusterRole/part would bring it into ClusterRole/view";
        QTest::newRow("S60 a slip in the label") << "{to-veiw: 'true'}" << "get /pods x@a" << "ClusterRole/part would bring it into ClusterRole/view with the label to-view=true, but has to-veiw=true";
        QTest::newRow("S60 another value") << "{to-view: 'yes'}" << "get /pods x@a" << "with the label to-view=true, but has to-view=yes";
    }

    void anAggregationIsNearWhateverIsWritten()
    {
        QFETCH(QString, partLabels);
        QFETCH(QString, request);
        QFETCH(QString, words);
        const auto aggregated = [](const std::string &name, const std::string &labels, const std::string &label) {
            return "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: " + name + ", labels: " + labels + "}\n"
                "aggregationRule: {clusterRoleSelectors: [{matchLabels: {" + label + ": 'true'}}]}\nrules: []\n";
        };
        const std::string part = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: part, labels: " + partLabels.toStdString() + "}\n"
                                 "rules: [{verbs: [get], apiGroups: [''], resources: [pods]}, {verbs: [get], nonResourceURLs: [/metrics]}]\n";
        const AccessEvaluator evaluator(samples::inputs(aggregated("view", "{to-middle: 'true'}", "to-view") + aggregated("middle", "{to-view: 'true'}", "to-middle") + part
                                                        + binding("/b", "ClusterRole/view", user("ann"))));
        const auto misses = nearMisses(evaluator, {"ann", {}, {}}, samples::request(request.toStdString()));
        QCOMPARE(misses.size(), 1U);
        QCOMPARE(QString::fromStdString(misses.front().binding.text()), QStringLiteral("ClusterRoleBinding/b"));
        QCOMPARE(QString::fromLatin1(partName(misses.front().failed).data()), QStringLiteral("roleRef"));
        QVERIFY2(QString::fromStdString(english(misses.front().message)).contains(words), english(misses.front().message).c_str());
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
