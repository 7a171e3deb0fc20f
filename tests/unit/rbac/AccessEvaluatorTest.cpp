#include "models/rbac/AccessEvaluator.h"

#include "models/rbac/Decision.h"
#include "models/rbac/RightHolders.h"
#include "tests/unit/rbac/AccessSamples.h"

using namespace rbac;
using samples::account;
using samples::binding;
using samples::group;
using samples::role;
using samples::user;

namespace {

constexpr const char *podReading = "{verbs: [get, list], apiGroups: [''], resources: [pods]}";

/// "user:g1,g2", with "sa:ns/name" for an account with its implied groups.
Identity identity(const QString &words)
{
    if (words.startsWith(QLatin1String("sa:"))) {
        const QStringList parts = words.mid(3).split(QLatin1Char('/'));
        return Identity::ofServiceAccount({parts[0].toStdString(), parts[1].toStdString()});
    }
    const auto bar = words.indexOf(QLatin1Char('|'));
    Identity out;
    out.user = words.left(bar).toStdString();
    if (bar >= 0) {
        for (const QString &name : words.mid(bar + 1).split(QLatin1Char(',')))
            out.groups.push_back(name.toStdString());
    }
    return out;
}

} // namespace

/// Which bindings count for whom: S1 to S5 and S19 to S42.
class AccessEvaluatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bindingsCountAsTheServerCountsThem_data()
    {
        QTest::addColumn<QString>("objects");
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("request");
        QTest::addColumn<bool>("allows");
        const auto row = [](const char *name, const std::string &objects, const char *who, const char *request, bool allows) {
            QTest::newRow(name) << QString::fromStdString(objects) << QString::fromLatin1(who) << QString::fromLatin1(request) << allows;
        };
        const std::string reader = role("ClusterRole", "/reader", podReading);
        const std::string localReader = role("Role", "a/reader", podReading);
        const auto everywhere = [&](const std::string &subjects) { return reader + binding("/b", "ClusterRole/reader", subjects); };
        const auto inA = [&](const std::string &subjects) { return reader + binding("a/b", "ClusterRole/reader", subjects); };
        row("S27 the whole name", everywhere(user("ann")), "ann", "get /pods x@a", true);
        row("S27 case counts", everywhere(user("Ann")), "ann", "get /pods x@a", false);
        row("S27 * is no wildcard", everywhere(user("*")), "ann", "get /pods x@a", false);
        row("S27 * is a name", everywhere(user("*")), "*", "get /pods x@a", true);
        row("S28 a group", everywhere(group("dev")), "ann|dev", "get /pods x@a", true);
        row("S28 another group", everywhere(group("dev")), "ann|devops", "get /pods x@a", false);
        row("S28 * is no group", everywhere(group("*")), "ann|dev", "get /pods x@a", false);
        row("S28 a user is no group", everywhere(group("ann")), "ann", "get /pods x@a", false);
        row("S29 an account", everywhere(account("a", "ci")), "system:serviceaccount:a:ci", "get /pods x@b", true);
        row("S29 the binding's own namespace", inA("{kind: ServiceAccount, name: ci}"), "system:serviceaccount:a:ci", "get /pods x@a", true);
        row("S29 not another one's", inA("{kind: ServiceAccount, name: ci}"), "system:serviceaccount:b:ci", "get /pods x@a", false);
        row("S29 an account of another namespace", inA(account("b", "ci")), "system:serviceaccount:b:ci", "get /pods x@a", true);
        row("S29 cluster-wide without a namespace", everywhere("{kind: ServiceAccount, name: ci}"), "system:serviceaccount::ci", "get /pods x@a", false);
        row("S30 an account named as a user", everywhere(user("system:serviceaccount:a:ci")), "sa:a/ci", "get /pods x@b", true);
        row("S30 the singular group means nobody", everywhere(group("system:serviceaccount:a")), "sa:a/ci", "get /pods x@a", false);
        row("S31 the group of a subject is not read", everywhere("{kind: User, apiGroup: nonsense, name: ann}"), "ann", "get /pods x@a", true);
        row("S31 unknown kinds", everywhere("{kind: Robot, name: ann}"), "ann", "get /pods x@a", false);
        row("S31 the case of a kind", everywhere("{kind: user, name: ann}"), "ann", "get /pods x@a", false);
        row("S32 a longer namespace", everywhere(account("devops", "ci")), "sa:dev/ci", "get /pods x@a", false);
        row("S32 a longer name", everywhere(account("dev", "ci2")), "sa:dev/ci", "get /pods x@a", false);
        row("S32 more parts", everywhere(account("dev", "ci")), "system:serviceaccount:dev:ci:x", "get /pods x@a", false);
        row("S33 groups without a user", everywhere(group("dev")), "|dev", "get /pods x@a", true);
        row("S33 nobody at all", everywhere("{kind: User, name: ''}"), "", "get /pods x@a", false);
        row("S20 all accounts", everywhere(group("system:serviceaccounts")), "sa:a/ci", "get /pods x@b", true);
        row("S20 the accounts of a namespace", everywhere(group("system:serviceaccounts:a")), "sa:a/ci", "get /pods x@b", true);
        row("S20 the accounts of another namespace", everywhere(group("system:serviceaccounts:b")), "sa:a/ci", "get /pods x@b", false);
        row("S20 everybody known", everywhere(group("system:authenticated")), "sa:a/ci", "get /pods x@b", true);
        row("S23 groups are not invented", everywhere(group("system:serviceaccounts")), "system:serviceaccount:a:ci", "get /pods x@b", false);
        row("S34 cluster-wide in a namespace", everywhere(user("ann")), "ann", "get /pods x@z", true);
        row("S34 in its namespace", inA(user("ann")), "ann", "get /pods x@a", true);
        row("S34 in another namespace", inA(user("ann")), "ann", "get /pods x@b", false);
        row("S35 a namespace is not all", inA(user("ann")), "ann", "list /pods @", false);
        row("S35 cluster-wide is all", everywhere(user("ann")), "ann", "list /pods @", true);
        const std::string urls = role("ClusterRole", "/urls", "{verbs: [get], nonResourceURLs: [/metrics]}");
        row("S36 a URL cluster-wide", urls + binding("/b", "ClusterRole/urls", user("ann")), "ann", "get /metrics", true);
        row("S36 a URL through a RoleBinding", urls + binding("a/b", "ClusterRole/urls", user("ann")), "ann", "get /metrics", false);
        const std::string nodes = role("ClusterRole", "/nodes", "{verbs: [get], apiGroups: [''], resources: [nodes]}");
        row("S37 a namespace is not checked", nodes + binding("a/b", "ClusterRole/nodes", user("ann")), "ann", "get /nodes n@a", true);
        row("S37 the real request has none", nodes + binding("a/b", "ClusterRole/nodes", user("ann")), "ann", "get /nodes n@", false);
        row("S38 * is no namespace", inA(user("ann")), "ann", "get /pods x@*", false);
        row("S38 * is a namespace like others", everywhere(user("ann")), "ann", "get /pods x@*", true);
        row("S39 a Role of the same namespace", localReader + binding("a/b", "Role/reader", user("ann")), "ann", "get /pods x@a", true);
        row("S39 not a Role of another one", localReader + binding("b/b", "Role/reader", user("ann")), "ann", "get /pods x@b", false);
        row("S39 a Role is no ClusterRole", localReader + binding("a/b", "ClusterRole/reader", user("ann")), "ann", "get /pods x@a", false);
        row("S39 a ClusterRole is no Role", reader + binding("a/b", "Role/reader", user("ann")), "ann", "get /pods x@a", false);
        row("S40 a role that is missing", binding("a/b", "Role/reader", user("ann")), "ann", "get /pods x@a", false);
        row("S41 a Role bound cluster-wide", localReader + binding("/b", "Role/reader", user("ann")), "ann", "get /pods x@a", false);
        row("S41 an unknown kind of role", reader + binding("a/b", "SuperRole/reader", user("ann")), "ann", "get /pods x@a", false);
        row("S42 a ClusterRole in one namespace", inA(user("ann")), "ann", "get /pods x@b", false);
        row("S13 a namespace grants its own reading", role("ClusterRole", "/n", "{verbs: [get], apiGroups: [''], resources: [namespaces]}") + binding("a/b", "ClusterRole/n", user("ann")),
            "ann", "get /namespaces a@a", true);
        row("S4 a missing role does not stop others", binding("a/a", "Role/gone", user("ann")) + inA(user("ann")), "ann", "get /pods x@a", true);
        row("S5 the second subject", everywhere(user("bob") + ", " + user("ann")), "ann", "get /pods x@a", true);
    }

    void bindingsCountAsTheServerCountsThem()
    {
        QFETCH(QString, objects);
        QFETCH(QString, who);
        QFETCH(QString, request);
        QFETCH(bool, allows);
        const AccessEvaluator evaluator(samples::inputs(objects.toStdString()));
        const Identity asking = identity(who);
        const Request asked = samples::request(request.toStdString());
        QCOMPARE(evaluator.allows(asking, asked), allows);
        QCOMPARE(!evaluator.allGrants(asking, asked).empty(), allows);
    }

    void theGroupsOfAnIdentityAreThoseTheServerAdds_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("groups");
        QTest::addColumn<QString>("implied");
        QTest::newRow("S20 an account") << "system:serviceaccount:a:ci" << "" << "system:serviceaccounts system:serviceaccounts:a system:authenticated";
        QTest::newRow("S21 a user") << "ann" << "dev" << "system:authenticated";
        QTest::newRow("S21 who has it already") << "ann" << "system:authenticated" << "";
        QTest::newRow("S22 nobody known") << "system:anonymous" << "" << "system:unauthenticated";
        QTest::newRow("S21 who says that it is unknown") << "ann" << "system:unauthenticated" << "";
        QTest::newRow("S77 an account in the name of which groups are given") << "system:serviceaccount:a:ci" << "dev" << "system:authenticated";
        QTest::newRow("S77 an account that is said to be unknown") << "system:serviceaccount:a:ci" << "system:unauthenticated" << "";
        QTest::newRow("S77 nobody known with a group") << "system:anonymous" << "dev" << "system:unauthenticated";
        QTest::newRow("S77 nobody known who says so") << "system:anonymous" << "system:unauthenticated" << "";
        QTest::newRow("S19 no account without a name") << "system:serviceaccount:a:" << "" << "system:authenticated";
    }

    void theGroupsOfAnIdentityAreThoseTheServerAdds()
    {
        QFETCH(QString, user);
        QFETCH(QString, groups);
        QFETCH(QString, implied);
        std::vector<std::string> given;
        if (!groups.isEmpty())
            given.push_back(groups.toStdString());
        const Identity made = Identity::authenticated(user.toStdString(), given);
        QStringList names;
        for (const std::string &name : made.impliedGroups)
            names.push_back(QString::fromStdString(name));
        QCOMPARE(names.join(QLatin1Char(' ')), implied);
    }

    void mastersAreAllowedAroundRbacOnly()
    {
        const Inputs inputs;
        const AccessEvaluator evaluator(inputs);
        const Request asked = samples::request("delete /nodes n@");
        const Identity master{"root", {"system:masters"}, {}};
        QVERIFY(!evaluator.allows(master, asked));                                                             // S3
        QVERIFY(decide(evaluator, inputs, master, asked).verdict == Verdict::Allow);                           // S1
        QVERIFY(decide(evaluator, inputs, master, asked, Layers::RbacOnly).verdict == Verdict::NoOpinion);
    }

    void whatDecidesBesideRbacIsUnknownAndNotRefused()
    {
        Inputs inputs = samples::inputs(role("ClusterRole", "/reader", podReading) + binding("/b", "ClusterRole/reader", group("system:nodes")));
        const AccessEvaluator evaluator(inputs);
        const Identity node{"system:node:n1", {"system:nodes"}, {}};
        const Request secrets = samples::request("get /secrets x@a");
        QVERIFY(decide(evaluator, inputs, node, samples::request("get /pods x@a")).verdict == Verdict::Allow);
        QVERIFY(decide(evaluator, inputs, node, secrets).verdict == Verdict::Unknown);                         // S25
        QVERIFY(decide(evaluator, inputs, node, secrets, Layers::RbacOnly).verdict == Verdict::NoOpinion);
        const Identity ann{"ann", {}, {}};
        QVERIFY(decide(evaluator, inputs, ann, secrets).verdict == Verdict::NoOpinion);                        // S2
        inputs.hasOtherAuthorizers = true;
        QVERIFY(decide(evaluator, inputs, ann, secrets).verdict == Verdict::Unknown);
    }

    void anAllowanceHasNoConditions()
    {
        Inputs inputs = samples::inputs(role("ClusterRole", "/reader", podReading) + binding("/b", "ClusterRole/reader", user("ann")));
        inputs.hasOtherAuthorizers = true;   // they may attach conditions to what they say, RBAC does not (S7)
        const AccessEvaluator evaluator(inputs);
        QVERIFY(decide(evaluator, inputs, {"ann", {}, {}}, samples::request("get /pods x@a")).verdict == Verdict::Allow);
        QVERIFY(decide(evaluator, inputs, {"ann", {}, {}}, samples::request("get /secrets x@a")).verdict == Verdict::Unknown);
        QVERIFY(decide(evaluator, inputs, {"ann", {}, {}}, samples::request("get /secrets x@a"), Layers::RbacOnly).verdict == Verdict::NoOpinion);
    }

    void everyNameOfABindingCanBeAskedAbout()
    {
        const AccessEvaluator evaluator(samples::inputs(binding("/b", "ClusterRole/gone", group("dev") + ", " + group("ops") + ", " + user("ann") + ", {kind: Robot, name: x}, {kind: ServiceAccount, name: ci}")
                                                        + binding("a/c", "Role/gone", group("dev") + ", {kind: ServiceAccount, name: ci}")));
        QStringList found;
        for (const ObjectRef &subject : RightHolders(evaluator).subjects())
            found << QString::fromStdString(subject.text());
        QCOMPARE(found.join(QLatin1Char(' ')), QStringLiteral("Group/dev Group/ops ServiceAccount/a/ci User/ann"));   // S24
    }

    void whatCouldNotBeReadIsUnknownWhereItCouldDecide_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("namespaceName");
        QTest::addColumn<QString>("except");
        QTest::addColumn<QString>("request");
        QTest::addColumn<bool>("isUnknown");
        QTest::newRow("cluster bindings decide everything") << "clusterrolebindings" << "" << "" << "get /secrets x@a" << true;
        QTest::newRow("cluster bindings decide URLs") << "clusterrolebindings" << "" << "" << "get /metrics" << true;
        QTest::newRow("bindings of the namespace") << "rolebindings" << "a" << "" << "get /secrets x@a" << true;
        QTest::newRow("bindings of another namespace") << "rolebindings" << "b" << "" << "get /secrets x@a" << false;
        QTest::newRow("bindings of all namespaces") << "rolebindings" << "" << "" << "get /secrets x@a" << true;
        QTest::newRow("all but this one") << "rolebindings" << "" << "a" << "get /secrets x@a" << false;
        QTest::newRow("bindings decide no cluster scope") << "rolebindings" << "" << "" << "list /secrets @" << false;
        QTest::newRow("bindings decide no URLs") << "rolebindings" << "" << "" << "get /metrics" << false;
        QTest::newRow("a role that somebody was given") << "roles" << "a" << "" << "get /secrets x@a" << true;
        QTest::newRow("roles of another namespace") << "roles" << "b" << "" << "get /secrets x@a" << false;
        QTest::newRow("cluster roles that nobody was given here") << "clusterroles" << "" << "" << "get /secrets x@a" << false;
        QTest::newRow("cluster roles that somebody was given") << "clusterroles" << "" << "" << "get /secrets x@c" << true;
    }

    void whatCouldNotBeReadIsUnknownWhereItCouldDecide()
    {
        QFETCH(QString, resource);
        QFETCH(QString, namespaceName);
        QFETCH(QString, except);
        QFETCH(QString, request);
        QFETCH(bool, isUnknown);
        Inputs inputs = samples::inputs(binding("a/b", "Role/hidden", user("ann")) + binding("c/b", "ClusterRole/hidden", user("ann")));
        Unreadable part{resource.toStdString(), namespaceName.toStdString(), {}, {}};
        if (!except.isEmpty())
            part.except.push_back(except.toStdString());
        inputs.unreadable.push_back(part);
        const AccessEvaluator evaluator(inputs);
        const Request asked = samples::request(request.toStdString());
        QCOMPARE(decide(evaluator, inputs, {"ann", {}, {}}, asked).verdict == Verdict::Unknown, isUnknown);
        QVERIFY(decide(evaluator, inputs, {"ann", {}, {}}, asked, Layers::RbacOnly).verdict == Verdict::NoOpinion);
    }

    void theReasonIsWordedAsTheServerWordsIt()
    {
        const Inputs inputs = samples::inputs(role("Role", "a/reader", podReading) + binding("a/b", "Role/reader", account("a", "ci")) + binding("a/gone", "Role/gone", user("ann")));
        const AccessEvaluator evaluator(inputs);
        const Identity ci = Identity::ofServiceAccount({"a", "ci"});
        QCOMPARE(english(decide(evaluator, inputs, ci, samples::request("get /pods x@a")).reason),
                 std::string("RBAC: allowed by RoleBinding \"b/a\" of Role \"reader\" to ServiceAccount \"ci/a\""));                         // S5
        QCOMPARE(english(decide(evaluator, inputs, {"ann", {}, {}}, samples::request("get /pods x@a")).reason),
                 std::string("RBAC: role.rbac.authorization.k8s.io \"gone\" not found"));                                                   // S4
    }

    void everyWayIsFoundOnce()
    {
        const Inputs inputs = samples::inputs(role("ClusterRole", "/reader", std::string(podReading) + ", {verbs: ['*'], apiGroups: ['*'], resources: ['*']}")
                                              + binding("/b", "ClusterRole/reader", group("system:authenticated") + ", " + account("a", "ci") + ", " + account("a", "ci"))
                                              + binding("a/c", "ClusterRole/reader", user("system:serviceaccount:a:ci")));
        const AccessEvaluator evaluator(inputs);
        // Of the first binding three subjects with two rules each, of the second one subject.
        QCOMPARE(evaluator.allGrants(Identity::ofServiceAccount({"a", "ci"}), samples::request("get /pods x@a")).size(), std::size_t(8));
    }

    void aChangeEqualsAFreshStart()
    {
        Inputs inputs = samples::inputs(role("ClusterRole", "/reader", podReading) + binding("/b", "ClusterRole/reader", user("ann")));
        AccessEvaluator evaluator(inputs);
        const Request asked = samples::request("get /pods x@a");
        const Identity ann{"ann", {}, {}};
        const Identity bob{"bob", {}, {}};
        evaluator.removeRole({"ClusterRole", "", "reader"});
        QVERIFY(!evaluator.allows(ann, asked));
        evaluator.set(inputs.roles.front());
        QVERIFY(evaluator.allows(ann, asked));                                                                  // S40
        auto changed = std::make_shared<Binding>(*inputs.bindings.front());
        changed->subjects[0].name = "bob";
        evaluator.set(std::shared_ptr<const Binding>(changed));
        QVERIFY(!evaluator.allows(ann, asked) && evaluator.allows(bob, asked));
        evaluator.removeBinding(changed->ref);
        QVERIFY(!evaluator.allows(bob, asked) && evaluator.bindings().empty());
        evaluator.set(inputs.bindings.front());
        QVERIFY(evaluator.allows(ann, asked) && evaluator.bindingsOf({"ClusterRole", "", "reader"}).size() == 1);
    }

    void whoCanNamesEverySubjectOfEveryFittingBinding()
    {
        const AccessEvaluator evaluator(samples::inputs(role("ClusterRole", "/reader", podReading) + binding("/b", "ClusterRole/reader", user("ann") + ", " + group("dev"))
                                                        + binding("a/c", "ClusterRole/reader", account("a", "ci")) + binding("z/c", "ClusterRole/reader", user("zoe"))));
        using Scope = AccessEvaluator::Scope;
        QCOMPARE(evaluator.whoCan(samples::request("get /pods x@a"), Scope::AsAsked).size(), std::size_t(3));   // S64
        QCOMPARE(evaluator.whoCan(samples::request("list /pods @"), Scope::AsAsked).size(), std::size_t(2));
        QCOMPARE(evaluator.whoCan(samples::request("list /pods @"), Scope::EveryNamespace).size(), std::size_t(4));
        QCOMPARE(evaluator.whoCan(samples::request("delete /pods x@a"), Scope::AsAsked).size(), std::size_t(0));
    }
};

QTEST_APPLESS_MAIN(AccessEvaluatorTest)
#include "AccessEvaluatorTest.moc"
