#pragma once

#include <QRectF>

#include <vector>

namespace graph {

/// Finds what touches a rectangle without looking at everything: items by the squares of a coarse grid.
class SpatialIndex
{
public:
    explicit SpatialIndex(const QRectF &bounds);

    void add(int item, const QRectF &where);
    /// Each once, by rising number; some that only come near may be among them.
    std::vector<int> around(const QRectF &where) const;

private:
    static constexpr double Square = 256;

    QRect squaresOf(const QRectF &where) const;

    QPointF m_origin;
    int m_columns;
    int m_rows;
    std::vector<std::vector<int>> m_items;
};

} // namespace graph
