#include "models/rbac/Question.h"

#include "models/kube/BuiltinCatalog.h"
#include "models/rbac/AccessPicture.h"
#include "models/rbac/Centre.h"
#include "models/rbac/HolderList.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "tests/unit/rbac/World.h"

#include <QTest>

#include <algorithm>

using namespace rbac;

namespace {

Basis basisOf(const std::string &yaml)
{
    Inputs inputs = samples::inputs(yaml);
    inputs.catalog = kube::builtinCatalog();
    return Basis(std::move(inputs));
}

const std::string reader = samples::role("Role", "shop/reader", "{verbs: [get, list], apiGroups: [''], resources: [pods]}")
    + samples::binding("shop/read", "Role/reader", samples::account("shop", "front"))
    + "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: back, namespace: shop}\n"
    + "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: front, namespace: shop}\n";

const Asker front{Identity::ofServiceAccount({"shop", "front"}), "shop"};

std::string asked(const std::string &text)
{
    static const Basis basis = basisOf(reader);
    const auto question = readQuestion(text, front, basis);
    return question ? question->identity.ref().text() + " " + question->request.text() : "misuse";
}

} // namespace

/// Questions as people type and paste them, and their answers.
class QuestionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNoServerAsksAboutIsSaidAndNotMended_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("hint");
        QTest::newRow("a verb") << std::string("can eat pods") << std::string("verb '%1' is not a known verb");
        QTest::newRow("a resource") << std::string("can list widgets") << std::string("the server doesn't have a resource type \"%1\"");
    }
    void whatNoServerAsksAboutIsSaidAndNotMended()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, hint);
        const Basis basis = basisOf(reader);
        const Answer answer = answerTo(basis, *readQuestion(text, front, basis));
        QCOMPARE(answer.question.hints.size(), std::size_t(1));
        QCOMPARE(std::string(answer.question.hints.front().words), hint);
        QVERIFY(answer.fixes.empty() && answer.decision.verdict != Verdict::Allow);
        QVERIFY(!answerTo(basis, *readQuestion("can list secrets", front, basis)).fixes.empty());
        QCOMPARE(readWho("who " + text, front, basis)->hints.size(), std::size_t(1));
    }

    void whoeverLooksIsAskedAboutWithTheirGroups_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("by name") << std::string("can root delete nodes");
        QTest::newRow("by reference") << std::string("can User/root delete nodes");
        QTest::newRow("beside themselves") << std::string("can I delete nodes");
        QTest::newRow("in a refusal") << std::string("nodes is forbidden: User \"root\" cannot delete resource \"nodes\" in API group \"\" at the cluster scope");
    }
    void whoeverLooksIsAskedAboutWithTheirGroups()
    {
        QFETCH(std::string, text);
        const Basis basis = basisOf(reader);
        const Identity root{"root", {"system:masters", "system:authenticated"}, {}};
        const Identity nameAlone = Identity::authenticated("root", {});
        const Question known = *readQuestion(text, {nameAlone, {}, root}, basis);
        QVERIFY(known.identity == root && known.hints.empty());
        QVERIFY(answerTo(basis, known).decision.verdict == Verdict::Allow);
        const Question unknown = *readQuestion(text, {nameAlone, {}}, basis);
        QVERIFY(unknown.identity == nameAlone);
        QCOMPARE(unknown.hints.size(), std::size_t(1));
        QCOMPARE(std::string(unknown.hints.front().words), std::string("which groups %1 is in is not known: only those that everybody has are counted"));
        QVERIFY(readQuestion("can back delete nodes", {nameAlone, "shop", root}, basis)->identity != root);
    }

    void anAccountThatIsNotThereIsSaid()
    {
        const std::string missing = "%1 does not exist: this would count once it is made";
        const Basis basis = basisOf(reader);
        const Question question = *readQuestion("can shop/gone list pods", front, basis);
        QCOMPARE(question.hints.size(), std::size_t(1));
        QCOMPARE(std::string(question.hints.front().words), missing);
        QVERIFY(readQuestion("can list pods", front, basis)->hints.empty());
        QVERIFY(readWho("who can list pods", {Identity::ofServiceAccount({"shop", "gone"}), "shop"}, basis)->hints.empty());
        Inputs hidden = samples::inputs(reader);
        hidden.catalog = kube::builtinCatalog();
        hidden.unreadable.push_back({"serviceaccounts", {}, {}, "no"});
        QVERIFY(readQuestion("can shop/gone list pods", front, Basis(std::move(hidden)))->hints.empty());
    }

    void aNamespaceThatIsNotThereIsSaid()
    {
        Inputs inputs = samples::inputs(reader);
        inputs.catalog = kube::builtinCatalog();
        inputs.namespaces = {"shop", "billing"};
        const Basis known(Inputs{inputs});
        QVERIFY(readQuestion("can list pods in billing", front, known)->hints.empty());
        QCOMPARE(readQuestion("can list pods in biling", front, known)->hints.size(), std::size_t(1));
        inputs.unreadable.push_back({"namespaces", {}, {}, "no"});
        QVERIFY(readQuestion("can list pods in biling", front, Basis(std::move(inputs)))->hints.empty());
    }

    void wordsAreUnderstood_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("meant");

        const auto row = [](const char *text, const std::string &meant) { QTest::addRow("%s", text) << std::string(text) << meant; };
        const std::string own = "ServiceAccount/shop/front ";
        const std::string listPods = samples::request("list /pods @shop").text();
        row("can list pods", own + listPods);
        row("may it list pods?", own + listPods);
        row("list po", own + listPods);
        row("can list pods in billing", own + samples::request("list /pods @billing").text());
        row("can list pods -n billing", own + samples::request("list /pods @billing").text());
        row("can list pods --namespace=billing", own + samples::request("list /pods @billing").text());
        row("can list pods in all namespaces", own + samples::request("list /pods @").text());
        row("can list pods everywhere", own + samples::request("list /pods @").text());
        row("can get pods/log web in a", own + samples::request("get /pods/log web@a").text());
        row("can get pods web", own + samples::request("get /pods web@shop").text());
        row("can list deployments in a", own + samples::request("list apps/deployments @a").text());
        row("can list nodes in a", own + samples::request("list /nodes @").text());
        row("can get /metrics", own + samples::request("get /metrics").text());
        row("can back list pods", "ServiceAccount/shop/back " + listPods);
        row("can team-a/ci list pods", "ServiceAccount/team-a/ci " + listPods);
        row("can ann list pods", "User/ann " + listPods);
        row("can Group/dev list pods", "Group/dev " + listPods);
        row("kubectl auth can-i list pods -n shop --as=system:serviceaccount:a:ci", "ServiceAccount/a/ci " + listPods);
        row("Error from server (Forbidden): pods is forbidden: User \"system:serviceaccount:shop:front\" cannot list resource \"pods\" in API group \"\" in the namespace \"billing\"",
            own + samples::request("list /pods @billing").text());
        row("", "misuse");
        row("list", "misuse");
        row("what is the weather like today", "misuse");
    }
    void wordsAreUnderstood()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, meant);
        QCOMPARE(asked(text), meant);
    }

    void anAnswerHasItsWayAndItsCarrier()
    {
        const Basis basis = basisOf(reader);
        const Answer answer = answerTo(basis, *readQuestion("can list pods", front, basis));
        QVERIFY(answer.decision.verdict == Verdict::Allow);
        QCOMPARE(answer.grants.size(), std::size_t(1));
        QCOMPARE(answer.carrier.value().text(), std::string("RoleBinding/shop/read"));
        QVERIFY(answer.misses.empty() && answer.fixes.empty());
        const std::vector<std::string> way = {"Namespace/shop", "Role/shop/reader", "RoleBinding/shop/read", "ServiceAccount/shop/front"};
        QVERIFY(wayOf(answer) == way);
    }

    void aRefusalHasWhatComesNearestAndWhatMendsIt()
    {
        const Basis basis = basisOf(reader);
        const Answer answer = answerTo(basis, *readQuestion("can list pods in billing", front, basis));
        QVERIFY(answer.decision.verdict == Verdict::NoOpinion);
        QCOMPARE(answer.misses.front().binding.text(), std::string("RoleBinding/shop/read"));
        QVERIFY(!answer.fixes.empty());
        const Basis after(answer.fixes.front().whatIf.after);
        QVERIFY(after.evaluator.allows(front.identity, answer.question.request));
    }

    void whatMayNotBeReadIsNotAnsweredWithNo()
    {
        Inputs inputs = samples::inputs(reader);
        inputs.unreadable.push_back({"rolebindings", {}, {}, "forbidden"});
        const Basis basis(std::move(inputs));
        const Answer answer = answerTo(basis, *readQuestion("can list secrets", front, basis));
        QVERIFY(answer.decision.verdict == Verdict::Unknown);
        QVERIFY(answer.fixes.empty());
    }

    void aPictureAfterAChangeKeepsWhatStaysInItsPlace()
    {
        for (unsigned seed = 1; seed <= 100; ++seed) {
            samples::World world(seed);
            const auto before = std::make_shared<const Basis>(world.inputs());
            Inputs changed = before->inputs;
            auto added = std::make_shared<Binding>(*changed.bindings.front());
            added->ref = {"ClusterRoleBinding", {}, "added"};
            added->roleRef = {"rbac.authorization.k8s.io", "ClusterRole", "r0"};
            added->subjects = {{"ServiceAccount", {}, "a", "ci"}};
            changed.bindings.push_back(added);
            const PictureWish wish{{Identity::ofServiceAccount({"a", "ci"})}};
            const AccessPicture first = pictureOf(before, wish);
            const AccessPicture second = pictureOf(std::make_shared<const Basis>(std::move(changed)), wish, &first);
            QVERIFY(!second.looksLike(first));
            QVERIFY(pictureOf(before, wish).looksLike(first));
            QVERIFY(second.boxes.contains("ClusterRoleBinding/added"));
            for (const graph::Place &place : first.layout.places) {
                const graph::Place *now = second.layout.find(place.id);
                QVERIFY(!now || place.id == matrixId || now->y == place.y);
            }
        }
    }

    void anObjectIsAboutSomebody_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("identities");
        QTest::newRow("an account") << "ServiceAccount/shop/front" << "ServiceAccount/shop/front";
        QTest::newRow("a group") << "Group/devs" << "Group/devs";
        QTest::newRow("a pod") << "Pod/shop/web" << "ServiceAccount/shop/front";
        QTest::newRow("a static pod") << "Pod/shop/static" << "";
        QTest::newRow("a pod that is not known") << "Pod/shop/gone" << "";
        QTest::newRow("a binding, each of its subjects once") << "RoleBinding/shop/two" << "Group/devs|ServiceAccount/shop/front";
        QTest::newRow("a role, through all that bind it") << "Role/shop/reader" << "Group/devs|ServiceAccount/shop/back|ServiceAccount/shop/front";
        QTest::newRow("a role of another namespace") << "Role/other/reader" << "";
        QTest::newRow("what has nothing to do with access") << "ConfigMap/shop/x" << "";
    }

    void anObjectIsAboutSomebody()
    {
        QFETCH(QString, object);
        QFETCH(QString, identities);
        const std::string front = samples::account("shop", "front"), devs = samples::group("devs");
        Inputs inputs = samples::inputs(samples::role("Role", "shop/reader", "{verbs: [get], apiGroups: [''], resources: [pods]}") + samples::binding("shop/two", "Role/reader", front + ", " + devs + ", " + front)
                                        + samples::binding("shop/one", "Role/reader", samples::account("shop", "back")));
        inputs.pods.push_back({{"Pod", "shop", "web"}, "front", {}, "Running", {}, {}, {}});
        inputs.pods.push_back({{"Pod", "shop", "static"}, "front", {}, "Running", {}, {}, {}, true});
        const Centre centre = centreOf(inputs, ObjectRef::parse(object.toStdString()).value_or(ObjectRef{"ConfigMap", "shop", "x"}));
        QStringList names;
        for (const Identity &identity : centre.identities)
            names << QString::fromStdString(identity.ref().text());
        QCOMPARE(names.join(QLatin1Char('|')), identities);
        QCOMPARE(centre.count, centre.identities.size());
    }

    void aPartOfAnAggregatedRoleIsAboutWhoeverIsBoundToTheWhole()
    {
        const std::string labelled = samples::role("ClusterRole", "/part", "{verbs: [get], apiGroups: [''], resources: [pods]}");
        Inputs inputs = samples::inputs(labelled + samples::role("ClusterRole", "/whole", "{verbs: [get], apiGroups: [''], resources: [pods]}")
                                        + samples::role("ClusterRole", "/all", "{verbs: [get], apiGroups: [''], resources: [pods]}")
                                        + samples::binding("shop/one", "ClusterRole/whole", samples::user("jane")) + samples::binding("/two", "ClusterRole/all", samples::group("devs")));
        const auto change = [&](std::size_t role, Labels labels, std::map<std::string, std::string> wanted) {
            auto changed = std::make_shared<Role>(*inputs.roles[role]);
            changed->labels = std::move(labels);
            if (!wanted.empty()) {
                ObjectSelector selector;
                selector.matchLabels.insert(wanted.begin(), wanted.end());
                changed->aggregation = {selector};
            }
            inputs.roles[role] = changed;
        };
        change(0, {{"to", "whole"}}, {});
        change(1, {{"to", "all"}}, {{"to", "whole"}});
        change(2, {}, {{"to", "all"}});
        const Centre centre = centreOf(inputs, {"ClusterRole", {}, "part"});
        QCOMPARE(centre.count, std::size_t(2));
        QCOMPARE(centre.identities[0].ref().text(), std::string("Group/devs"));
        QCOMPARE(centre.identities[1].ref().text(), std::string("User/jane"));
        QCOMPARE(centreOf(inputs, {"ClusterRole", {}, "all"}).count, std::size_t(1));
    }

    void whyAnObjectIsAboutNobodyIsKnown()
    {
        Inputs inputs = samples::inputs(samples::role("Role", "shop/unbound", "{verbs: [get], apiGroups: [''], resources: [pods]}") + samples::binding("shop/empty", "Role/unbound", ""));
        inputs.pods.push_back({{"Pod", "shop", "static"}, "front", {}, "Running", {}, {}, {}, true});
        const auto lackOf = [&](const char *kind, const char *name) { return centreOf(inputs, {kind, "shop", name}).lack; };
        QCOMPARE(lackOf("Pod", "static"), Centre::Lack::StaticPod);
        QCOMPARE(lackOf("Pod", "gone"), Centre::Lack::Missing);
        QCOMPARE(lackOf("Role", "unbound"), Centre::Lack::Empty);
        QCOMPARE(lackOf("RoleBinding", "empty"), Centre::Lack::Empty);
        QCOMPARE(lackOf("ServiceAccount", "front"), Centre::Lack::None);
        inputs.unreadable.push_back({"pods", {}, {}, "forbidden"});
        QCOMPARE(lackOf("Pod", "gone"), Centre::Lack::Hidden);
    }

    void ofManyTheFirstTwentyAreTakenAndAllAreCounted()
    {
        std::string subjects;
        for (int i = 0; i < 50; ++i)
            subjects += (i ? ", " : "") + samples::account("shop", "a" + std::to_string(i));
        const Centre centre = centreOf(samples::inputs(samples::binding("shop/many", "Role/reader", subjects)), {"RoleBinding", "shop", "many"});
        QCOMPARE(centre.identities.size(), std::size_t(20));
        QCOMPARE(centre.count, std::size_t(50));
    }

    void whoMayIsListedOnceWithAllWays()
    {
        const Basis basis = basisOf(reader + samples::role("ClusterRole", "/cluster-admin", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}")
                                    + samples::binding("/cluster-admin", "ClusterRole/cluster-admin", samples::group("system:masters"))
                                    + samples::binding("/all", "ClusterRole/cluster-admin", samples::account("shop", "front")) + samples::binding("shop/more", "Role/reader", samples::user("bob"))
                                    + samples::binding("shop/devs", "Role/reader", samples::group("devs")) + samples::binding("shop/everybody", "Role/reader", samples::group("system:authenticated")));
        const auto entries = entriesOf(*readWho("who can list pods in shop", front, basis));
        std::vector<std::string> subjects;
        for (const HolderEntry &entry : entries)
            subjects.push_back(entry.subject.text());
        QVERIFY((subjects == std::vector<std::string>{"ServiceAccount/shop/front", "User/bob", "Group/devs", "Group/system:masters", "Group/system:authenticated"}));
        QCOMPARE(entries[0].ways.size(), std::size_t(2));
        QVERIFY(entries[0].isClusterWide && !entries[0].needsNoBinding);
        QVERIFY(entries[3].needsNoBinding && entries[3].ways.size() == 1);
        QVERIFY((countsOf(entries) == std::array<std::size_t, HolderKindCount>{1, 1, 2, 1}));
    }

    void whatMendsItSaysWhichRisksItBrings()
    {
        const Basis basis = basisOf(reader);
        const Answer harmless = answerTo(basis, *readQuestion("can list services", front, basis));
        QVERIFY(!harmless.fixes.empty() && harmless.fixes.front().newRisks && harmless.fixes.front().newRisks->empty());
        const Answer grave = answerTo(basis, *readQuestion("can list secrets in billing", front, basis));
        QVERIFY(!grave.fixes.empty() && grave.fixes.front().newRisks && !grave.fixes.front().newRisks->empty());
        for (const Fix &fix : grave.fixes) {
            const AccessEvaluator after(fix.whatIf.after);
            QVERIFY((*fix.newRisks == risksOnlyIn({findRisks(after, fix.whatIf.after), after}, {basis.risks(), basis.evaluator})));
        }
    }

    void whoMayIsAskedInWords()
    {
        Basis basis = basisOf(reader);
        QVERIFY(asksWho("who can list pods") && asksWho("Who may get pods?") && asksWho("who-can list pods") && !asksWho("can list pods") && !asksWho("who"));
        const auto holders = readWho("who can list pods in shop", front, basis);
        QVERIFY(holders);
        QCOMPARE(holders->request.text(), std::string("list pods in namespace shop"));
        QStringList names;
        for (const Holder &holder : holders->holders)
            names << QString::fromStdString(holder.subject.text());
        QVERIFY2(names.contains(QStringLiteral("ServiceAccount/shop/front")) && !names.contains(QStringLiteral("ServiceAccount/shop/back")), qPrintable(names.join(u' ')));
        QVERIFY(holders->isComplete);
        const auto nobody = readWho("who can delete secrets in shop", front, basis);
        QVERIFY(nobody && std::ranges::none_of(nobody->holders, [](const Holder &holder) { return holder.grant.has_value(); }));
        QVERIFY(!readWho("who can", front, basis));
    }
};

QTEST_APPLESS_MAIN(QuestionTest)
#include "QuestionTest.moc"
