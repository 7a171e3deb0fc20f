#include "models/rbac/AccessDrawing.h"

#include <QtTest>

#include <algorithm>

using rbac::GraphLayer;
using rbac::GraphNode;
using rbac::GraphState;

namespace {

GraphNode node(std::string id, GraphLayer layer, std::string kind, std::string name, std::string place = {})
{
    GraphNode out;
    out.id = std::move(id);
    out.layer = layer;
    out.kind = std::move(kind);
    out.name = std::move(name);
    out.namespaceName = std::move(place);
    return out;
}

graph::Box boxOf(const GraphNode &node)
{
    return rbac::drawingOf({{node}, {}, {}}).boxes.front();
}

} // namespace

class AccessDrawingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachBoxSaysItsKindInWords()
    {
        GraphNode binding = node("RoleBinding/a/v", GraphLayer::Binding, "RoleBinding", "v", "a");
        QCOMPARE(boxOf(binding).title + '/' + boxOf(binding).caption, std::string("v/RoleBinding · a"));
        binding.stack = 3;
        QCOMPARE(boxOf(binding).title + '/' + boxOf(binding).caption, std::string("v +2/RoleBindings · a"));
        QCOMPARE(boxOf(node("Group/devs", GraphLayer::Group, "Group", "devs")).caption, std::string("Group"));
    }

    void eachFactHasItsMark()
    {
        GraphNode one = node("Role/a/r", GraphLayer::Role, "Role", "r", "a");
        QCOMPARE(graph::wordsOf(boxOf(one).marks), std::string());
        one.isImplied = one.isClusterWide = true;
        one.risks = {"R08"};
        one.state = GraphState::Dangling;
        QCOMPARE(graph::wordsOf(boxOf(one).marks), std::string("implied by the server, cluster-wide, dangling, risk"));
        one.state = GraphState::Unknown;
        QCOMPARE(graph::wordsOf(boxOf(one).marks), std::string("implied by the server, cluster-wide, unknown, risk"));
    }

    void onlyIdentitiesAreRounded()
    {
        for (const GraphLayer layer : {GraphLayer::Pod, GraphLayer::Identity, GraphLayer::Group, GraphLayer::Binding, GraphLayer::Role, GraphLayer::Namespace}) {
            QCOMPARE(boxOf(node("x", layer, "Kind", "x")).rounded, layer == GraphLayer::Identity);
            QCOMPARE(boxOf(node("x", layer, "Kind", "x")).column, static_cast<int>(layer));
        }
    }

    void linesJoinBoxesAndHaveTheMarksOfTheirEnds()
    {
        rbac::AccessGraph access;
        access.nodes = {node("User/kim", GraphLayer::Identity, "User", "kim"), node("Group/devs", GraphLayer::Group, "Group", "devs"),
                        node("ClusterRoleBinding/b", GraphLayer::Binding, "ClusterRoleBinding", "b"), node("ClusterRole/gone", GraphLayer::Role, "ClusterRole", "gone")};
        access.nodes[2].isClusterWide = true;
        access.nodes[3].state = GraphState::Dangling;
        access.edges = {{"User/kim", "Group/devs", "member", true}, {"Group/devs", "ClusterRoleBinding/b", "bound", false}, {"ClusterRoleBinding/b", "ClusterRole/gone", "grants", false},
                        {"User/kim", "Role/lost", "bound", false}};
        const graph::Drawing drawing = rbac::drawingOf(access);
        QCOMPARE(drawing.lines.size(), std::size_t(3));
        QCOMPARE(graph::wordsOf(drawing.lines[0].marks), std::string("implied by the server"));
        QCOMPARE(graph::wordsOf(drawing.lines[1].marks), std::string("cluster-wide"));
        QCOMPARE(graph::wordsOf(drawing.lines[2].marks), std::string("cluster-wide, dangling"));
        for (const graph::Line &line : drawing.lines)
            for (const std::string &end : {line.from, line.to})
                QVERIFY(std::ranges::find(drawing.boxes, end, &graph::Box::id) != drawing.boxes.end());
    }

    void aGroupMayBeAskedAboutAndBelongToAnother()
    {
        rbac::AccessGraph access;
        access.nodes = {node("Group/devs", GraphLayer::Identity, "Group", "devs"), node("Group/devs", GraphLayer::Group, "Group", "devs"),
                        node("RoleBinding/a/b", GraphLayer::Binding, "RoleBinding", "b", "a")};
        access.edges = {{"Group/devs", "RoleBinding/a/b", "bound", false}};
        const graph::Drawing drawing = rbac::drawingOf(access);
        QCOMPARE(drawing.lines.front().from, drawing.boxes[1].id);
        QVERIFY(drawing.boxes[0].id != drawing.boxes[1].id);
    }

    void rightsBecomeATable()
    {
        using Cell = graph::Matrix::Cell;
        const auto right = [](std::string verb, std::string group, std::string resource, std::string sub, std::vector<std::string> names, std::string place) {
            rbac::Right out;
            out.verb = std::move(verb);
            out.apiGroup = std::move(group);
            out.resource = std::move(resource);
            out.subresource = std::move(sub);
            out.names = std::move(names);
            out.namespaceName = std::move(place);
            return out;
        };
        rbac::AccessGraph access;
        access.matrix = {right("list", "", "pods", "", {}, "a"), right("get", "", "pods", "log", {}, "a"), right("get", "", "secrets", "", {"x"}, "a")};
        const graph::Matrix matrix = rbac::matrixOf(access);
        QCOMPARE(matrix.verbs, (std::vector<std::string>{"get", "list"}));
        QCOMPARE(matrix.rows.size(), std::size_t(3));
        QCOMPARE(matrix.rows[1].name, std::string("pods/log"));
        QVERIFY((matrix.rows[1].cells == std::vector<Cell>{Cell::Yes, Cell::No}));
        QCOMPARE(matrix.note, std::string("in a only · nothing cluster-wide"));
        access.matrix.push_back(right("get", "", "nodes", "", {}, ""));
        QCOMPARE(rbac::matrixOf(access).note, std::string("in the whole cluster · more in a"));
        access.matrix.push_back(right("get", "", "pods", "", {}, "b"));
        access.foldedRows = 7;
        QCOMPARE(rbac::matrixOf(access).note, std::string("in the whole cluster · more in 2 namespaces · 7 more by default"));
        access.isWhole = false;
        QVERIFY((rbac::matrixOf(access).rows[1].cells == std::vector<Cell>{Cell::Yes, Cell::Unknown}));
        access.matrix.clear();
        for (int i = 0; i < 500; ++i)
            access.matrix.push_back(right("get", "", "r" + std::to_string(i), "", {}, i % 2 ? "a" : "b"));
        QCOMPARE(rbac::matrixOf(access).note, std::string("in 2 namespaces · nothing cluster-wide · 100 more resources · 7 more by default"));
    }
};

QTEST_APPLESS_MAIN(AccessDrawingTest)
#include "AccessDrawingTest.moc"
