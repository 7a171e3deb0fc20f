#include "models/rbac/DraftEffect.h"
#include "models/rbac/KubectlSteps.h"

#include "models/kube/BuiltinCatalog.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <QTest>

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;
using samples::user;

namespace {

constexpr const char *pods = "{verbs: [get], apiGroups: [''], resources: [pods]}";
constexpr const char *applyRoles = "{verbs: [get, create, patch], apiGroups: [rbac.authorization.k8s.io], resources: [roles]}";
constexpr const char *applyBindings = "{verbs: [get, create, patch], apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings]}";
constexpr const char *newAccount = "---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: new, namespace: a}}\n";
constexpr const char *oldAccount = "---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: old, namespace: a}}\n";
constexpr const char *newNamespace = "---\n{apiVersion: v1, kind: Namespace, metadata: {name: fresh}}\n";
constexpr const char *settings = "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: a}}\n";
constexpr const char *widget = "---\n{apiVersion: example.com/v1, kind: Widget, metadata: {name: w, namespace: a}}\n";

const std::string pair = role("Role", "a/new", pods) + binding("a/new", "Role/new", user("bob"));

/// What the writer "ann" holds, cluster-wide or in namespace a.
std::string held(std::initializer_list<const char *> rules, const char *place = "/ann")
{
    std::string all;
    for (const char *rule : rules)
        all += (all.empty() ? "" : ", ") + std::string(rule);
    return role("ClusterRole", "/held", all) + binding(place, "ClusterRole/held", user("ann"));
}

Basis basisOf(const std::string &yaml)
{
    Inputs inputs = samples::inputs(oldAccount + yaml);
    inputs.catalog = kube::builtinCatalog();
    inputs.namespaces = {"a", "b"};
    return Basis(std::move(inputs));
}

QString lackOf(const Right &right)
{
    return QString::fromStdString(right.verb + ' ' + right.resource + (right.names.empty() ? "" : ' ' + right.names.front()) + (right.namespaceName.empty() ? "" : '@' + right.namespaceName));
}

/// "Role/a/new yes, RoleBinding/a/new no: create rolebindings@a", in the order in which it is sent.
QString told(const WriteCheck &check)
{
    QStringList out;
    for (const ObjectCheck &each : check.objects) {
        QStringList why;
        for (const Right &right : each.missing)
            why << lackOf(right);
        for (const Sentence &obstacle : each.obstacles)
            why << QString::fromStdString(english(obstacle));
        const QString head = QString::fromStdString(each.object.text() + ' ' + std::string(mayApplyName(each.answer)));
        out << (why.isEmpty() ? head : head + QStringLiteral(": ") + why.join(QStringLiteral("; ")));
    }
    return out.join(QStringLiteral(", "));
}

const Identity ann{"ann", {}, {}};

} // namespace

/// Whether one may apply each object of what is drafted, in the order in which kubectl sends it.
class ApplyCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachObjectIsJudged_data()
    {
        QTest::addColumn<QByteArray>("rights");
        QTest::addColumn<QByteArray>("draft");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const std::string &rights, const std::string &draft, const char *expected) {
            QTest::newRow(name) << QByteArray::fromStdString(rights) << QByteArray::fromStdString(draft) << QString::fromUtf8(expected);
        };
        row("a pair that is covered", held({applyRoles, applyBindings, pods}), pair, "Role/a/new yes, RoleBinding/a/new yes");
        row("the binding is told apart from the role", held({applyRoles, pods}), pair, "Role/a/new yes, RoleBinding/a/new no: get rolebindings new@a; create rolebindings@a");
        row("bind is asked of the drafted role", held({applyRoles, applyBindings, "{verbs: [escalate], apiGroups: [rbac.authorization.k8s.io], resources: [roles]}"}), pair,
            "Role/a/new yes, RoleBinding/a/new no: get pods@a");
        row("bind of the drafted role by its name", held({applyRoles, applyBindings, "{verbs: [escalate], apiGroups: [rbac.authorization.k8s.io], resources: [roles]}",
                                                          "{verbs: [bind], apiGroups: [rbac.authorization.k8s.io], resources: [roles], resourceNames: [new]}"}),
            pair, "Role/a/new yes, RoleBinding/a/new yes");
        row("in another namespace", held({applyRoles, applyBindings, pods}, "b/ann"), pair,
            "Role/a/new no: get roles new@a; create roles@a; get pods@a, RoleBinding/a/new no: get rolebindings new@a; create rolebindings@a; get pods@a");
        row("kubectl gets before it writes", held({"{verbs: [create], apiGroups: [rbac.authorization.k8s.io], resources: [roles]}", pods}), role("Role", "a/new", pods), "Role/a/new no: get roles new@a");
        row("a new account", held({"{verbs: [get, create], apiGroups: [''], resources: [serviceaccounts]}"}), newAccount, "ServiceAccount/a/new yes");
        row("a new account that may not be made", held({"{verbs: [get, patch], apiGroups: [''], resources: [serviceaccounts]}"}), newAccount, "ServiceAccount/a/new no: create serviceaccounts@a");
        row("an account that is there", held({"{verbs: [get, patch], apiGroups: [''], resources: [serviceaccounts]}"}), oldAccount, "ServiceAccount/a/old yes");
        row("of one that is there nobody knows that it changes", held({"{verbs: [get, create], apiGroups: [''], resources: [serviceaccounts]}"}), oldAccount, "ServiceAccount/a/old unknown: patch serviceaccounts old@a");
        row("nobody knows whether it is there", held({"{verbs: [get, create], apiGroups: [''], resources: [configmaps]}"}), settings, "ConfigMap/a/settings unknown: patch configmaps settings@a");
        row("neither way", held({"{verbs: [get], apiGroups: [''], resources: [configmaps]}"}), settings, "ConfigMap/a/settings no: create configmaps@a; patch configmaps settings@a");
        row("both ways", held({"{verbs: [get, create, patch], apiGroups: [''], resources: [configmaps]}"}), settings, "ConfigMap/a/settings yes");
        row("a kind that nobody knows", held({"{verbs: ['*'], apiGroups: ['*'], resources: ['*']}"}), widget, "Widget/a/w unknown: the server is not known to serve Widget of example.com/v1");
        row("a namespace that is not there", held({"{verbs: ['*'], apiGroups: ['*'], resources: ['*']}"}), role("Role", "fresh/new", pods), "Role/fresh/new no: there is no namespace fresh");
        row("a namespace that is made before", held({"{verbs: ['*'], apiGroups: ['*'], resources: ['*']}"}), role("Role", "fresh/new", pods) + newNamespace, "Namespace/fresh yes, Role/fresh/new yes");
        row("a namespace is a name, and where it is", held({"{verbs: [create], apiGroups: [''], resources: [namespaces]}"}), newNamespace, "Namespace/fresh no: get namespaces fresh@fresh");
        row("an account, its role and its binding", held({applyRoles, applyBindings, pods}), binding("a/b", "Role/new", account("a", "new")) + role("Role", "a/new", pods) + newAccount,
            "ServiceAccount/a/new no: get serviceaccounts new@a; create serviceaccounts@a, Role/a/new yes, RoleBinding/a/b yes");
        row("a label that goes is a replacement", held({applyRoles, pods}) + "---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: old, namespace: a, labels: {x: y}}, rules: []}\n",
            role("Role", "a/old", pods), "Role/a/old no: update roles old@a");
        row("what is so already is not sent", role("Role", "a/old", pods), role("Role", "a/old", pods), "");
        row("another roleRef goes first", held({applyRoles, applyBindings, pods}) + role("Role", "a/other", pods) + binding("a/b", "Role/other", user("bob")), role("Role", "a/new", pods) + binding("a/b", "Role/new", user("bob")),
            "RoleBinding/a/b no: delete rolebindings b@a, Role/a/new yes");
        row("what one loses by it is lacking after it", role("Role", "a/mine", std::string(applyRoles) + ", " + pods + ", {verbs: ['*'], apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings]}")
                + binding("a/ann", "Role/mine", user("ann")) + role("Role", "a/other", pods),
            role("Role", "a/new", pods) + binding("a/ann", "Role/other", user("ann")),
            "RoleBinding/a/ann no: get rolebindings ann@a; create rolebindings@a; get pods@a, Role/a/new no: get roles new@a; create roles@a; get pods@a");
    }

    void eachObjectIsJudged()
    {
        QFETCH(QByteArray, rights);
        QFETCH(QByteArray, draft);
        QFETCH(QString, expected);
        const auto check = effectOf(basisOf(rights.toStdString()), {{draft.toStdString()}}, ann).whatIf.write;
        QCOMPARE(told(*check), expected);
        const auto has = [&](MayApply answer) { return std::ranges::find(check->objects, answer, &ObjectCheck::answer) != check->objects.end(); };
        QVERIFY(check->answer == (has(MayApply::No) ? MayApply::No : has(MayApply::Unknown) ? MayApply::Unknown : MayApply::Yes));
    }

    void whatMayNotBeReadMakesBothWaysCount()
    {
        Inputs inputs = samples::inputs(held({"{verbs: [get, create], apiGroups: [rbac.authorization.k8s.io], resources: [roles]}", pods}));
        inputs.catalog = kube::builtinCatalog();
        inputs.unreadable.push_back({"roles", "a", {}, {}});
        const auto check = effectOf(Basis(std::move(inputs)), {{role("Role", "a/hidden", pods)}}, ann).whatIf.write;
        QCOMPARE(told(*check), QStringLiteral("Role/a/hidden unknown: patch roles hidden@a"));
    }

    void whatHasNoNamespaceIsNamed()
    {
        const DraftEffect effect = effectOf(basisOf({}), {{"{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}"}}, ann);
        QCOMPARE(QString::fromStdString(english(effect.drafts.front().problems.front().message)), QStringLiteral("ConfigMap/settings: metadata.namespace is required"));
        QVERIFY(effect.changes.isEmpty());
    }

    void namespacesComeBeforeWhatStandsInThem()
    {
        const Basis basis = basisOf({});
        const DraftEffect effect = effectOf(basis, {{settings}, {newNamespace}}, ann);
        const std::string yaml = yamlOf(effect);
        QVERIFY(yaml.find("Namespace,") < yaml.find("ConfigMap"));
        QCOMPARE(QString::fromStdString(effect.whatIf.write->objects.front().object.text()), QStringLiteral("Namespace/fresh"));
    }
};

QTEST_APPLESS_MAIN(ApplyCheckTest)
#include "ApplyCheckTest.moc"
