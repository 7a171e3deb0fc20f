#include "models/graph/Alignment.h"

#include <algorithm>
#include <numeric>

namespace graph {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// The joint on the left of a joint, or -1.
int straightBefore(const Net &net, int index)
{
    const Net::Vertex &vertex = net.vertices[at(index)];
    if (!vertex.isJoint() || vertex.left.empty() || !net.vertices[at(vertex.left.front())].isJoint())
        return -1;
    return vertex.left.front();
}

void findBetween(const Net &net, std::size_t layer, const std::vector<int> &position, std::set<std::pair<int, int>> &found)
{
    const auto &right = net.layers[layer];
    int above = 0;
    std::size_t unseen = 0;
    for (std::size_t place = 0; place < right.size(); ++place) {
        const int straight = straightBefore(net, right[place]);
        if (straight < 0 && place + 1 < right.size())
            continue;
        const int below = straight < 0 ? static_cast<int>(net.layers[layer - 1].size()) - 1 : position[at(straight)];
        for (; unseen <= place; ++unseen)
            for (const int neighbour : net.vertices[at(right[unseen])].left)
                if (position[at(neighbour)] < above || position[at(neighbour)] > below)
                    found.emplace(neighbour, right[unseen]);
        above = below;
    }
}

/// Builds the blocks of one direction.
class Aligner
{
public:
    Aligner(const Net &net, Direction direction, const std::set<std::pair<int, int>> &givingWay)
        : m_net(net), m_direction(direction), m_givingWay(givingWay), m_position(net.positions()), m_root(net.vertices.size())
        , m_taken(net.vertices.size())
    {
        std::iota(m_root.begin(), m_root.end(), 0);
    }

    std::vector<int> run()
    {
        const std::size_t count = m_net.layers.size();
        for (std::size_t i = 1; i < count; ++i)
            alignLayer(m_net.layers[m_direction.rightwards ? i : count - 1 - i]);
        return std::move(m_root);
    }

private:
    void alignLayer(std::vector<int> layer)
    {
        if (!m_direction.downwards)
            std::reverse(layer.begin(), layer.end());
        m_free = -1;
        for (const int index : layer)
            alignVertex(index);
    }

    void alignVertex(int index)
    {
        const Net::Vertex &vertex = m_net.vertices[at(index)];
        std::vector<int> neighbours = m_direction.rightwards ? vertex.left : vertex.right;
        const int straight = m_direction.rightwards ? vertex.straightLeft : vertex.straightRight;
        if (neighbours.empty() || (straight >= 0 && tryAlign(straight, index)))
            return;
        std::sort(neighbours.begin(), neighbours.end(), [this](int a, int b) { return place(a) < place(b); });
        for (const std::size_t middle : {(neighbours.size() - 1) / 2, neighbours.size() / 2})
            if (tryAlign(neighbours[middle], index))
                return;
    }

    bool tryAlign(int neighbour, int index)
    {
        const auto link = m_direction.rightwards ? std::pair(neighbour, index) : std::pair(index, neighbour);
        if (m_taken[at(neighbour)] || place(neighbour) <= m_free || m_givingWay.count(link))
            return false;
        m_taken[at(neighbour)] = true;
        m_root[at(index)] = m_root[at(neighbour)];
        m_free = place(neighbour);
        return true;
    }

    /// The position as this direction counts.
    int place(int index) const
    {
        const Net::Vertex &vertex = m_net.vertices[at(index)];
        const int position = m_position[at(index)];
        return m_direction.downwards ? position : static_cast<int>(m_net.layers[at(vertex.layer)].size()) - 1 - position;
    }

    const Net &m_net;
    Direction m_direction;
    const std::set<std::pair<int, int>> &m_givingWay;
    std::vector<int> m_position;
    std::vector<int> m_root;
    std::vector<bool> m_taken;
    int m_free = -1;   ///< places up to this one are behind a block of this layer
};

} // namespace

std::set<std::pair<int, int>> linksThatGiveWay(const Net &net)
{
    std::set<std::pair<int, int>> found;
    const auto position = net.positions();
    for (std::size_t layer = 1; layer < net.layers.size(); ++layer)
        findBetween(net, layer, position, found);
    return found;
}

std::vector<int> alignedBlocks(const Net &net, Direction direction, const std::set<std::pair<int, int>> &givingWay)
{
    return Aligner(net, direction, givingWay).run();
}

} // namespace graph
