#include "models/graph/FreeRoom.h"
#include "models/graph/LayoutParts.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <optional>
#include <set>

namespace graph {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// The height at which a route passes through a strip, if it does.
std::optional<double> heightIn(const Strip &strip, const Route &route)
{
    for (std::size_t i = 0; i + 1 < route.points.size(); ++i) {
        const auto [left, right] = std::minmax(route.points[i].x, route.points[i + 1].x);
        if (left == strip.x && right == strip.right() && route.points[i].y == route.points[i + 1].y)
            return route.points[i].y;
    }
    return std::nullopt;
}

/// Lays out a graph around what a previous layout holds.
class Relayout
{
public:
    Relayout(const Graph &graph, const Layout &previous, const Spacing &spacing)
        : m_graph(graph), m_previous(previous), m_spacing(spacing), m_net(graph, spacing), m_tops(m_net.vertices.size())
        , m_neighbours(m_net.vertices.size()), m_room(m_net.layers.size(), FreeRoom(spacing.lines + spacing.nodes))
    {
        for (const Place &place : previous.places)
            m_oldPlaces.emplace(place.id, &place);
        for (const Strip &strip : previous.strips)
            m_oldStrips.emplace(strip.column, &strip);
        for (const Edge &edge : graph.edges)
            addNeighbours(m_net.find(edge.from), m_net.find(edge.to));
    }

    Layout run()
    {
        if (!keepNodes())
            return layOut(m_graph, m_spacing);
        keepWidths();
        keepLines();
        placeNewNodes();
        passNewLines();
        return result();
    }

private:
    void addNeighbours(int from, int to)
    {
        if (from < 0 || to < 0 || from == to)
            return;
        m_neighbours[at(from)].insert(to);
        m_neighbours[at(to)].insert(from);
    }

    void put(int vertex, double top)
    {
        const Net::Vertex &it = m_net.vertices[at(vertex)];
        m_tops[at(vertex)] = top;
        m_room[at(it.layer)].take(top, top + it.height + m_spacing.nodes);
    }

    void putNear(int vertex, double wantedMiddle)
    {
        const Net::Vertex &it = m_net.vertices[at(vertex)];
        put(vertex, m_room[at(it.layer)].nearest(std::round(wantedMiddle - it.height / 2), it.height + m_spacing.nodes));
    }

    double middle(int vertex) const { return *m_tops[at(vertex)] + m_net.vertices[at(vertex)].height / 2; }
    bool isPlaced(int vertex) const { return m_tops[at(vertex)].has_value(); }

    bool keepNodes()
    {
        bool any = false;
        for (std::size_t index = 0; index < m_net.vertices.size() && !m_net.vertices[index].isJoint(); ++index) {
            const Net::Vertex &vertex = m_net.vertices[index];
            const auto old = m_oldPlaces.find(vertex.node->id);
            if (old == m_oldPlaces.end() || old->second->column != vertex.node->column || old->second->height != vertex.height)
                continue;
            put(static_cast<int>(index), old->second->y);
            if (vertex.node->leastWidth > 0)
                m_oldWidths[vertex.layer] = old->second->width;
            any = true;
        }
        return any;
    }

    /// Nodes that can be narrower are drawn as their column is: otherwise all columns behind it would move for a longer word.
    void keepWidths()
    {
        for (Net::Vertex &vertex : m_net.vertices) {
            const auto strip = vertex.isJoint() || vertex.node->leastWidth <= 0 ? m_oldStrips.end() : m_oldStrips.find(vertex.node->column);
            if (strip == m_oldStrips.end())
                continue;
            const auto old = m_oldWidths.find(vertex.layer);
            const double drawn = old == m_oldWidths.end() ? std::min(vertex.width, strip->second->width) : old->second;
            vertex.width = std::max(drawn, std::min(vertex.node->leastWidth, vertex.width));
        }
    }

    void keepLines()
    {
        for (const Route &route : m_previous.routes) {
            const int from = m_net.find(route.from);
            const int to = m_net.find(route.to);
            if (from < 0 || to < 0 || !isPlaced(from) || !isPlaced(to))
                continue;
            for (const int joint : jointsOf(m_net, {route.from, route.to})) {
                const auto strip = m_oldStrips.find(m_net.columns[at(m_net.vertices[at(joint)].layer)]);
                if (strip == m_oldStrips.end() || isPlaced(joint))
                    continue;
                if (const auto height = heightIn(*strip->second, route))
                    put(joint, *height - m_spacing.lines / 2);
            }
        }
    }

    /// From the kept nodes outwards, each new one beside its neighbours; what hangs together with nothing goes to the bottom.
    void placeNewNodes()
    {
        std::deque<int> next;
        const auto addNeighboursOf = [this, &next](int vertex) {
            for (const int neighbour : m_neighbours[at(vertex)])
                if (!isPlaced(neighbour))
                    next.push_back(neighbour);
        };
        const auto placeAll = [this, &next, &addNeighboursOf] {
            for (; !next.empty(); next.pop_front()) {
                if (isPlaced(next.front()))
                    continue;
                putNear(next.front(), meanOfNeighbours(next.front()));
                addNeighboursOf(next.front());
            }
        };
        const int nodes = static_cast<int>(std::count_if(m_net.vertices.begin(), m_net.vertices.end(),
                                                         [](const Net::Vertex &vertex) { return !vertex.isJoint(); }));
        for (int vertex = 0; vertex < nodes; ++vertex)
            if (isPlaced(vertex))
                addNeighboursOf(vertex);
        placeAll();
        for (int vertex = 0; vertex < nodes; ++vertex) {
            next.push_back(vertex);
            placeAll();
        }
    }

    double meanOfNeighbours(int vertex) const
    {
        double sum = 0;
        int count = 0;
        for (const int neighbour : m_neighbours[at(vertex)])
            if (isPlaced(neighbour)) {
                sum += middle(neighbour);
                ++count;
            }
        return count > 0 ? sum / count : m_previous.height + m_spacing.nodes;
    }

    /// Each joint as near as it can be to the straight line between the two nodes. Net::layers hold joints in the order of
    /// their lines, which does not depend on the order of the input.
    void passNewLines()
    {
        for (std::size_t index = 0; index < m_net.vertices.size(); ++index)
            if (const Net::Vertex &vertex = m_net.vertices[index]; vertex.isJoint() && !m_tops[index])
                putNear(static_cast<int>(index), heightOnTheWay(static_cast<int>(index)));
    }

    double heightOnTheWay(int joint) const
    {
        int before = m_net.vertices[at(joint)].left.front();
        int behind = m_net.vertices[at(joint)].right.front();
        while (!isPlaced(behind))
            behind = m_net.vertices[at(behind)].right.front();
        const auto layer = [this](int vertex) { return m_net.vertices[at(vertex)].layer; };
        const double share = static_cast<double>(layer(joint) - layer(before)) / (layer(behind) - layer(before));
        return middle(before) + share * (middle(behind) - middle(before));
    }

    std::vector<Strip> strips() const
    {
        std::vector<Strip> strips = stripsOf(m_net, m_spacing);
        double least = 0;
        for (Strip &strip : strips) {
            const auto old = m_oldStrips.find(strip.column);
            strip.x = old == m_oldStrips.end() ? least : std::max(least, old->second->x);
            if (old != m_oldStrips.end())
                strip.width = std::max(strip.width, old->second->width);
            least = strip.right() + m_spacing.columns;
        }
        return strips;
    }

    Layout result() const
    {
        Layout layout;
        layout.strips = strips();
        for (std::size_t index = 0; index < m_net.vertices.size(); ++index)
            if (const Net::Vertex &vertex = m_net.vertices[index]; !vertex.isJoint())
                layout.places.push_back(placeOf(vertex, layout.strips[at(vertex.layer)], *m_tops[index]));
        finish(m_graph, passagesOf(m_net, m_graph, [this](int joint) { return middle(joint); }), m_spacing, layout);
        return layout;
    }

    const Graph &m_graph;
    const Layout &m_previous;
    const Spacing &m_spacing;
    Net m_net;
    std::vector<std::optional<double>> m_tops;       ///< of the vertices that have their place
    std::vector<std::set<int>> m_neighbours;         ///< nodes by edges, joints left out
    std::vector<FreeRoom> m_room;                    ///< by layer
    std::map<std::string_view, const Place *> m_oldPlaces;
    std::map<int, const Strip *> m_oldStrips;
    std::map<int, double> m_oldWidths;               ///< by layer: of what stays there and can be narrower
};

} // namespace

Layout layOutAgain(const Graph &graph, const Layout &previous, const Spacing &spacing)
{
    return Relayout(graph, previous, spacing).run();
}

} // namespace graph
