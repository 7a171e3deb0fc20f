#pragma once

#include <QPoint>
#include <QPointF>
#include <QRectF>
#include <QSize>

namespace graph {

/// Which part of a scene is looked at, and how large. The place is kept in whole pixels, so that what was painted can be moved.
class Camera
{
public:
    static constexpr double LeastScale = 0.05;
    static constexpr double GreatestScale = 3;

    double scale() const { return m_scale; }
    QPoint offset() const { return m_offset; }

    QPointF toScene(const QPointF &point) const { return (point - m_offset) / m_scale; }
    QRectF toScene(const QRectF &area) const { return {toScene(area.topLeft()), area.size() / m_scale}; }
    QPointF toView(const QPointF &point) const { return point * m_scale + m_offset; }
    QRectF toView(const QRectF &area) const { return {toView(area.topLeft()), area.size() * m_scale}; }

    void panBy(const QPoint &delta) { m_offset += delta; }
    /// What is at that point of the view stays there.
    void zoomAt(const QPointF &point, double factor);
    void setScaleAt(const QPointF &point, double scale) { zoomAt(point, scale / m_scale); }
    /// Shows all of an area in the middle of a view of that size, but nothing larger than it is.
    void fit(const QRectF &area, const QSize &view, int margin);
    /// As wide as the view, if that leaves the words readable; that point in the middle of the height, without showing more than the
    /// area if it is higher. side: left and right of it.
    void fitWidth(const QRectF &area, double middle, const QSize &view, int side, int margin, double leastScale);
    /// As little as is needed to see an area, with some room at its sides, and above and below it.
    void reveal(const QRectF &area, const QSize &view, int side, int margin);
    /// Something of the scene is seen in any case.
    void keepInSight(const QRectF &bounds, const QSize &view, int margin);

    bool operator==(const Camera &) const = default;

private:
    double m_scale = 1;
    QPoint m_offset;
};

} // namespace graph
