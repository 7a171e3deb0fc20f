#include "models/rbac/DraftText.h"
#include "models/rbac/KubectlSteps.h"
#include "models/rbac/RuleWords.h"

#include "models/kube/BuiltinCatalog.h"
#include "models/text/Yaml.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <QTest>

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;
using samples::user;

namespace {

constexpr const char *readPods = "{verbs: [get, list], apiGroups: [''], resources: [pods]}";
constexpr const char *readSecrets = "{verbs: [get], apiGroups: [''], resources: [secrets]}";

const std::string shop = role("Role", "shop/reader", readPods) + binding("shop/read", "Role/reader", account("shop", "front")) + role("ClusterRole", "/view", readPods);

Basis basisOf(const std::string &yaml)
{
    Inputs inputs = samples::inputs(yaml);
    inputs.catalog = kube::builtinCatalog();
    return Basis(std::move(inputs));
}

QString told(const std::vector<RightChange> &changes)
{
    QStringList out;
    for (const RightChange &change : changes)
        out << QString::fromStdString(change.identity.text() + ' ' + change.right.verb + ' ' + change.right.resource + '@' + change.right.namespaceName);
    out.sort();
    return out.join(QStringLiteral(", "));
}

QString told(const std::vector<KubectlStep> &steps)
{
    QStringList out;
    for (const KubectlStep &step : steps) {
        QStringList words;
        for (const std::string &word : step.words)
            words << QString::fromStdString(word);
        out << words.join(u' ');
    }
    return out.join(QStringLiteral(" | "));
}

DraftState stateOf(const DraftEffect &effect, std::size_t draft = 0)
{
    return effect.drafts[draft].objects.front().state;
}

Draft deletion(const char *object) { return {{}, ObjectRef::parse(object)}; }

const Identity master{"ann", {"system:masters"}, {}};

} // namespace

/// What drafts come to on what is known: states, rights, risks, and the commands that do it.
class DraftEffectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStateSaysWhatBecomesOfAnObject_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("steps");
        const auto row = [](const char *name, const std::string &text, DraftState state, const char *steps) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << int(state) << QString::fromUtf8(steps);
        };
        row("as it is", role("Role", "shop/reader", readPods), DraftState::Unchanged, "");
        row("another rule", role("Role", "shop/reader", readSecrets), DraftState::Changed, "apply -f -");
        row("a new role", role("Role", "shop/writer", readSecrets), DraftState::New, "apply -f -");
        row("another subject", binding("shop/read", "Role/reader", user("bob")), DraftState::Changed, "apply -f -");
        row("another roleRef", binding("shop/read", "ClusterRole/view", account("shop", "front")), DraftState::Replaced, "delete rolebinding read -n shop | apply -f -");
        row("no object of access", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\n", DraftState::Other, "apply -f -");
    }

    void aStateSaysWhatBecomesOfAnObject()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, state);
        QFETCH(QString, steps);
        const Basis basis = basisOf(shop);
        const DraftEffect effect = effectOf(basis, {{text.toStdString()}}, std::nullopt);
        QCOMPARE(int(stateOf(effect)), state);
        QCOMPARE(told(kubectlSteps(basis, effect)), steps);
        QCOMPARE(yamlOf(effect).empty(), steps.isEmpty());
    }

    void whatIsGainedAndLostIsToldTogether()
    {
        const Basis basis = basisOf(shop);
        const DraftEffect effect = effectOf(basis, {{role("Role", "shop/reader", readSecrets)}, {binding("shop/more", "ClusterRole/view", user("bob"))}}, std::nullopt);
        QCOMPARE(told(effect.whatIf.gained), QStringLiteral("ServiceAccount/shop/front get secrets@shop, User/bob get pods@shop, User/bob list pods@shop"));
        QCOMPARE(told(effect.whatIf.lost), QStringLiteral("ServiceAccount/shop/front get pods@shop, ServiceAccount/shop/front list pods@shop"));
        QVERIFY(!effect.whatIf.write);
    }

    void aDeletionTakesWhatItGave()
    {
        const Basis basis = basisOf(shop);
        const DraftEffect effect = effectOf(basis, {deletion("RoleBinding/shop/read"), deletion("Role/shop/reader"), deletion("Role/shop/nothing")}, std::nullopt);
        QCOMPARE(told(effect.whatIf.lost), QStringLiteral("ServiceAccount/shop/front get pods@shop, ServiceAccount/shop/front list pods@shop"));
        QCOMPARE(int(stateOf(effect, 2)), int(DraftState::Gone));
        QCOMPARE(told(kubectlSteps(basis, effect)), QStringLiteral("delete rolebinding read -n shop | delete role reader -n shop"));
    }

    void aBrokenDraftDoesNotCountAndOthersDo()
    {
        const DraftEffect effect = effectOf(basisOf(shop), {{"kind: ["}, {binding("shop/more", "ClusterRole/view", user("bob"))}}, std::nullopt);
        QCOMPARE(effect.drafts[0].problems.size(), std::size_t(1));
        QCOMPARE(effect.whatIf.gained.size(), std::size_t(2));
    }

    void anObjectThatIsDraftedTwiceCountsOnce()
    {
        const DraftEffect effect = effectOf(basisOf(shop), {{role("Role", "shop/reader", readSecrets)}, {role("Role", "shop/reader", readPods)}}, std::nullopt);
        QCOMPARE(effect.changes.roles.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(english(effect.drafts[1].problems.front().message)), QStringLiteral("Role/shop/reader is drafted already, and counts as it is there"));
    }

    void risksComeAndGo()
    {
        const Basis basis = basisOf(shop + role("Role", "shop/peek", readSecrets) + binding("shop/peek", "Role/peek", user("bob")));
        const DraftEffect effect = effectOf(basis, {deletion("RoleBinding/shop/peek"), {binding("shop/peek-2", "Role/peek", account("shop", "front"))}}, std::nullopt);
        const RiskChanges risks = riskChanges(basis, effect);
        const auto isAbout = [](const char *subject) { return [subject](const Risk &risk) { return risk.id == "R08" && risk.subject.text() == subject; }; };
        QVERIFY(std::ranges::any_of(risks.appeared, isAbout("ServiceAccount/shop/front")));
        QVERIFY(std::ranges::any_of(risks.gone, isAbout("User/bob")));
        QVERIFY(riskChanges(basis, effectOf(basis, {}, std::nullopt)).appeared.empty());
    }

    void whereARuleStandsMakesNoOtherRisk_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("appeared");
        QTest::addColumn<QString>("gone");
        const std::string harmless = "{verbs: [get], apiGroups: [''], resources: [services]}", more = "{verbs: [get], apiGroups: [''], resources: [services, secrets]}";
        const std::string makes = "{verbs: [create], apiGroups: [''], resources: [pods]}", reads = readSecrets;
        const auto row = [](const char *name, const std::string &rules, const char *appeared, const char *gone) {
            QTest::newRow(name) << QByteArray::fromStdString(rules) << QString::fromUtf8(appeared) << QString::fromUtf8(gone);
        };
        row("a rule before others", harmless + ", " + reads + ", " + makes, "", "");
        row("a rule behind others", reads + ", " + makes + ", " + harmless, "", "");
        row("in another order", makes + ", " + reads, "", "");
        row("the first one taken out", makes, "", "R08@0");
        row("written differently", more + ", " + makes, "", "");
        row("once more, before others", more + ", " + reads + ", " + makes, "", "");
    }

    void whereARuleStandsMakesNoOtherRisk()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QString, appeared);
        QFETCH(QString, gone);
        const std::string makes = "{verbs: [create], apiGroups: [''], resources: [pods]}";
        const Basis basis = basisOf(role("Role", "kube-system/peek", readSecrets + (", " + makes)) + binding("kube-system/peek", "Role/peek", user("bob")));
        const RiskChanges risks = riskChanges(basis, effectOf(basis, {{role("Role", "kube-system/peek", rules.toStdString())}}, std::nullopt));
        const auto told = [](const std::vector<Risk> &some) {
            QStringList out;
            for (const Risk &risk : some)
                if (risk.id == "R08" || risk.id == "R24")
                    out << QString::fromStdString(std::string(risk.id)) + u'@' + QString::number(*risk.rule);
            return out.join(u' ');
        };
        QCOMPARE(told(risks.appeared), appeared);
        QCOMPARE(told(risks.gone), gone);
        if (appeared.isEmpty() && gone.isEmpty())
            QVERIFY(risks.appeared.empty() && risks.gone.empty());
    }

    void whetherOneMayApplyItIsJudgedAsTheServerWould()
    {
        const Basis basis = basisOf(shop + role("Role", "shop/maker", "{verbs: [create], apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings]}") + binding("shop/maker", "Role/maker", user("bob")));
        const std::vector<Draft> drafts{{binding("shop/more", "ClusterRole/view", user("carl"))}};
        QCOMPARE(effectOf(basis, drafts, master).whatIf.write->answer, MayApply::Yes);
        const auto bob = effectOf(basis, drafts, Identity::authenticated("bob", {})).whatIf.write;
        QCOMPARE(bob->answer, MayApply::No);
        QCOMPARE(bob->missing.size(), std::size_t(3));       // what kubectl gets first; get and list of pods, or bind
        QVERIFY(!effectOf(basis, drafts, std::nullopt).whatIf.write);
    }

    void whatMayNotBeReadIsNotTakenForNew()
    {
        Inputs inputs = samples::inputs(shop);
        inputs.unreadable.push_back({"roles", {}, {}, "forbidden"});
        const Basis basis(std::move(inputs));
        QCOMPARE(int(stateOf(effectOf(basis, {{role("Role", "shop/other", readPods)}}, std::nullopt))), int(DraftState::Hidden));
        QCOMPARE(int(stateOf(effectOf(basis, {deletion("Role/shop/other")}, std::nullopt))), int(DraftState::Hidden));
    }

    void rolesAreWrittenBeforeBindings()
    {
        const Basis basis = basisOf(shop);
        const DraftEffect effect = effectOf(basis, {{binding("shop/b", "Role/new", user("bob"))}, {role("Role", "shop/new", readPods)}}, std::nullopt);
        const std::string yaml = yamlOf(effect);
        QVERIFY(yaml.find("kind: Role\n") < yaml.find("kind: RoleBinding"));
        QCOMPARE(kubectlSteps(basis, effect).front().input, yaml);
        QCOMPARE(readDraft(yaml).objects.size(), std::size_t(2));
    }

    void whatKubectlApplyWouldLeaveBehindIsReplaced()
    {
        const std::string labelled = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: part, labels: {to-view: 'true'}}\nrules: []\n";
        const Basis basis = basisOf(labelled);
        const DraftEffect effect = effectOf(basis, {{role("ClusterRole", "/part", "")}}, std::nullopt);
        QCOMPARE(told(kubectlSteps(basis, effect)), QStringLiteral("replace -f -"));
    }

    void aCopyAsReadIsNoChange()
    {
        const auto object = text::parseYaml("apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\n  namespace: shop\n  uid: abc\n  resourceVersion: '7'\n  creationTimestamp: '2026-01-01T00:00:00Z'\n"
                                            "  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{}'}\n  managedFields: [{manager: kubectl}]\nrules:\n- {verbs: [get], apiGroups: [''], resources: [pods]}\n");
        QVERIFY(object);
        const std::string copy = draftText(*object);
        for (const char *word : {"uid", "resourceVersion", "creationTimestamp", "managedFields", "last-applied"})
            QVERIFY2(copy.find(word) == std::string::npos, word);
        const Basis basis = basisOf(text::writeYaml(*object));
        QCOMPARE(int(stateOf(effectOf(basis, {{copy}}, std::nullopt))), int(DraftState::Unchanged));
        const DraftedObject read = readDraft(copy).objects.front();
        QVERIFY(!isOtherThan(read, basis));
        QVERIFY(isOtherThan(read, basisOf(shop)));
        QVERIFY(isOtherThan(read, basisOf(role("Role", "shop/else", readPods))));
    }

    void templatesAreSoundAndNew_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"})
            QTest::newRow(kind) << QByteArray(kind);
    }

    void templatesAreSoundAndNew()
    {
        QFETCH(QByteArray, kind);
        std::string known = shop;
        for (int i = 0; i < 3; ++i) {
            const Basis basis = basisOf(known);
            const std::string text = templateText(kind.toStdString(), "shop", basis);
            const DraftEffect effect = effectOf(basis, {{text}}, std::nullopt);
            QVERIFY2(effect.drafts.front().problems.empty(), text.c_str());
            QCOMPARE(int(stateOf(effect)), int(DraftState::New));
            known += "---\n" + text;
        }
    }

    void aRuleIsWrittenIntoTheText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("before others") << QByteArray("kind: Role\nrules:\n- verbs: [get]\n") << QByteArray("kind: Role\nrules:\n- apiGroups:\n  - apps\n  resources:\n  - deployments\n  verbs:\n  - list\n- verbs: [get]\n");
        QTest::newRow("as deep as others") << QByteArray("rules:\n  # why\n  - verbs: [get]\n") << QByteArray("rules:\n  - apiGroups:\n    - apps\n    resources:\n    - deployments\n    verbs:\n    - list\n  # why\n  - verbs: [get]\n");
        QTest::newRow("the first one") << QByteArray("rules: []\nkind: Role\n") << QByteArray("rules:\n- apiGroups:\n  - apps\n  resources:\n  - deployments\n  verbs:\n  - list\nkind: Role\n");
        QTest::newRow("in brackets") << QByteArray("rules: [{verbs: [get]}]\n") << QByteArray();
        QTest::newRow("no rules") << QByteArray("kind: RoleBinding\n") << QByteArray();
    }

    void aRuleIsWrittenIntoTheText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto written = withRule(text.toStdString(), {{"list"}, {"apps"}, {"deployments"}, {}, {}});
        QCOMPARE(QByteArray::fromStdString(written.value_or(std::string())), expected);
    }

    void fewWordsMeanRules()
    {
        const auto rules = rulesOf("get, list", "pods pods/log deploy ingresses.networking.k8s.io widgets.example.com /metrics", "web", kube::builtinCatalog());
        const std::vector<PolicyRule> expected{{{"get", "list"}, {""}, {"pods", "pods/log"}, {"web"}, {}},
                                               {{"get", "list"}, {"apps"}, {"deployments"}, {"web"}, {}},
                                               {{"get", "list"}, {"example.com"}, {"widgets"}, {"web"}, {}},
                                               {{"get", "list"}, {"networking.k8s.io"}, {"ingresses"}, {"web"}, {}},
                                               {{"get", "list"}, {}, {}, {}, {"/metrics"}}};
        QCOMPARE(rules, expected);
        QVERIFY(rulesOf("", "pods", "", kube::builtinCatalog()).empty());
        QVERIFY(rulesOf("get", " , ", "", kube::builtinCatalog()).empty());
        QCOMPARE(rulesOf("*", "*", "", kube::builtinCatalog()).front(), (PolicyRule{{"*"}, {"*"}, {"*"}, {}, {}}));
    }
};

QTEST_APPLESS_MAIN(DraftEffectTest)
#include "DraftEffectTest.moc"
