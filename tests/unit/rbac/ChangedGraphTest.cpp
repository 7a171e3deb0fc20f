#include "models/rbac/AccessFolding.h"
#include "models/rbac/AccessPicture.h"
#include "models/rbac/DraftEffect.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "tests/unit/rbac/World.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;
using samples::user;

namespace {

using Change = graph::Matrix::Change;

constexpr const char *readPods = "{verbs: [get, list], apiGroups: [''], resources: [pods]}";
constexpr const char *readSecrets = "{verbs: [get], apiGroups: [''], resources: [secrets]}";

const std::string shop = role("Role", "shop/reader", readPods) + binding("shop/read", "Role/reader", user("ann"));

/// What would be after drafts, drawn around one identity.
AccessPicture drawn(const std::string &there, const std::vector<Draft> &drafts, const Identity &who, bool folds = false)
{
    const auto before = std::make_shared<const Basis>(samples::inputs(there));
    const DraftEffect effect = effectOf(*before, drafts, std::nullopt);
    const auto after = std::make_shared<const Basis>(effect.whatIf.after, *before);
    PictureWish wish{{who}, folds};
    return changedPicture(before, after, wish);
}

/// "+Role/shop/reader −RoleBinding/shop/read ~..."; what stays is left out.
QString told(const AccessGraph &graph)
{
    QStringList out;
    for (const GraphNode &node : graph.nodes)
        if (node.change != GraphChange::None)
            out << QString::fromUtf8(node.change == GraphChange::Gained ? "+" : node.change == GraphChange::Lost ? "−" : "~") + QString::fromStdString(node.id);
    out.sort();
    return out.join(u' ');
}

/// "+get pods −list pods"
QString cells(const AccessPicture &picture)
{
    QStringList out;
    for (const graph::Box &box : picture.drawing.boxes)
        for (std::size_t row = 0; box.matrix && row < box.matrix->rows.size(); ++row)
            for (std::size_t column = 0; column < box.matrix->verbs.size(); ++column)
                if (const Change change = box.matrix->rows[row].change(column); change != Change::None)
                    out << QString::fromStdString(std::string(graph::signOf(change)) + box.matrix->verbs[column] + ' ' + box.matrix->rows[row].name);
    out.sort();
    return out.join(u' ');
}

/// Without the roles that are named while they are not there: those come and go where they stand.
std::set<std::string> ids(const AccessGraph &graph, GraphChange without, const Basis &before, const Basis &after)
{
    const auto isThere = [&](const GraphNode &node) {
        const auto ref = ObjectRef::parse(node.id);
        return node.layer != GraphLayer::Role || (ref && before.evaluator.findRole(*ref) && after.evaluator.findRole(*ref));
    };
    std::set<std::string> out;
    for (GraphNode node : graph.nodes) {
        if (node.change == without || !isThere(node))
            continue;
        node.folded.push_back(node.id);
        for (const std::string &id : node.folded)       // what is alike before need not be afterwards
            out.insert(std::to_string(int(node.layer)) + ' ' + id);
    }
    return out;
}

std::set<GraphEdge> lines(const AccessGraph &graph, GraphChange without)
{
    std::set<GraphEdge> out;
    for (GraphEdge edge : connectionsOf(graph)) {
        if (std::exchange(edge.change, GraphChange::None) != without)
            out.insert(edge);
    }
    return out;
}

Draft deletion(const char *object) { return {{}, ObjectRef::parse(object)}; }

} // namespace

/// The graph of what would be: what comes, what goes, and what is another.
class ChangedGraphTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatADraftBringsAndTakesIsMarked_data()
    {
        QTest::addColumn<QByteArray>("draft");
        QTest::addColumn<QString>("objects");
        QTest::addColumn<QString>("rights");
        const auto row = [](const char *name, const std::string &draft, const char *objects, const char *rights) {
            QTest::newRow(name) << QByteArray::fromStdString(draft) << QString::fromUtf8(objects) << QString::fromUtf8(rights);
        };
        row("nothing", role("Role", "shop/reader", readPods), "", "");
        row("another rule", role("Role", "shop/reader", readSecrets), "~Role/shop/reader", "+get secrets −get pods −list pods");
        row("a rule more", role("Role", "shop/reader", std::string(readPods) + ", " + readSecrets), "~Role/shop/reader", "+get secrets");
        row("another binding", role("Role", "team/peek", readSecrets) + binding("team/peek", "Role/peek", user("ann")), "+Namespace/team +Role/team/peek +RoleBinding/team/peek", "+get secrets");
        row("the same rights by another way", binding("shop/more", "Role/reader", user("ann")), "+RoleBinding/shop/more", "");
        row("another subject more", binding("shop/read", "Role/reader", user("ann") + ", " + user("bob")), "~RoleBinding/shop/read", "");
        row("no subject any more", binding("shop/read", "Role/reader", user("bob")), "−Namespace/shop −Role/shop/reader −RoleBinding/shop/read", "−get pods −list pods");
    }

    void whatADraftBringsAndTakesIsMarked()
    {
        QFETCH(QByteArray, draft);
        QFETCH(QString, objects);
        QFETCH(QString, rights);
        const AccessPicture picture = drawn(shop, {{draft.toStdString()}}, {"ann", {}, {}});
        QCOMPARE(told(picture.shown), objects);
        QCOMPARE(cells(picture), rights);
    }

    void aRoleThatWasMissingComesToLife()
    {
        const AccessPicture picture = drawn(binding("shop/read", "Role/reader", user("ann")), {{role("Role", "shop/reader", readPods)}}, {"ann", {}, {}});
        QCOMPARE(told(picture.shown), QStringLiteral("+Namespace/shop +Role/shop/reader"));
        const auto found = std::ranges::find(picture.shown.nodes, "Role/shop/reader", &GraphNode::id);
        QCOMPARE(int(found->state), int(GraphState::Ok));
    }

    void aRoleThatGoesIsMissing()
    {
        const AccessPicture picture = drawn(shop, {deletion("Role/shop/reader")}, {"ann", {}, {}});
        const auto found = std::ranges::find(picture.shown.nodes, "Role/shop/reader", &GraphNode::id);
        QVERIFY(found->change == GraphChange::Lost && found->state == GraphState::Dangling);
        QCOMPARE(cells(picture), QStringLiteral("−get pods −list pods"));
    }

    void aRightThatMovesIsBoth()
    {
        const std::string there = role("ClusterRole", "/peek", readSecrets) + binding("shop/peek", "ClusterRole/peek", user("ann"));
        const AccessPicture picture = drawn(there, {{binding("team/peek", "ClusterRole/peek", user("ann"))}, deletion("RoleBinding/shop/peek")}, {"ann", {}, {}});
        QCOMPARE(cells(picture), QStringLiteral("±get secrets"));
        QCOMPARE(picture.boxesBehind("secrets", "get").size(), std::size_t(6));     // ann, both bindings, both namespaces, the role
    }

    void whatChangesHasASignAndAWord()
    {
        const AccessPicture picture = drawn(shop, {{binding("shop/read", "Role/reader", user("bob"))}, {binding("shop/more", "ClusterRole/gone", user("ann"))}}, {"ann", {}, {}});
        const auto captionOf = [&](const char *id) { return std::ranges::find(picture.drawing.boxes, id, &graph::Box::id)->caption; };
        QCOMPARE(captionOf("3 RoleBinding/shop/read"), std::string("− lost · RoleBinding · shop"));
        QCOMPARE(captionOf("3 RoleBinding/shop/more"), std::string("+ gained · RoleBinding · shop"));
        for (const graph::Line &line : picture.drawing.lines)
            QCOMPARE(line.label, std::string(line.from.ends_with("/more") || line.to.ends_with("/more") ? "+" : "−"));
    }

    void defaultsThatChangeAreNotFoldedAway()
    {
        const std::string marked = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: NAME, labels: {kubernetes.io/bootstrapping: rbac-defaults}}\n"
                                   "roleRef: {kind: ClusterRole, name: view}\nsubjects: [{kind: Group, name: 'system:authenticated'}]\n";
        const auto named = [&](const char *name) { return std::string(marked).replace(marked.find("NAME"), 4, name); };
        const std::string there = role("ClusterRole", "/view", readPods) + named("one") + named("two") + named("three");
        const AccessPicture picture = drawn(there, {deletion("ClusterRoleBinding/two")}, {"ann", {}, {"system:authenticated"}}, true);
        QCOMPARE(told(picture.shown), QStringLiteral("−ClusterRoleBinding/two"));
        const auto folded = std::ranges::find(picture.shown.nodes, std::size_t(2), &GraphNode::stack);
        QVERIFY(folded != picture.shown.nodes.end() && folded->change == GraphChange::None);
    }

    void withoutWhatChangesItIsWhatIsAndWhatWouldBe()
    {
        std::size_t gained = 0, lost = 0;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            samples::World world(seed);
            const auto before = std::make_shared<const Basis>(world.inputs());
            const auto after = std::make_shared<const Basis>(changedInputs(before->inputs, {{world.role()}, {world.binding()}, {before->inputs.bindings[world.below(5)]->ref}}), *before);
            const PictureWish wish{{world.identity()}, false};
            const AccessPicture picture = changedPicture(before, after, wish), is = pictureOf(before, wish), would = pictureOf(after, wish);
            QCOMPARE(ids(picture.whole, GraphChange::Gained, *before, *after), ids(is.whole, GraphChange::Gained, *before, *after));
            QCOMPARE(ids(picture.whole, GraphChange::Lost, *before, *after), ids(would.whole, GraphChange::Lost, *before, *after));
            QVERIFY(lines(picture.whole, GraphChange::Gained) == lines(is.whole, GraphChange::Gained));
            QVERIFY(lines(picture.whole, GraphChange::Lost) == lines(would.whole, GraphChange::Lost));
            QVERIFY(picture.whole.matrix == would.whole.matrix);
            gained += picture.whole.gained.size();
            lost += picture.whole.lost.size();
        }
        QVERIFY2(gained > 50 && lost > 50, qPrintable(QString::number(gained) + u' ' + QString::number(lost)));
    }
};

QTEST_APPLESS_MAIN(ChangedGraphTest)
#include "ChangedGraphTest.moc"
