#include "models/rbac/WriteCheck.h"

#include "models/rbac/WhatIf.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::group;
using samples::role;
using samples::user;

namespace {

constexpr const char *pods = "{verbs: [get], apiGroups: [''], resources: [pods]}";
constexpr const char *writeRoles = "{verbs: [create, update, delete], apiGroups: [rbac.authorization.k8s.io], resources: [roles, clusterroles]}";
constexpr const char *writeBindings = "{verbs: [create, update, delete], apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings, clusterrolebindings]}";
constexpr const char *escalate = "{verbs: [escalate], apiGroups: [rbac.authorization.k8s.io], resources: [roles, clusterroles]}";
constexpr const char *bind = "{verbs: [bind], apiGroups: [rbac.authorization.k8s.io], resources: [roles, clusterroles]}";

/// What the writer "ann" holds, cluster-wide or in namespace a.
std::string held(const std::string &rules, const char *place = "/ann")
{
    return role("ClusterRole", "/held", rules) + binding(place, "ClusterRole/held", user("ann"));
}

ChangeSet changesOf(const std::string &yaml)
{
    const Inputs objects = samples::inputs(yaml);
    return {objects.roles, objects.bindings, {}};
}

std::string all(std::initializer_list<const char *> rules)
{
    std::string out;
    for (const char *rule : rules)
        out += (out.empty() ? "" : ", ") + std::string(rule);
    return out;
}

} // namespace

/// Whether a writer may write roles and bindings: S67 to S75.
class WriteCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServersWriteChecksAreFollowed_data()
    {
        QTest::addColumn<QString>("objects");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("groups");
        QTest::addColumn<bool>("may");
        const auto row = [](const char *name, const std::string &objects, const std::string &change, bool may, const char *groups = "") {
            QTest::newRow(name) << QString::fromStdString(objects) << QString::fromStdString(change) << QString::fromLatin1(groups) << may;
        };
        const std::string newRole = role("Role", "a/new", pods);
        const std::string newBinding = binding("a/new", "Role/target", user("bob"));
        const std::string target = role("Role", "a/target", pods);
        row("S67 masters", "", newRole + binding("a/x", "Role/missing", user("bob")), true, "system:masters");
        row("S68 a covered role", held(all({writeRoles, pods})), newRole, true);
        row("S68 a role that is not covered", held(writeRoles), newRole, false);
        row("S68 escalate", held(all({writeRoles, escalate})), newRole, true);
        row("S71 bind does not help roles", held(all({writeRoles, bind})), newRole, false);
        row("S71 escalate alone is no writing", held(escalate), newRole, false);
        row("S68 escalate limited by name does not create", held(all({writeRoles, "{verbs: [escalate], apiGroups: [rbac.authorization.k8s.io], resources: [roles], resourceNames: [new]}"})), newRole, false);
        row("S68 escalate limited by name updates", held(all({writeRoles, "{verbs: [escalate], apiGroups: [rbac.authorization.k8s.io], resources: [roles], resourceNames: [target]}"})) + target,
            role("Role", "a/target", "{verbs: [delete], apiGroups: [''], resources: [pods]}"), true);
        row("S75 cover in the namespace", held(all({writeRoles, pods}), "a/ann"), newRole, true);
        row("S75 cover in another namespace", held(all({writeRoles, pods}), "b/ann"), newRole, false);
        row("S75 a ClusterRole needs cluster-wide cover", held(writeRoles) + role("ClusterRole", "/local", pods) + binding("a/local", "ClusterRole/local", user("ann")), role("ClusterRole", "/new", pods), false);
        row("S69 bind", held(all({writeBindings, bind})) + target, newBinding, true);
        row("S69 cover of the bound role", held(all({writeBindings, pods})) + target, newBinding, true);
        row("S69 neither", held(writeBindings) + target, newBinding, false);
        row("S69 bind on bindings means nothing", held(all({writeBindings, "{verbs: [bind], apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings]}"})) + target, newBinding, false);
        row("S69 bind of that role", held(all({writeBindings, "{verbs: [bind], apiGroups: [rbac.authorization.k8s.io], resources: [roles], resourceNames: [target]}"})) + target, newBinding, true);
        row("S69 bind of another role", held(all({writeBindings, "{verbs: [bind], apiGroups: [rbac.authorization.k8s.io], resources: [roles], resourceNames: [other]}"})) + target, newBinding, false);
        row("S71 escalate does not help bindings", held(all({writeBindings, escalate})) + target, newBinding, false);
        row("S71 bind alone is no writing", held(bind) + target, newBinding, false);
        row("S70 only a subject more", held(writeBindings) + target + binding("a/new", "Role/target", user("carl")), newBinding, false);
        row("S72 a missing role with bind", held(all({writeBindings, bind})), newBinding, true);
        row("S72 a missing role without", held(all({writeBindings, pods})), newBinding, false);
        const std::string aggregated = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {x: y}}]}\nrules: []\n";
        row("S73 an aggregation without full authority", held(all({writeRoles, pods})), aggregated, false);
        row("S73 with it", held("{verbs: ['*'], apiGroups: ['*'], resources: ['*']}, {verbs: ['*'], nonResourceURLs: ['*']}"), aggregated, true);
        row("S73 resources alone are not all", held("{verbs: ['*'], apiGroups: ['*'], resources: ['pods']}, {verbs: ['*'], nonResourceURLs: ['*']}, " + std::string(writeRoles)), aggregated, false);
        row("S73 with escalate", held(all({writeRoles, escalate})), aggregated, true);
        row("S42 another roleRef is deleting and creating", held("{verbs: [create, update], apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings]}, " + all({bind})) + target + binding("a/new", "Role/old", user("bob")), newBinding, false);
        row("S42 with all of them", held(all({writeBindings, bind})) + target + binding("a/new", "Role/old", user("bob")), newBinding, true);
        row("a role and its binding together", held(all({writeRoles, writeBindings, pods})), role("Role", "a/target", pods) + newBinding, true);
        row("nothing changes", target, target, true);
    }

    void theServersWriteChecksAreFollowed()
    {
        QFETCH(QString, objects);
        QFETCH(QString, change);
        QFETCH(QString, groups);
        QFETCH(bool, may);
        const Inputs inputs = samples::inputs(objects.toStdString());
        Identity ann{"ann", {}, {}};
        if (!groups.isEmpty())
            ann.groups.push_back(groups.toStdString());
        const WriteCheck check = checkWrites(AccessEvaluator(inputs), inputs, ann, changesOf(change.toStdString()));
        QCOMPARE(QString::fromLatin1(mayApplyName(check.answer).data()), QLatin1String(may ? "yes" : "no"));
        QCOMPARE(check.missing.empty(), may);
    }

    void whatCannotBeReadMakesTheAnswerUnknown()
    {
        Inputs inputs = samples::inputs(held(writeRoles));
        inputs.unreadable.push_back({"rolebindings", "a", {}, {}});
        const WriteCheck check = checkWrites(AccessEvaluator(inputs), inputs, {"ann", {}, {}}, changesOf(role("Role", "a/new", pods)));
        QVERIFY(check.answer == MayApply::Unknown && !check.missing.empty());
    }

    void aChangeTellsWhatIsGainedAndLost()
    {
        const Inputs inputs = samples::inputs(role("Role", "a/r", pods) + binding("a/b", "Role/r", user("ann") + ", " + account("a", "ci")) + role("ClusterRole", "/wide", "{verbs: ['*'], apiGroups: [''], resources: [pods]}")
                                              + binding("/wide", "ClusterRole/wide", user("root")));
        ChangeSet changes = changesOf(role("Role", "a/r", "{verbs: [list], apiGroups: [''], resources: [pods]}") + binding("a/c", "Role/r", user("root")));
        const WhatIf effect = whatIf(AccessEvaluator(inputs), inputs, changes, std::nullopt);
        QCOMPARE(effect.gained.size(), std::size_t(2));   // root holds all of it already
        QCOMPARE(effect.lost.size(), std::size_t(2));
        QVERIFY(!effect.write);
        changes = {};
        changes.deletions = {{"RoleBinding", "a", "b"}};
        const WhatIf gone = whatIf(AccessEvaluator(inputs), inputs, changes, std::nullopt);
        QVERIFY(gone.gained.empty() && gone.lost.size() == 2 && gone.lost.front().right.verb == "get");
    }

    void aPartOfAnAggregatedRoleChangesItsHolders()
    {
        const std::string aggregated = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {part: x}}]}\nrules: []\n";
        const Inputs inputs = samples::inputs(aggregated + binding("/b", "ClusterRole/all", user("ann")));
        const std::string part = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: part, labels: {part: x}}\nrules: [" + std::string(pods) + "]\n";
        const WhatIf effect = whatIf(AccessEvaluator(inputs), inputs, changesOf(part), std::nullopt);
        QVERIFY(effect.gained.size() == 1 && effect.gained.front().identity.text() == "User/ann" && effect.gained.front().right.role.name == "all");   // S59
    }
};

QTEST_APPLESS_MAIN(WriteCheckTest)
#include "WriteCheckTest.moc"
