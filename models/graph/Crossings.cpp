#include "models/graph/Crossings.h"

#include <algorithm>
#include <numeric>

namespace graph {

namespace {

using Layers = std::vector<std::vector<int>>;

constexpr int MaxSweeps = 24;
constexpr int MaxSweepsWithoutGain = 6;
constexpr int MaxExchangeRounds = 8;

/// Counts, for a growing list of numbers, how many of those before are greater.
class GreaterBefore
{
public:
    explicit GreaterBefore(std::size_t size) : m_tree(size + 1) { }

    std::int64_t count(int number) const
    {
        std::int64_t notGreater = 0;
        for (auto at = static_cast<std::size_t>(number) + 1; at > 0; at &= at - 1)
            notGreater += m_tree[at];
        return m_count - notGreater;
    }
    void add(int number)
    {
        ++m_count;
        for (auto at = static_cast<std::size_t>(number) + 1; at < m_tree.size(); at += at & (~at + 1))
            ++m_tree[at];
    }

private:
    std::vector<std::int64_t> m_tree;
    std::int64_t m_count = 0;
};

std::int64_t crossingsBehind(const Net &net, std::size_t layer, const std::vector<int> &position)
{
    GreaterBefore before(net.layers[layer + 1].size());
    std::int64_t crossings = 0;
    std::vector<int> ends;
    for (const int vertex : net.layers[layer]) {
        ends.clear();
        for (const int neighbour : net.vertices[static_cast<std::size_t>(vertex)].right)
            ends.push_back(position[static_cast<std::size_t>(neighbour)]);
        for (const int end : ends)
            crossings += before.count(end);
        for (const int end : ends)
            before.add(end);
    }
    return crossings;
}

/// Orders one net, counting the links it looks at.
class Sorter
{
public:
    Sorter(Net &net, std::int64_t steps) : m_net(net), m_steps(steps), m_position(net.positions()) { }

    void run()
    {
        Layers best = m_net.layers;
        std::int64_t fewest = countCrossings(m_net);
        int withoutGain = 0;
        for (int sweep = 0; sweep < MaxSweeps && withoutGain < MaxSweepsWithoutGain && fewest > 0 && m_steps > 0; ++sweep) {
            sweepOnce(sweep % 2 == 0);
            exchange();
            const std::int64_t crossings = countCrossings(m_net);
            ++withoutGain;
            if (crossings < fewest) {
                fewest = crossings;
                best = m_net.layers;
                withoutGain = 0;
            }
        }
        m_net.layers = std::move(best);
    }

private:
    const Net::Vertex &vertex(int index) const { return m_net.vertices[static_cast<std::size_t>(index)]; }
    int position(int index) const { return m_position[static_cast<std::size_t>(index)]; }

    void sweepOnce(bool rightwards)
    {
        const std::size_t count = m_net.layers.size();
        for (std::size_t i = 0; i < count; ++i)
            sortByMean(m_net.layers[rightwards ? i : count - 1 - i], rightwards);
    }

    double mean(int index, bool ofLeft) const
    {
        const auto &neighbours = ofLeft ? vertex(index).left : vertex(index).right;
        if (neighbours.empty())
            return position(index);
        double sum = 0;
        for (const int neighbour : neighbours)
            sum += position(neighbour);
        return sum / static_cast<double>(neighbours.size());
    }

    void sortByMean(std::vector<int> &layer, bool ofLeft)
    {
        std::vector<std::pair<double, int>> keyed;
        keyed.reserve(layer.size());
        for (const int index : layer) {
            keyed.emplace_back(mean(index, ofLeft), index);
            m_steps -= 1 + static_cast<std::int64_t>((ofLeft ? vertex(index).left : vertex(index).right).size());
        }
        std::stable_sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        for (std::size_t place = 0; place < layer.size(); ++place)
            put(layer, place, keyed[place].second);
    }

    void put(std::vector<int> &layer, std::size_t place, int index)
    {
        layer[place] = index;
        m_position[static_cast<std::size_t>(index)] = static_cast<int>(place);
    }

    void exchange()
    {
        for (int round = 0; round < MaxExchangeRounds && m_steps > 0; ++round) {
            bool better = false;
            for (auto &layer : m_net.layers)
                better = exchangeIn(layer) || better;
            if (!better)
                return;
        }
    }

    bool exchangeIn(std::vector<int> &layer)
    {
        sortNeighbours(layer);
        bool better = false;
        for (std::size_t place = 0; place + 1 < layer.size() && m_steps > 0; ++place) {
            const int upper = layer[place];
            const int lower = layer[place + 1];
            if (crossingsOf(upper, lower) <= crossingsOf(lower, upper))
                continue;
            put(layer, place, lower);
            put(layer, place + 1, upper);
            better = true;
        }
        return better;
    }

    void sortNeighbours(const std::vector<int> &layer)
    {
        const auto byPosition = [this](int a, int b) { return position(a) < position(b); };
        for (const int index : layer) {
            auto &vertex = m_net.vertices[static_cast<std::size_t>(index)];
            std::sort(vertex.left.begin(), vertex.left.end(), byPosition);
            std::sort(vertex.right.begin(), vertex.right.end(), byPosition);
            m_steps -= static_cast<std::int64_t>(vertex.left.size() + vertex.right.size());
        }
    }

    std::int64_t crossingsOf(int upper, int lower)
    {
        return crossingsOf(vertex(upper).left, vertex(lower).left) + crossingsOf(vertex(upper).right, vertex(lower).right);
    }

    /// Pairs of which the upper one ends below the lower one; both lists are sorted by position.
    std::int64_t crossingsOf(const std::vector<int> &upper, const std::vector<int> &lower)
    {
        m_steps -= static_cast<std::int64_t>(upper.size() + lower.size());
        std::int64_t crossings = 0;
        std::size_t above = 0;
        for (const int end : upper) {
            while (above < lower.size() && position(lower[above]) < position(end))
                ++above;
            crossings += static_cast<std::int64_t>(above);
        }
        return crossings;
    }

    Net &m_net;
    std::int64_t m_steps;
    std::vector<int> m_position;
};

/// The layers in the order in which a walk along the links comes by, begun where the fewest links are: chains and trees come out
/// without crossings.
Layers walked(const Net &net)
{
    std::vector<int> starts(net.vertices.size());
    std::iota(starts.begin(), starts.end(), 0);
    const auto links = [&net](int index) {
        const Net::Vertex &vertex = net.vertices[static_cast<std::size_t>(index)];
        return vertex.left.size() + vertex.right.size();
    };
    std::stable_sort(starts.begin(), starts.end(), [&links](int a, int b) { return links(a) < links(b); });
    std::reverse(starts.begin(), starts.end());
    Layers layers(net.layers.size());
    std::vector<bool> seen(net.vertices.size());
    while (!starts.empty()) {
        const auto index = static_cast<std::size_t>(starts.back());
        starts.pop_back();
        if (seen[index])
            continue;
        seen[index] = true;
        const Net::Vertex &vertex = net.vertices[index];
        layers[static_cast<std::size_t>(vertex.layer)].push_back(static_cast<int>(index));
        starts.insert(starts.end(), vertex.right.rbegin(), vertex.right.rend());
        starts.insert(starts.end(), vertex.left.rbegin(), vertex.left.rend());
    }
    return layers;
}

} // namespace

std::int64_t countCrossings(const Net &net)
{
    const auto position = net.positions();
    std::int64_t crossings = 0;
    for (std::size_t layer = 0; layer + 1 < net.layers.size(); ++layer)
        crossings += crossingsBehind(net, layer, position);
    return crossings;
}

void reduceCrossings(Net &net, std::int64_t steps)
{
    Layers walk = walked(net);
    Sorter(net, steps / 2).run();
    if (const std::int64_t crossings = countCrossings(net); crossings > 0 && steps > 0) {
        const Layers sorted = net.layers;
        net.layers = std::move(walk);
        Sorter(net, steps / 2).run();
        if (countCrossings(net) >= crossings)
            net.layers = sorted;
    }
}

} // namespace graph
