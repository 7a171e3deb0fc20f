#include "widgets/graph/Walk.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace graph {

namespace {

bool isBeside(const Scene &scene, int from, int to, bool right)
{
    const QRectF &here = scene.node(from).frame, &there = scene.node(to).frame;
    return right ? there.left() >= here.right() : there.right() <= here.left();
}

double heightBetween(const Scene &scene, int from, int to)
{
    return std::abs(scene.node(from).frame.center().y() - scene.node(to).frame.center().y());
}

/// The end of a line that is nearest in height; -1 when no line goes that way.
int alongLine(const Scene &scene, int from, bool right)
{
    int best = -1;
    for (const int line : right ? scene.node(from).out : scene.node(from).in) {
        const int to = right ? scene.link(line).to : scene.link(line).from;
        if (isBeside(scene, from, to, right) && (best < 0 || heightBetween(scene, from, to) < heightBetween(scene, from, best)))
            best = to;
    }
    return best;
}

/// The nearest box of the next column.
int besideIt(const Scene &scene, int from, bool right)
{
    int best = -1;
    double least = std::numeric_limits<double>::max();
    for (int to = 0; to < scene.count(); ++to) {
        if (!isBeside(scene, from, to, right))
            continue;
        constexpr double farPenalty = 1e6;      // a nearer column goes before a nearer height
        const double away = std::abs(scene.node(to).box.column - scene.node(from).box.column) * farPenalty + heightBetween(scene, from, to);
        if (away < least) {
            least = away;
            best = to;
        }
    }
    return best;
}

Spot sideways(const Scene &scene, const Spot &from, bool right)
{
    const int along = alongLine(scene, from.box, right);
    const int to = along >= 0 ? along : besideIt(scene, from.box, right);
    return to < 0 ? from : Spot{to};
}

bool hasCells(const Scene &scene, int box)
{
    const auto &matrix = scene.node(box).box.matrix;
    return matrix && !matrix->rows.empty() && !matrix->verbs.empty();
}

Spot inTable(const Matrix &matrix, Spot from, Qt::Key key)
{
    const int lastRow = static_cast<int>(matrix.rows.size()) - 1, lastColumn = static_cast<int>(matrix.verbs.size()) - 1;
    switch (key) {
    case Qt::Key_Left: return from.column == 0 ? Spot{from.box} : Spot{from.box, from.row, from.column - 1};
    case Qt::Key_Up: return from.row == 0 ? Spot{from.box} : Spot{from.box, from.row - 1, from.column};
    case Qt::Key_Right: return {from.box, from.row, std::min(from.column + 1, lastColumn)};
    case Qt::Key_Down: return {from.box, std::min(from.row + 1, lastRow), from.column};
    default: return from;
    }
}

} // namespace

Spot beginning(const Scene &scene)
{
    const auto rounded = std::ranges::find_if(scene.nodes(), [](const Scene::Node &node) { return node.box.rounded; });
    if (rounded != scene.nodes().end())
        return {static_cast<int>(rounded - scene.nodes().begin())};
    return {scene.count() > 0 ? 0 : -1};
}

Spot step(const Scene &scene, const Spot &from, Qt::Key key)
{
    if (!from.isValid())
        return beginning(scene);
    if (key == Qt::Key_Home || key == Qt::Key_End)
        return {key == Qt::Key_Home ? 0 : scene.count() - 1};
    if (from.isCell())
        return inTable(*scene.node(from.box).box.matrix, from, key);
    if (hasCells(scene, from.box) && (key == Qt::Key_Right || key == Qt::Key_Down))
        return {from.box, 0, 0};
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        return sideways(scene, from, key == Qt::Key_Right);
    return {std::clamp(from.box + (key == Qt::Key_Down ? 1 : -1), 0, scene.count() - 1)};
}

} // namespace graph
