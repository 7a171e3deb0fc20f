#include "models/graph/Layout.h"

#include "tests/unit/graph/Samples.h"

#include <QtTest>

#include <limits>
#include <map>
#include <set>

using namespace graph;

namespace {

/// The first two places that overlap, or an empty text.
std::string overlap(const Layout &layout)
{
    for (std::size_t i = 0; i < layout.places.size(); ++i)
        for (std::size_t j = i + 1; j < layout.places.size(); ++j) {
            const Place &a = layout.places[i];
            const Place &b = layout.places[j];
            if (a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom())
                return a.id + " and " + b.id;
        }
    return {};
}

/// The first line that runs straight through a box, or an empty text.
std::string lineThroughBox(const Layout &layout)
{
    for (const Route &route : layout.routes)
        for (std::size_t i = 0; i + 1 < route.points.size(); ++i) {
            const Point a = route.points[i];
            const Point b = route.points[i + 1];
            for (const Place &place : layout.places)
                if (a.y == b.y && a.y > place.y && a.y < place.bottom() && std::min(a.x, b.x) < place.right()
                    && std::max(a.x, b.x) > place.x && place.id != route.from && place.id != route.to)
                    return route.from + " to " + route.to + " through " + place.id;
        }
    return {};
}

Graph shuffled(Graph graph, unsigned seed)
{
    std::mt19937 engine(seed);
    std::shuffle(graph.nodes.begin(), graph.nodes.end(), engine);
    std::shuffle(graph.edges.begin(), graph.edges.end(), engine);
    return graph;
}

bool contains(const Layout &layout, const Layout &before, const std::set<std::string> &except = {})
{
    return std::all_of(before.places.begin(), before.places.end(), [&](const Place &place) {
        const Place *now = layout.find(place.id);
        return except.count(place.id) || (now && *now == place);
    });
}

} // namespace

// What every drawing keeps to, whatever the graph.
class LayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGivesAnEmptyLayout()
    {
        const Layout layout = layOut({});
        QVERIFY(layout.places.empty() && layout.routes.empty() && layout.strips.empty());
        QCOMPARE(layout.width, 0.0);
        QVERIFY(layOutAgain({}, layOut(samples::random(1, 20))).places.empty());
    }

    void boxesDoNotOverlapAndNoLineRunsThroughThem()
    {
        for (unsigned seed = 0; seed < 60; ++seed) {
            const Layout layout = layOut(samples::random(seed, 5 + static_cast<int>(seed) * 2));
            QCOMPARE(overlap(layout), std::string());
            QCOMPARE(lineThroughBox(layout), std::string());
        }
    }

    void linesToALaterColumnNeverGoBack()
    {
        const Graph graph = samples::random(7, 80);
        const Layout layout = layOut(graph);
        for (const Route &route : layout.routes) {
            const Place &from = *layout.find(route.from);
            const Place &to = *layout.find(route.to);
            QVERIFY(route.points.size() >= 2);
            if (from.column >= to.column)
                continue;
            QCOMPARE(route.points.front().x, from.right());
            QCOMPARE(route.points.back().x, to.x);
            for (std::size_t i = 1; i < route.points.size(); ++i)
                QVERIFY(route.points[i - 1].x <= route.points[i].x);
        }
    }

    void linesMeetTheirBoxes()
    {
        const Layout layout = layOut(samples::random(11, 60));
        for (const Route &route : layout.routes)
            for (const auto &[id, point] : {std::pair(route.from, route.points.front()), std::pair(route.to, route.points.back())}) {
                const Place &place = *layout.find(id);
                QVERIFY(point.x == place.x || point.x == place.right());
                QVERIFY(point.y >= place.y && point.y <= place.bottom());
            }
    }

    void theOrderOfTheInputHasNoMeaning()
    {
        const Graph graph = samples::random(3, 70);
        const Layout layout = layOut(graph);
        for (unsigned seed = 0; seed < 10; ++seed) {
            const Layout other = layOut(shuffled(graph, seed));
            QVERIFY(other.places == layout.places);
            QCOMPARE(other.width, layout.width);
        }
    }

    void aLongLineIsStraight()
    {
        Graph graph;
        for (int column = 0; column < 5; ++column)
            for (int row = 0; row < 3; ++row)
                graph.nodes.push_back({std::to_string(column) + "." + std::to_string(row), column, 80, 30});
        graph.edges = {{"0.0", "4.0", {}}, {"0.1", "1.1", {}}, {"1.1", "2.1", {}}, {"2.1", "3.1", {}}, {"3.1", "4.1", {}}};
        const Layout layout = layOut(graph);
        std::set<double> heights;
        for (std::size_t i = 1; i + 1 < layout.routes[0].points.size(); ++i)
            heights.insert(layout.routes[0].points[i].y);
        QCOMPARE(heights.size(), std::size_t(1));
        for (std::size_t edge = 1; edge < 5; ++edge)
            QCOMPARE(layout.routes[edge].points.front().y, layout.routes[edge].points.back().y);
    }

    void aNodeStandsInTheMiddleOfItsNeighbours()
    {
        Graph graph{{{"a", 0, 50, 20}}, {}};
        for (const char *name : {"b", "c", "d"}) {
            graph.nodes.push_back({name, 1, 50, 20});
            graph.edges.push_back({"a", name, {}});
        }
        const Layout layout = layOut(graph);
        QCOMPARE(layout.find("a")->y, layout.places[2].y);
    }

    void anImportantLineIsStraightWhereOthersAreInTheMiddle()
    {
        for (int important = 0; important < 5; ++important) {
            Graph graph{{{"a", 0, 50, 20}}, {}};
            for (int i = 0; i < 5; ++i) {
                graph.nodes.push_back({"b" + std::to_string(i), 2, 50, 20});
                graph.edges.push_back({"a", "b" + std::to_string(i), {}, i == important});
            }
            graph.nodes.push_back({"between", 1, 50, 20});
            graph.edges.push_back({"a", "between"});
            const Layout layout = layOut(graph);
            QCOMPARE(layout.find("a")->middle(), layout.find("b" + std::to_string(important))->middle());
            QCOMPARE(overlap(layout), std::string());
        }
    }

    void aLineMayAimAtARow()
    {
        const Graph graph{{{"a", 0, 50, 20}, {"table", 1, 50, 200}}, {{"a", "table", 150}, {"a", "table", 1e9}}};
        const Layout layout = layOut(graph);
        QCOMPARE(layout.routes[0].points.back().y, layout.find("table")->y + 150);
        QCOMPARE(layout.routes[1].points.back().y, layout.find("table")->bottom());
    }

    void circlesLoopsAndRepetitionsAreDrawn()
    {
        const Graph graph{{{"a", 0, 50, 20}, {"b", 1, 50, 20}, {"c", 3, 50, 20}, {"a", 2, 10, 10}},
                          {{"a", "b", {}}, {"b", "c", {}}, {"c", "a", {}}, {"a", "a", {}}, {"a", "b", {}}, {"b", "lost", {}}}};
        const Layout layout = layOut(graph);
        QCOMPARE(layout.places.size(), std::size_t(3));
        QCOMPARE(layout.find("a")->column, 0);
        QCOMPARE(layout.routes.size(), graph.edges.size());
        QVERIFY(layout.routes[5].points.empty());
        QVERIFY(layout.routes[2].points.front().x > layout.routes[2].points.back().x);
        QCOMPARE(layout.routes[3].points.size(), std::size_t(4));
        QVERIFY(layout.routes[0].points.front() != layout.routes[4].points.front());
    }

    void sizesThatAreNoneAreSurvived()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        const double endless = std::numeric_limits<double>::infinity();
        const Layout layout = layOut({{{"a", 0, none, -5}, {"b", 0, endless, endless}, {"", 2147483647, 1, 1}, {"d", -2147483648, 1, 1}},
                                      {{"d", "", {}}, {"a", "b", none}}});
        QCOMPARE(overlap(layout), std::string());
        QVERIFY(std::isfinite(layout.width) && std::isfinite(layout.height));
    }

    void aSecondLayoutOfTheSameGraphIsTheSame()
    {
        const Graph graph = samples::random(5, 60);
        const Layout layout = layOut(graph);
        const Layout again = layOutAgain(graph, layout);
        QVERIFY(again.places == layout.places);
        QVERIFY(again.routes == layout.routes);
        QVERIFY(again.strips == layout.strips);
    }

    void whatDidNotChangeKeepsItsPlace()
    {
        for (unsigned seed = 0; seed < 30; ++seed) {
            const Graph full = samples::random(seed, 60);
            Graph part = full;
            part.nodes.resize(45);
            const Layout before = layOut(part);
            const Layout after = layOutAgain(shuffled(full, seed), before);
            QCOMPARE(overlap(after), std::string());
            QCOMPARE(after.places.size(), std::size_t(60));
            for (const Place &place : before.places)
                QCOMPARE(after.find(place.id)->y, place.y);
            const Layout fewer = layOutAgain(part, after);
            QCOMPARE(overlap(fewer), std::string());
            for (const Place &place : fewer.places)
                QCOMPARE(place.y, after.find(place.id)->y);
        }
    }

    void aNewNodeMovesNoColumnWhenItFits()
    {
        const Graph before{{{"a", 0, 50, 20}, {"b", 1, 90, 20}, {"c", 2, 50, 20}}, {{"a", "b", {}}, {"b", "c", {}}}};
        const Layout layout = layOut(before);
        Graph after = before;
        after.nodes.push_back({"new", 1, 80, 40});
        after.edges.push_back({"a", "new", {}});
        const Layout again = layOutAgain(after, layout);
        QVERIFY(contains(again, layout));
        QCOMPARE(again.find("new")->y, 20 + Spacing().nodes);
    }

    void longerWordsMoveNothing()
    {
        const Graph before{{{"a", 0, 100, 20, 60}, {"b", 1, 120, 20, 60}, {"c", 2, 90, 20, 60}}, {{"a", "b", {}}, {"b", "c", {}}}};
        const Layout layout = layOut(before);
        Graph after{{{"a", 0, 100, 20, 60}, {"b", 1, 180, 20, 60}, {"c", 2, 90, 20, 60}, {"new", 1, 180, 20, 60}}, before.edges};
        after.edges.push_back({"a", "new", {}});
        const Layout again = layOutAgain(after, layout);
        QVERIFY(contains(again, layout));
        QCOMPARE(again.find("b")->width, 120.0);
        QCOMPARE(again.find("new")->width, 120.0);      // as its column is
        QCOMPARE(overlap(again), std::string());
        QVERIFY(contains(layOutAgain(before, again), layout)); // and nothing when they go
        QCOMPARE(layOut(after).find("b")->width, 180.0);
    }

    void aColumnIsAsWideAsItsNodesMustBe()
    {
        const Graph before{{{"a", 0, 50, 20, 40}, {"c", 1, 50, 20, 40}}, {{"a", "c", {}}}};
        const Layout layout = layOut(before);
        Graph after = before;
        after.nodes.push_back({"least", 0, 90, 20, 70});
        QCOMPARE(layOutAgain(after, layout).find("least")->width, 70.0);
        QCOMPARE(layOutAgain(after, layout).find("c")->x, 70 + Spacing().columns);
        after.nodes.push_back({"rigid", 0, 110, 20});
        QCOMPARE(layOutAgain(after, layout).find("rigid")->width, 110.0);
        QCOMPARE(layOutAgain(after, layout).find("a")->width, 50.0);
        QCOMPARE(layOutAgain(after, layout).find("c")->x, 110 + Spacing().columns);
    }

    void aNodeThatGrewIsPlacedAnewAndOthersStay()
    {
        Graph graph{{{"a", 0, 50, 20}, {"b", 0, 50, 20}, {"c", 0, 50, 20}}, {}};
        const Layout layout = layOut(graph);
        graph.nodes[1].height = 60;
        const Layout again = layOutAgain(graph, layout);
        QVERIFY(contains(again, layout, {"b"}));
        QCOMPARE(overlap(again), std::string());
    }

    void aNewLongLineKeepsClearOfBoxes()
    {
        for (unsigned seed = 0; seed < 30; ++seed) {
            Graph graph = samples::random(seed, 50);
            const std::vector<Edge> all = graph.edges;
            graph.edges.resize(40);
            const Layout before = layOut(graph);
            graph.edges = all;
            QCOMPARE(lineThroughBox(layOutAgain(graph, before)), std::string());
        }
    }

    void aNewColumnMovesOnlyWhatIsOnItsRight()
    {
        Graph graph{{{"a", 0, 50, 20}, {"c", 2, 50, 20}}, {{"a", "c", {}}}};
        const Layout layout = layOut(graph);
        graph.nodes.push_back({"b", 1, 70, 20});
        const Layout again = layOutAgain(graph, layout);
        QCOMPARE(*again.find("a"), *layout.find("a"));
        QCOMPARE(again.find("c")->y, layout.find("c")->y);
        QCOMPARE(again.find("c")->x, layout.find("c")->x + 70 + Spacing().columns);
        QCOMPARE(lineThroughBox(again), std::string());
    }

    void tenThousandNodesAreLaidOut_data()
    {
        QTest::addColumn<int>("shape");
        QTest::newRow("random") << 0;
        QTest::newRow("a star") << 1;
        QTest::newRow("a column each") << 2;
        QTest::newRow("one column in a circle") << 3;
    }

    void tenThousandNodesAreLaidOut()
    {
        QFETCH(int, shape);
        constexpr int count = 10'000;
        Graph graph = samples::random(1, shape == 0 ? count : 0);
        const auto name = [](int i) { return "n" + std::to_string(i % count); };
        for (int i = 0; i < count && shape != 0; ++i) {
            graph.nodes.push_back({name(i), shape == 1 ? (i > 0 ? 2 : 0) : shape == 2 ? i : 0, 50, 20});
            graph.edges.push_back({shape == 1 ? name(0) : name(i), shape == 2 ? name(i + count / 2) : name(i + 1), {}});
        }
        const Layout layout = layOut(graph);
        QCOMPARE(layout.places.size(), std::size_t(count));
        for (std::size_t i = 1; i < layout.places.size(); ++i)
            QVERIFY(layout.places[i - 1].column != layout.places[i].column
                    || layout.places[i - 1].bottom() + Spacing().nodes <= layout.places[i].y);
        const Layout again = layOutAgain(graph, layout);
        QVERIFY(again.places == layout.places);
    }
};

QTEST_APPLESS_MAIN(LayoutTest)
#include "LayoutTest.moc"
