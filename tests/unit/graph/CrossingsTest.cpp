#include "models/graph/Crossings.h"

#include "tests/unit/graph/Samples.h"

#include <QtTest>

using namespace graph;

namespace {

/// Every pair of links between two layers, compared: the plain definition.
std::int64_t countedOneByOne(const Net &net)
{
    const auto position = net.positions();
    std::int64_t crossings = 0;
    for (const auto &layer : net.layers)
        for (const int upper : layer)
            for (const int lower : layer)
                for (const int a : net.vertices[static_cast<std::size_t>(upper)].right)
                    for (const int b : net.vertices[static_cast<std::size_t>(lower)].right)
                        crossings += position[static_cast<std::size_t>(upper)] < position[static_cast<std::size_t>(lower)]
                            && position[static_cast<std::size_t>(a)] > position[static_cast<std::size_t>(b)];
    return crossings;
}

/// The simple baseline: one sweep to the right that puts each vertex at the mean of its left neighbours.
void sortOnceByMean(Net &net)
{
    for (auto &layer : net.layers) {
        const auto position = net.positions();
        const auto mean = [&net, &position](int vertex) {
            const auto &left = net.vertices[static_cast<std::size_t>(vertex)].left;
            double sum = 0;
            for (const int neighbour : left)
                sum += position[static_cast<std::size_t>(neighbour)];
            return left.empty() ? position[static_cast<std::size_t>(vertex)] : sum / static_cast<double>(left.size());
        };
        std::stable_sort(layer.begin(), layer.end(), [&mean](int a, int b) { return mean(a) < mean(b); });
    }
}

Graph twoColumns(int rows, const std::vector<std::pair<int, int>> &links)
{
    Graph graph;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < 2; ++column)
            graph.nodes.push_back({std::string(1, column ? 'r' : 'l') + std::to_string(row), column, 10, 10});
    for (const auto &[left, right] : links)
        graph.edges.push_back({"l" + std::to_string(left), "r" + std::to_string(right), {}});
    return graph;
}

} // namespace

class CrossingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crossingsAreCounted()
    {
        for (unsigned seed = 0; seed < 40; ++seed) {
            const Net net(samples::random(seed, 40), {});
            QCOMPARE(countCrossings(net), countedOneByOne(net));
        }
    }

    void whatCanBeUntangledIsUntangled_data()
    {
        QTest::addColumn<Graph>("graph");
        QTest::newRow("a cross") << twoColumns(2, {{0, 1}, {1, 0}});
        QTest::newRow("turned over") << twoColumns(5, {{0, 4}, {1, 3}, {2, 2}, {3, 1}, {4, 0}});
        QTest::newRow("two stars") << twoColumns(4, {{0, 0}, {0, 2}, {1, 1}, {1, 3}});
        QTest::newRow("a chain") << twoColumns(4, {{3, 0}, {0, 0}, {0, 2}, {2, 2}, {2, 1}, {1, 1}});
    }

    void whatCanBeUntangledIsUntangled()
    {
        QFETCH(Graph, graph);
        Net net(graph, {});
        QVERIFY(countCrossings(net) > 0);
        reduceCrossings(net);
        QCOMPARE(countCrossings(net), std::int64_t(0));
    }

    void crossingsAreNotAboveOneSweep()
    {
        std::int64_t ours = 0;
        std::int64_t simple = 0;
        for (unsigned seed = 0; seed < 60; ++seed) {
            Net net(samples::random(seed, 60), {});
            Net baseline = net;
            const std::int64_t before = countCrossings(net);
            sortOnceByMean(baseline);
            reduceCrossings(net);
            QVERIFY(countCrossings(net) <= before);
            QVERIFY(countCrossings(net) <= countCrossings(baseline));
            ours += countCrossings(net);
            simple += countCrossings(baseline);
        }
        qInfo("crossings of 60 graphs: %lld, of one sweep %lld", static_cast<long long>(ours), static_cast<long long>(simple));
        QVERIFY(ours * 10 <= simple * 9);
    }

    void withoutStepsTheOrderStaysAndNoVertexIsLost()
    {
        for (const std::int64_t steps : {0, 100, 5000}) {
            Net net(samples::random(9, 200), {});
            const Net before = net;
            reduceCrossings(net, steps);
            QVERIFY(countCrossings(net) <= countCrossings(before));
            for (std::size_t layer = 0; layer < net.layers.size(); ++layer)
                QVERIFY(std::is_permutation(net.layers[layer].begin(), net.layers[layer].end(), before.layers[layer].begin(),
                                            before.layers[layer].end()));
            if (steps == 0)
                QVERIFY(net.layers == before.layers);
        }
    }

    void tooManyJointsAreNotMade()
    {
        Graph graph;
        for (int i = 0; i < 100; ++i)
            graph.nodes.push_back({std::to_string(i), i, 10, 10});
        for (int i = 1; i < 100; ++i)
            graph.edges.push_back({"0", std::to_string(i), {}});
        const Net net(graph, {}, 200);
        QVERIFY(net.vertices.size() <= 300);
        QCOMPARE(net.jointsBetween(net.find("0"), net.find("3")).size(), std::size_t(2));
        QVERIFY(net.jointsBetween(net.find("0"), net.find("99")).empty());
    }
};

QTEST_APPLESS_MAIN(CrossingsTest)
#include "CrossingsTest.moc"
