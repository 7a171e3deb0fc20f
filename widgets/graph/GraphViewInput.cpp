#include "widgets/graph/GraphAccessible.h"
#include "widgets/graph/GraphView.h"
#include "widgets/graph/Walk.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace graph {

namespace {

constexpr double ZoomStep = 1.25;
constexpr int PanStep = 60;
/// A notch of the wheel is 120.
constexpr double NotchesForZoomStep = 120;
constexpr int LeastSeen = 40;
constexpr int AllMargin = 34;

bool isArrow(int key) { return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down; }

QPoint panOf(int key)
{
    const int across = key == Qt::Key_Left ? 1 : key == Qt::Key_Right ? -1 : 0;
    const int down = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    return QPoint(across, down) * PanStep;
}

} // namespace

void GraphView::moved()
{
    if (m_scene->count() > 0)
        m_camera.keepInSight(m_scene->bounds(), size(), LeastSeen);
    update();
}

void GraphView::panBy(const QPoint &delta)
{
    m_camera.panBy(delta);
    moved();
}

void GraphView::zoomBy(double factor)
{
    m_camera.zoomAt(QRectF(rect()).center(), factor);
    moved();
}

void GraphView::showAll()
{
    m_camera.fit(m_scene->bounds(), size(), AllMargin);
    update();
}

void GraphView::showFullSize()
{
    m_camera.setScaleAt(m_current.isValid() ? QPointF(rectOf(m_current).center()) : QRectF(rect()).center(), 1);
    moved();
}

/// What is at half the height stays there: a part that opens below hides as much above as below.
/// What nobody has moved yet is shown as at the beginning, else its middle stays in the middle.
void GraphView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_isBegun)
        return;
    if (m_current.isValid())
        reveal(m_current);          // a line more of the sentence below moves nothing else
    else if (m_camera == m_firstCamera)
        begin();
    else if (event->oldSize().isValid())
        m_camera.panBy({0, (event->size().height() - event->oldSize().height()) / 2});
    moved();
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (isArrow(key) && event->modifiers().testFlag(Qt::ShiftModifier))
        panBy(panOf(key));
    else if (isArrow(key) || key == Qt::Key_Home || key == Qt::Key_End)
        setCurrent(step(*m_scene, m_current, Qt::Key(key)));
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) && m_current.isValid())
        Q_EMIT activated(m_current);
    else if (key == Qt::Key_Escape && m_current.isValid())
        setCurrent({});
    else if (!zoomByKey(key))
        QWidget::keyPressEvent(event);
}

bool GraphView::zoomByKey(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(ZoomStep); return true;
    case Qt::Key_Minus: zoomBy(1 / ZoomStep); return true;
    case Qt::Key_0: showAll(); return true;
    case Qt::Key_1: showFullSize(); return true;
    default: return false;
    }
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_camera.zoomAt(event->position(), std::pow(ZoomStep, event->angleDelta().y() / NotchesForZoomStep));
        moved();
    } else {
        QPoint delta = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
        if (event->modifiers().testFlag(Qt::ShiftModifier) && delta.x() == 0)
            delta = delta.transposed();
        panBy(delta);
    }
    hover(event->position());
    event->accept();
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        m_drag = Drag{event->pos(), event->pos()};
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag)
        return hover(event->position());
    m_drag->isPan = m_drag->isPan || (event->pos() - m_drag->begin).manhattanLength() >= QApplication::startDragDistance();
    if (!m_drag->isPan)
        return;
    setCursor(Qt::ClosedHandCursor);
    panBy(event->pos() - std::exchange(m_drag->last, event->pos()));
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    const std::optional<Drag> drag = std::exchange(m_drag, std::nullopt);
    unsetCursor();
    if (drag && !drag->isPan && event->button() == Qt::LeftButton)
        setCurrent(m_scene->at(m_camera.toScene(event->position())));
    hover(event->position());
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const Spot spot = m_scene->at(m_camera.toScene(event->position())); spot.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT activated(spot);
}

void GraphView::hover(const QPointF &point)
{
    setHovered(m_scene->at(m_camera.toScene(point)));
}

void GraphView::setHovered(const Spot &spot)
{
    if (spot == m_hovered)
        return;
    m_hovered = spot;
    updateLight();
}

void GraphView::leaveEvent(QEvent *)
{
    setHovered({});
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const bool isByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (!m_current.isValid() && isByKey)
        setCurrent(beginning(*m_scene));
    sayCurrent(this);
    update();
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace graph
