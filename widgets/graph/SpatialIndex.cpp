#include "widgets/graph/SpatialIndex.h"

#include <QRect>

#include <algorithm>
#include <cmath>

namespace graph {

SpatialIndex::SpatialIndex(const QRectF &bounds)
    : m_origin(bounds.topLeft())
    , m_columns(1 + static_cast<int>(bounds.width() / Square))
    , m_rows(1 + static_cast<int>(bounds.height() / Square))
    , m_items(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{
}

QRect SpatialIndex::squaresOf(const QRectF &where) const
{
    const auto square = [](double distance, int count) { return static_cast<int>(std::clamp(std::floor(distance / Square), 0.0, double(count - 1))); };
    return {QPoint(square(where.left() - m_origin.x(), m_columns), square(where.top() - m_origin.y(), m_rows)),
            QPoint(square(where.right() - m_origin.x(), m_columns), square(where.bottom() - m_origin.y(), m_rows))};
}

void SpatialIndex::add(int item, const QRectF &where)
{
    const QRect squares = squaresOf(where);
    for (int row = squares.top(); row <= squares.bottom(); ++row)
        for (int column = squares.left(); column <= squares.right(); ++column)
            m_items[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column)].push_back(item);
}

std::vector<int> SpatialIndex::around(const QRectF &where) const
{
    std::vector<int> found;
    const QRect squares = squaresOf(where);
    for (int row = squares.top(); row <= squares.bottom(); ++row)
        for (int column = squares.left(); column <= squares.right(); ++column) {
            const auto &items = m_items[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column)];
            found.insert(found.end(), items.begin(), items.end());
        }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

} // namespace graph
