#include "models/rbac/Fix.h"

#include "models/text/Yaml.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;
using samples::user;

namespace {

constexpr const char *podList = "{verbs: [list], apiGroups: [''], resources: [pods]}";

QStringList kindsOf(const std::vector<Fix> &fixes)
{
    QStringList out;
    for (const Fix &fix : fixes)
        out << QString::fromLatin1(fixKindName(fix.kind).data());
    return out;
}

} // namespace

/// The smallest changes that make a refused request allowed.
class FixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderIsThatOfLeastNewPower()
    {
        const Inputs inputs = samples::inputs(role("Role", "b/lister", podList) + binding("b/listers", "Role/lister", user("bob")) + role("Role", "b/own", "{verbs: [get], apiGroups: [''], resources: [configmaps]}")
                                              + binding("b/own", "Role/own", account("a", "ci")));
        const auto fixes = fixesFor(AccessEvaluator(inputs), inputs, Identity::ofServiceAccount({"a", "ci"}), samples::request("list /pods @b"), std::nullopt);
        QCOMPARE(kindsOf(fixes).join(QLatin1Char(' ')), QStringLiteral("extend-binding extend-role role+rolebinding clusterrole+rolebinding clusterrolebinding"));
        QVERIFY(fixes.back().yaml.starts_with("# Warning"));
        QVERIFY(std::ranges::none_of(fixes.front().yaml, [](char c) { return c == '#'; }));
    }

    void whatOthersShareIsNotExtended()
    {
        const Inputs inputs = samples::inputs(role("Role", "b/wide", "{verbs: [list, delete], apiGroups: [''], resources: [pods]}") + binding("b/wide", "Role/wide", user("bob"))
                                              + role("Role", "b/shared", "{verbs: [get], apiGroups: [''], resources: [configmaps]}") + binding("b/shared", "Role/shared", account("a", "ci") + ", " + user("bob")));
        const auto fixes = fixesFor(AccessEvaluator(inputs), inputs, Identity::ofServiceAccount({"a", "ci"}), samples::request("list /pods @b"), std::nullopt);
        QCOMPARE(kindsOf(fixes).first(), QStringLiteral("role+rolebinding"));
    }

    void aPartOfAnAggregatedRoleIsNotExtended()
    {
        const std::string head = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ";
        const std::string part = head + "part, labels: {to-view: 'true'}}\nrules: [{verbs: [get], apiGroups: [''], resources: [configmaps]}]\n";
        const std::string view = head + "view}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {to-view: 'true'}}]}\nrules: []\n";
        const auto kinds = [](const std::string &objects) {
            const Inputs inputs = samples::inputs(objects + binding("/own", "ClusterRole/part", user("ann")));
            return kindsOf(fixesFor(AccessEvaluator(inputs), inputs, {"ann", {}, {}}, samples::request("list /nodes @"), std::nullopt)).join(QLatin1Char(' '));
        };
        QCOMPARE(kinds(part), QStringLiteral("extend-role clusterrolebinding"));
        QCOMPARE(kinds(part + view), QStringLiteral("clusterrolebinding"));
    }

    void aBindingForTheWholeClusterWarns_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("warning");
        QTest::newRow("more than was asked") << "list /pods @b" << "# Warning: this holds in every namespace, also in those that are made later.\n";
        QTest::newRow("what was asked") << "list /nodes @" << "# Warning: this holds in the whole cluster.\n";
        QTest::newRow("a URL") << "get /metrics" << "# Warning: this holds in the whole cluster.\n";
    }

    void aBindingForTheWholeClusterWarns()
    {
        QFETCH(QString, request);
        QFETCH(QString, warning);
        const auto fixes = fixesFor(AccessEvaluator(Inputs()), {}, {"ann", {}, {}}, samples::request(request.toStdString()), std::nullopt);
        QCOMPARE(kindsOf(fixes).last(), QStringLiteral("clusterrolebinding"));
        QVERIFY2(QString::fromStdString(fixes.back().yaml).startsWith(warning + QStringLiteral("apiVersion")), fixes.back().yaml.c_str());
    }

    void everyFixMakesTheRequestAllowedAndItsYamlSaysTheSame_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<int>("fixes");
        QTest::newRow("in a namespace") << "list /pods @b" << 3;
        QTest::newRow("one name") << "get apps/deployments/scale web@b" << 3;
        QTest::newRow("cluster scope") << "get /nodes n@" << 1;
        QTest::newRow("a URL") << "get /metrics" << 1;
        QTest::newRow("an odd verb") << "impersonate:user-info authentication.k8s.io/users bob@" << 1;
    }

    void everyFixMakesTheRequestAllowedAndItsYamlSaysTheSame()
    {
        QFETCH(QString, request);
        QFETCH(int, fixes);
        const Request asked = samples::request(request.toStdString());
        const Inputs inputs;
        for (const Identity &who : {Identity::ofServiceAccount({"a", "ci"}), Identity{"Ann Lee@example.com", {}, {}}, Identity{"", {"team/a"}, {}}}) {
            const auto made = fixesFor(AccessEvaluator(inputs), inputs, who, asked, std::nullopt);
            QCOMPARE(static_cast<int>(made.size()), fixes);
            for (const Fix &fix : made) {
                const AccessEvaluator after(samples::inputs(fix.yaml));
                QVERIFY(after.allows(who, asked));
                Request more = asked;
                more.verb = "delete";
                QVERIFY(!after.allows(who, more));
                QVERIFY(!fix.whatIf.gained.empty() && fix.whatIf.lost.empty());
            }
        }
    }

    void whatIsAllowedNeedsNoFix()
    {
        const Inputs inputs = samples::inputs(role("Role", "b/lister", podList) + binding("b/listers", "Role/lister", user("bob")));
        QVERIFY(fixesFor(AccessEvaluator(inputs), inputs, {"bob", {}, {}}, samples::request("list /pods @b"), std::nullopt).empty());
        QVERIFY(fixesFor(AccessEvaluator(inputs), inputs, {"ann", {"system:masters"}, {}}, samples::request("list /pods @b"), std::nullopt).empty());
        QVERIFY(fixesFor(AccessEvaluator(inputs), inputs, {}, samples::request("list /pods @b"), std::nullopt).empty());
    }

    void aNameThatIsTakenIsNotTakenAgain()
    {
        const Inputs inputs = samples::inputs(role("Role", "b/bob-list-pods", "{verbs: [delete], apiGroups: [''], resources: [nodes]}"));
        const auto fixes = fixesFor(AccessEvaluator(inputs), inputs, {"bob", {}, {}}, samples::request("list /pods @b"), std::nullopt);
        QCOMPARE(fixes.front().changes.roles.front()->ref.name, std::string("bob-list-pods-2"));
    }
};

QTEST_APPLESS_MAIN(FixTest)
#include "FixTest.moc"
