#include "models/graph/Routes.h"

#include <algorithm>
#include <map>

namespace graph {

namespace {

/// Which side of its node an end of a line meets.
enum class Side { Left, Right };

/// One end of one edge.
struct End
{
    std::size_t edge = 0;
    bool isStart = false;
    double otherY = 0;   ///< where the line comes from
};

struct Ends
{
    const Place *from = nullptr;
    const Place *to = nullptr;

    bool complete() const { return from && to; }
    bool inOneColumn() const { return from->column == to->column; }
    bool backwards() const { return from->column > to->column; }
};

/// Works out the points of one graph's lines.
class Router
{
public:
    Router(const Graph &graph, const Layout &layout, const std::vector<std::vector<Passage>> &passages, const Spacing &spacing)
        : m_graph(graph), m_layout(layout), m_passages(passages), m_spacing(spacing), m_startY(graph.edges.size())
        , m_endY(graph.edges.size())
    {
        for (const Place &place : layout.places)
            m_places.emplace(place.id, &place);
        for (const Strip &strip : layout.strips)
            m_strips.emplace(strip.column, &strip);
    }

    std::vector<Route> run()
    {
        spreadEnds();
        std::vector<Route> routes;
        routes.reserve(m_graph.edges.size());
        for (std::size_t edge = 0; edge < m_graph.edges.size(); ++edge)
            routes.push_back({m_graph.edges[edge].from, m_graph.edges[edge].to, points(edge)});
        return routes;
    }

private:
    using Key = std::pair<const Place *, Side>;

    Ends endsOf(std::size_t edge) const
    {
        const auto place = [this](const std::string &id) {
            const auto found = m_places.find(id);
            return found == m_places.end() ? nullptr : found->second;
        };
        return {place(m_graph.edges[edge].from), place(m_graph.edges[edge].to)};
    }

    /// The height from which a line comes to one of its nodes: its nearest passage, or the middle of the other node.
    double comesFrom(std::size_t edge, const Place &other, Side side) const
    {
        const auto &passages = m_passages[edge];
        if (passages.empty())
            return other.middle();
        return side == Side::Right ? passages.front().y : passages.back().y;
    }

    void spreadEnds()
    {
        std::map<Key, std::vector<End>> meeting;
        for (std::size_t edge = 0; edge < m_graph.edges.size(); ++edge) {
            const Ends ends = endsOf(edge);
            if (!ends.complete())
                continue;
            const Side start = ends.backwards() ? Side::Left : Side::Right;
            const Side end = ends.backwards() || ends.inOneColumn() ? Side::Right : Side::Left;
            meeting[{ends.from, start}].push_back({edge, true, comesFrom(edge, *ends.to, start)});
            meeting[{ends.to, end}].push_back({edge, false, comesFrom(edge, *ends.from, end)});
        }
        for (auto &[key, ends] : meeting)
            spread(*key.first, ends);
    }

    void spread(const Place &place, std::vector<End> &ends)
    {
        const auto before = [this](const End &a, const End &b) {
            const Edge &left = m_graph.edges[a.edge];
            const Edge &right = m_graph.edges[b.edge];
            return std::tie(a.otherY, left.from, left.to, a.isStart) < std::tie(b.otherY, right.from, right.to, b.isStart);
        };
        std::sort(ends.begin(), ends.end(), before);
        const auto count = static_cast<double>(ends.size());
        const double apart = std::min(m_spacing.ports, place.height * 0.6 / count);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const double y = place.middle() + (static_cast<double>(i) - (count - 1) / 2) * apart;
            (ends[i].isStart ? m_startY : m_endY)[ends[i].edge] = y;
        }
    }

    std::vector<Point> points(std::size_t edge) const
    {
        const Ends ends = endsOf(edge);
        if (!ends.complete())
            return {};
        const double startY = m_startY[edge];
        const auto &row = m_graph.edges[edge].arrivesAt;
        const double endY = row ? ends.to->y + std::clamp(*row, 0.0, ends.to->height) : m_endY[edge];
        if (ends.inOneColumn())
            return aroundTheColumn(ends, startY, endY);
        if (!ends.backwards())
            return acrossColumns(edge, *ends.from, startY, *ends.to, endY);
        auto result = acrossColumns(edge, *ends.to, endY, *ends.from, startY);
        std::reverse(result.begin(), result.end());
        return result;
    }

    std::vector<Point> acrossColumns(std::size_t edge, const Place &left, double leftY, const Place &right, double rightY) const
    {
        std::vector<Point> result = {{left.right(), leftY}};
        const double columnRight = m_strips.at(left.column)->right();
        if (columnRight > left.right())
            result.push_back({columnRight, leftY});
        for (const Passage &passage : m_passages[edge]) {
            const Strip &strip = m_layout.strips[passage.strip];
            result.push_back({strip.x, passage.y});
            result.push_back({strip.right(), passage.y});
        }
        result.push_back({right.x, rightY});
        return result;
    }

    std::vector<Point> aroundTheColumn(const Ends &ends, double startY, double endY) const
    {
        const double beside = m_strips.at(ends.from->column)->right() + m_spacing.columns / 4;
        if (ends.from == ends.to) {
            startY = ends.from->middle() - ends.from->height / 4;
            endY = ends.from->middle() + ends.from->height / 4;
        }
        return {{ends.from->right(), startY}, {beside, startY}, {beside, endY}, {ends.to->right(), endY}};
    }

    const Graph &m_graph;
    const Layout &m_layout;
    const std::vector<std::vector<Passage>> &m_passages;
    const Spacing &m_spacing;
    std::map<std::string_view, const Place *> m_places;
    std::map<int, const Strip *> m_strips;
    std::vector<double> m_startY;
    std::vector<double> m_endY;
};

} // namespace

std::vector<Route> routesOf(const Graph &graph, const Layout &layout, const std::vector<std::vector<Passage>> &passages,
                            const Spacing &spacing)
{
    return Router(graph, layout, passages, spacing).run();
}

} // namespace graph
