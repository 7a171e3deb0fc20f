#include "widgets/graph/Scene.h"

#include "widgets/base/PlainText.h"

#include <algorithm>
#include <tuple>

namespace graph {

namespace {

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
    std::vector<Wire> wires;
    for (std::size_t i = 0; i < std::min(drawing.lines.size(), layout.routes.size()); ++i) {
        const Line &line = drawing.lines[i];
        const int from = find(line.from), to = find(line.to);
        if (from < 0 || to < 0 || layout.routes[i].points.size() < 2)
            continue;
        m_nodes[static_cast<std::size_t>(from)].out.push_back(static_cast<int>(m_links.size()));
        m_nodes[static_cast<std::size_t>(to)].in.push_back(static_cast<int>(m_links.size()));
        m_links.push_back({line, from, to, {}, {}});
        wires.push_back({from, to, node(from).frame.center().y(), node(to).frame.center().y(), &layout.routes[i].points});
    }
    Bundle bundle = bundled(wires);
    m_trunks = std::move(bundle.trunks);
    std::vector<int> all(m_links.size());
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        all[i] = static_cast<int>(i);
        m_links[i].strand = std::move(bundle.strands[i]);
        m_links[i].bounds = m_links[i].strand.path.controlPointRect().adjusted(-TooSmall, -TooSmall, TooSmall, TooSmall);
        m_lineIndex.add(all[i], m_links[i].bounds);
    }
    m_spans = spansOf(all);
}

std::vector<Scene::Span> Scene::spansOf(const std::vector<int> &lines) const
{
    std::map<std::tuple<int, Tone, bool, bool, bool>, Span> spans;
    for (const int line : lines) {
        const Line &looks = link(line).line;
        for (const Limb &limb : link(line).strand.limbs) {
            const double stem = trunk(limb.trunk).stem.y();
            Span &span = spans.try_emplace({limb.trunk, looks.tone, looks.marks.implied, looks.marks.clusterWide, looks.marks.dangling}, Span{limb.trunk, looks, stem, stem}).first->second;
            span.top = std::min(span.top, limb.y);
            span.bottom = std::max(span.bottom, limb.y);
        }
    }
    std::vector<Span> out;
    for (auto &[key, span] : spans)
        out.push_back(std::move(span));
    return out;
}

int Scene::find(std::string_view id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? -1 : found->second;
}

Spot Scene::at(const QPointF &point) const
{
    for (const int box : m_boxIndex.around(QRectF(point, QSizeF(1, 1)))) {
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
