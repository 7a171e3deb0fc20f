#include "widgets/graph/Camera.h"

#include <algorithm>

namespace graph {

namespace {

/// How far an interval has to move to lie in another one; its beginning counts if it is longer.
double shiftInto(double begin, double end, double least, double most)
{
    if (begin < least || end - begin > most - least)
        return least - begin;
    return end > most ? most - end : 0;
}

} // namespace

void Camera::zoomAt(const QPointF &point, double factor)
{
    const QPointF fixed = toScene(point);
    m_scale = std::clamp(m_scale * factor, LeastScale, GreatestScale);
    m_offset = (point - fixed * m_scale).toPoint();
}

void Camera::fit(const QRectF &area, const QSize &view, int margin)
{
    const double across = (view.width() - 2.0 * margin) / std::max(1.0, area.width()), down = (view.height() - 2.0 * margin) / std::max(1.0, area.height());
    m_scale = std::clamp(std::min({across, down, 1.0}), LeastScale, GreatestScale);
    m_offset = (QPointF(view.width() / 2.0, view.height() / 2.0) - area.center() * m_scale).toPoint();
}

void Camera::fitWidth(const QRectF &area, double middle, const QSize &view, int side, int margin, double leastScale)
{
    const double across = (view.width() - 2.0 * side) / std::max(1.0, area.width());
    m_scale = std::clamp(across, leastScale, 1.0);
    const double height = area.height() * m_scale, highest = margin - area.top() * m_scale, lowest = view.height() - margin - area.bottom() * m_scale;
    const double top = height <= view.height() - 2.0 * margin ? (view.height() - height) / 2 - area.top() * m_scale : std::clamp(view.height() / 2.0 - middle * m_scale, lowest, highest);
    m_offset = QPointF(side - area.left() * m_scale, top).toPoint();
}

void Camera::reveal(const QRectF &area, const QSize &view, int side, int margin)
{
    const QRectF seen = toView(area);
    m_offset += QPointF(shiftInto(seen.left(), seen.right(), side, view.width() - side), shiftInto(seen.top(), seen.bottom(), margin, view.height() - margin)).toPoint();
}

void Camera::keepInSight(const QRectF &bounds, const QSize &view, int margin)
{
    const QRectF seen = toView(bounds);
    const auto shift = [margin](double begin, double end, double size) { return end < margin ? margin - end : begin > size - margin ? size - margin - begin : 0.0; };
    m_offset += QPointF(shift(seen.left(), seen.right(), view.width()), shift(seen.top(), seen.bottom(), view.height())).toPoint();
}

} // namespace graph
