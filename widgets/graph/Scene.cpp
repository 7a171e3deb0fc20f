#include "widgets/graph/Scene.h"

#include "widgets/base/PlainText.h"

#include <algorithm>

namespace graph {

namespace {

QPointF point(const Point &from) { return {from.x, from.y}; }

/// Points on one level or above each other are joined straight, others by a curve that leaves and arrives level.
QPainterPath pathOf(const Route &route)
{
    QPainterPath path(point(route.points.front()));
    for (std::size_t i = 1; i < route.points.size(); ++i) {
        const QPointF from = point(route.points[i - 1]), to = point(route.points[i]);
        if (from.x() == to.x() || from.y() == to.y()) {
            path.lineTo(to);
            continue;
        }
        const double middle = (from.x() + to.x()) / 2;
        path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
    }
    return path;
}

constexpr double TooSmall = 4;  ///< of a line's bounds, so that they are no empty rectangle

/// Marks what can be reached from a box along lines of one direction.
template<typename LinesOf, typename EndOf>
void follow(const Scene &scene, int from, LinesOf linesOf, EndOf endOf, std::vector<char> &boxes, std::vector<char> &lines)
{
    std::vector<char> isSeen(boxes.size(), 0);
    std::vector<int> next = {from};
    while (!next.empty()) {
        const int box = next.back();
        next.pop_back();
        if (std::exchange(isSeen[static_cast<std::size_t>(box)], 1))
            continue;
        boxes[static_cast<std::size_t>(box)] = 1;
        for (const int line : linesOf(scene.node(box))) {
            lines[static_cast<std::size_t>(line)] = 1;
            next.push_back(endOf(scene.link(line)));
        }
    }
}

std::vector<int> marked(const std::vector<char> &marks)
{
    std::vector<int> out;
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (marks[i])
            out.push_back(static_cast<int>(i));
    return out;
}

int indexOf(const std::vector<std::string> &names, const std::string &name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

int rowOf(const Matrix &matrix, const std::string &name)
{
    const auto found = std::ranges::find(matrix.rows, name, &Matrix::Row::name);
    return found == matrix.rows.end() ? -1 : static_cast<int>(found - matrix.rows.begin());
}

} // namespace

Scene::Scene(const Drawing &drawing, const Layout &layout)
    : m_bounds(0, 0, layout.width, layout.height), m_boxIndex(m_bounds), m_lineIndex(m_bounds)
{
    addNodes(drawing, layout);
    addLinks(drawing, layout);
    for (const Strip &strip : layout.strips) {
        const auto heading = std::ranges::find(drawing.headings, strip.column, &Heading::column);
        if (heading != drawing.headings.end())
            m_columns.push_back({base::oneLine(std::string_view(heading->text)), strip.x});
    }
}

void Scene::addNodes(const Drawing &drawing, const Layout &layout)
{
    std::map<std::string_view, const Box *> boxes;
    for (const Box &box : drawing.boxes)
        boxes.emplace(box.id, &box);
    for (const Place &place : layout.places) {
        const auto box = boxes.find(place.id);
        if (box == boxes.end())
            continue;
        const int number = count();
        m_byId.emplace(place.id, number);
        m_nodes.push_back({*box->second, QRectF(place.x, place.y, place.width, place.height), {}, {}});
        m_boxIndex.add(number, m_nodes.back().frame);
    }
}

void Scene::addLinks(const Drawing &drawing, const Layout &layout)
{
    for (std::size_t i = 0; i < std::min(drawing.lines.size(), layout.routes.size()); ++i) {
        const Line &line = drawing.lines[i];
        const int from = find(line.from), to = find(line.to);
        if (from < 0 || to < 0 || layout.routes[i].points.size() < 2)
            continue;
        const int number = static_cast<int>(m_links.size());
        QPainterPath path = pathOf(layout.routes[i]);
        const QRectF bounds = path.controlPointRect().adjusted(-TooSmall, -TooSmall, TooSmall, TooSmall);
        m_links.push_back({line, from, to, std::move(path), bounds});
        m_lineIndex.add(number, bounds);
        m_nodes[static_cast<std::size_t>(from)].out.push_back(number);
        m_nodes[static_cast<std::size_t>(to)].in.push_back(number);
    }
}

int Scene::find(std::string_view id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? -1 : found->second;
}

Spot Scene::at(const QPointF &point) const
{
    for (const int box : m_boxIndex.near(QRectF(point, QSizeF(1, 1)))) {
        if (!node(box).frame.contains(point))
            continue;
        if (!node(box).box.matrix)
            return {box};
        const Matrix &matrix = *node(box).box.matrix;
        const MatrixMetrics metrics = metricsOf(matrix);
        const double x = point.x() - node(box).frame.left() - metrics.namesWidth, y = point.y() - node(box).frame.top() - metrics.headHeight;
        const int column = static_cast<int>(x / MatrixMetrics::RowHeight), row = static_cast<int>(y / MatrixMetrics::RowHeight);
        const bool isCell = x >= 0 && y >= 0 && row < static_cast<int>(matrix.rows.size()) && column < static_cast<int>(matrix.verbs.size());
        return isCell ? Spot{box, row, column} : Spot{box};
    }
    return {};
}

Spot Scene::sameIn(const Scene &other, const Spot &spot) const
{
    if (!spot.isValid())
        return {};
    const Box &box = node(spot.box).box;
    const int found = other.find(box.id);
    if (found < 0 || !spot.isCell() || !box.matrix || !other.node(found).box.matrix)
        return {found};
    const Matrix &matrix = *other.node(found).box.matrix;
    const int row = rowOf(matrix, box.matrix->rows[static_cast<std::size_t>(spot.row)].name);
    const int column = indexOf(matrix.verbs, box.matrix->verbs[static_cast<std::size_t>(spot.column)]);
    return row < 0 || column < 0 ? Spot{found} : Spot{found, row, column};
}

QRectF Scene::frameOf(const Spot &spot) const
{
    const Node &it = node(spot.box);
    if (!spot.isCell() || !it.box.matrix)
        return it.frame;
    const MatrixMetrics metrics = metricsOf(*it.box.matrix);
    const double gap = (MatrixMetrics::RowHeight - MatrixMetrics::CellSize) / 2;
    return {it.frame.left() + metrics.namesWidth + spot.column * MatrixMetrics::RowHeight, it.frame.top() + metrics.headHeight + spot.row * MatrixMetrics::RowHeight + gap,
            MatrixMetrics::CellSize, MatrixMetrics::CellSize};
}

Light Scene::through(int box) const
{
    std::vector<char> boxes(m_nodes.size(), 0), lines(m_links.size(), 0);
    follow(*this, box, [](const Node &it) -> const auto & { return it.in; }, [](const Link &it) { return it.from; }, boxes, lines);
    follow(*this, box, [](const Node &it) -> const auto & { return it.out; }, [](const Link &it) { return it.to; }, boxes, lines);
    return {marked(boxes), marked(lines)};
}

Light Scene::among(const std::vector<std::string> &ids) const
{
    std::vector<char> boxes(m_nodes.size(), 0);
    for (const std::string &id : ids)
        if (const int box = find(id); box >= 0)
            boxes[static_cast<std::size_t>(box)] = 1;
    Light light{marked(boxes), {}};
    for (std::size_t i = 0; i < m_links.size(); ++i)
        if (boxes[static_cast<std::size_t>(m_links[i].from)] && boxes[static_cast<std::size_t>(m_links[i].to)])
            light.lines.push_back(static_cast<int>(i));
    return light;
}

} // namespace graph
