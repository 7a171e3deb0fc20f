#include "widgets/graph/Trunks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace graph {

namespace {

constexpr double Corner = 8;
/// Where in the room between two columns the trunk of lines that go out stands; that of lines that come in stands as far from the other side.
constexpr double Share = 0.4;

QPointF point(const Point &from) { return {from.x, from.y}; }

bool goesRight(const Wire &wire) { return wire.points->front().x < wire.points->back().x; }
bool isShort(const Wire &wire) { return wire.points->size() == 2; }

/// Points on one level or above each other are joined straight, others by a curve that leaves and arrives level.
void join(QPainterPath &path, const QPointF &to)
{
    const QPointF from = path.currentPosition();
    const double middle = (from.x() + to.x()) / 2;
    if (from.x() == to.x() || from.y() == to.y())
        path.lineTo(to);
    else
        path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
}

/// The height on the trunk where a line at that height bends to it.
double bend(const Trunk &trunk, double y)
{
    return y + std::clamp(trunk.stem.y() - y, -Corner, Corner);
}

/// Finds the trunks, then bends the lines to them.
class Bundler
{
public:
    explicit Bundler(const std::vector<Wire> &wires) : m_wires(wires)
    {
        std::map<std::pair<int, bool>, int> counts;
        for (const Wire &wire : wires) {
            if (!goesRight(wire))
                continue;
            ++counts[{wire.from, true}];
            ++counts[{wire.to, false}];
        }
        for (const Wire &wire : wires) {
            if (!goesRight(wire))
                continue;
            if (counts[{wire.from, true}] >= LeastOfTrunk)
                addTrunk({wire.from, true}, wire.points->front(), (*wire.points)[1], wire.fromMiddle);
            if (counts[{wire.to, false}] >= LeastOfTrunk)
                addTrunk({wire.to, false}, wire.points->back(), (*wire.points)[wire.points->size() - 2], wire.toMiddle);
        }
    }

    Bundle bundle()
    {
        Bundle out;
        for (const Wire &wire : m_wires)
            out.strands.push_back(strandOf(wire));
        out.trunks = std::move(m_trunks);
        return out;
    }

private:
    using Side = std::pair<int, bool>;      // of a box, and whether it is the right one

    void addTrunk(const Side &side, const Point &end, const Point &next, double middle)
    {
        if (m_sides.try_emplace(side, static_cast<int>(m_trunks.size())).second)
            m_trunks.push_back({{end.x, middle}, end.x + Share * (next.x - end.x)});
    }

    int trunkAt(const Wire &wire, const Side &side) const
    {
        const auto found = goesRight(wire) ? m_sides.find(side) : m_sides.end();
        return found == m_sides.end() ? -1 : found->second;
    }

    Strand strandOf(const Wire &wire) const
    {
        const std::vector<Point> &points = *wire.points;
        const int first = trunkAt(wire, {wire.from, true});
        const int last = first >= 0 && isShort(wire) ? -1 : trunkAt(wire, {wire.to, false});
        Strand out;
        std::size_t at = 1;
        if (first >= 0)
            leave(out, first, points[at++]);
        else
            out.path.moveTo(point(points.front()));
        for (const std::size_t end = points.size() - (last >= 0 ? 1 : 0); at < end; ++at)
            join(out.path, point(points[at]));
        if (last >= 0)
            arrive(out, last);
        return out;
    }

    void leave(Strand &out, int index, const Point &to) const
    {
        const Trunk &trunk = m_trunks[static_cast<std::size_t>(index)];
        const double y = bend(trunk, to.y);
        out.limbs.push_back({index, y});
        out.path.moveTo({trunk.x, y});
        out.path.quadTo({trunk.x, to.y}, {trunk.x + std::abs(to.y - y), to.y});
        out.path.lineTo(point(to));
    }

    void arrive(Strand &out, int index) const
    {
        const Trunk &trunk = m_trunks[static_cast<std::size_t>(index)];
        const double from = out.path.currentPosition().y(), y = bend(trunk, from);
        out.limbs.push_back({index, y});
        out.path.lineTo({trunk.x - std::abs(from - y), from});
        out.path.quadTo({trunk.x, from}, {trunk.x, y});
    }

    const std::vector<Wire> &m_wires;
    std::map<Side, int> m_sides;
    std::vector<Trunk> m_trunks;
};

} // namespace

Bundle bundled(const std::vector<Wire> &wires)
{
    return Bundler(wires).bundle();
}

} // namespace graph
