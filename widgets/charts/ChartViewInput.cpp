#include "widgets/charts/ChartView.h"

#include "models/charts/Lookup.h"
#include "widgets/base/PlainText.h"
#include "widgets/charts/ChartAccessible.h"
#include "widgets/charts/ChartPainter.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace charts {

namespace {

constexpr double ZoomStep = 1.5;
constexpr double Notch = 120;
constexpr int PanPart = 5;
constexpr std::chrono::milliseconds ShortestRange = std::chrono::seconds(10);

base::SystemTime middleOf(const Range &range) { return range.from + (range.to - range.from) / 2; }

/// Within what there is; as long as it was, if that has room.
Range within(const Range &range, const Range &all)
{
    if (range.to - range.from >= all.to - all.from)
        return all;
    if (range.from < all.from)
        return {all.from, all.from + (range.to - range.from)};
    return range.to > all.to ? Range{all.to - (range.to - range.from), all.to} : range;
}

} // namespace

base::SystemTime ChartView::timeAt(int x) const
{
    return Frame{range(), 0, 1, double(m_places.plot.width()), 1, 1}.timeAt(x - m_places.plot.left());
}

Range ChartView::whole() const
{
    return m_group.reach().value_or(m_chart ? m_chart->range : Range());
}

void ChartView::zoomBy(double factor, base::SystemTime around)
{
    const Range all = whole();
    if (!m_chart || all.length().count() <= 0)
        return;
    const Range now = range();
    const auto part = [&](base::SystemTime::duration length) { return std::chrono::duration_cast<base::SystemTime::duration>(std::chrono::duration<double>(length) / factor); };
    const Range next = within({around - part(around - now.from), around + part(now.to - around)}, all);
    if (next.length() < ShortestRange)
        return;
    m_group.setZoom(next == all ? std::nullopt : std::optional(next));
    m_group.drawFirst(*this);
}

void ChartView::panBy(std::chrono::milliseconds way)
{
    if (!m_chart || !m_group.zoom())
        return;
    const Range now = range();
    m_group.setZoom(within({now.from + way, now.to + way}, whole()));
    m_group.drawFirst(*this);
}

bool ChartView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::vector<const Event *> events = eventsAt(help->pos());
    const Legend::Entry *entry = m_chart ? m_legend.at(help->pos()) : nullptr;
    QString text = events.empty() ? QString() : eventsText(events, range());
    if (entry && entry->kind == Legend::Entry::Kind::Line)
        text = lineSummary(*m_chart, m_chart->lines[entry->line], range());
    QToolTip::showText(help->globalPos(), base::plainToolTip(text), this);
    return true;
}

std::vector<const Event *> ChartView::eventsAt(const QPoint &point) const
{
    std::vector<const Event *> events;
    if (!m_chart || !m_places.plot.adjusted(0, 0, 0, ChartPainter::EventReach).contains(point) || point.y() < m_places.plot.bottom() - 3 * ChartPainter::EventReach)
        return events;
    for (const Event &event : m_chart->events)
        if (std::abs(m_scales.frame.xOf(event.time) - (point.x() - m_places.plot.left())) <= ChartPainter::EventReach)
            events.push_back(&event);
    return events;
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
    if (event->matches(QKeySequence::Copy))
        copyTable();
    else if (isAcross && event->modifiers().testFlag(Qt::ShiftModifier))
        panBy(range().length() / (key == Qt::Key_Left ? -PanPart : PanPart));
    else if (isAcross || key == Qt::Key_Home || key == Qt::Key_End)
        moveCrosshair(key);
    else if (key == Qt::Key_Escape && (m_group.crosshair() || m_group.zoom()))
        m_group.crosshair() ? m_group.setCrosshair({}) : resetZoom();
    else if (key >= Qt::Key_1 && key <= Qt::Key_9 && static_cast<std::size_t>(key - Qt::Key_1) < m_legend.entries().size())
        pointAt(m_legend.entries()[static_cast<std::size_t>(key - Qt::Key_1)].rect.center());
    else if (key == Qt::Key_T && m_chart)
        setForm(m_form == Form::Lines ? Form::Table : Form::Lines);
    else if (!zoomByKey(key))
        QWidget::keyPressEvent(event);
}

bool ChartView::zoomByKey(int key)
{
    const base::SystemTime around = m_group.crosshair() && range().contains(*m_group.crosshair()) ? *m_group.crosshair() : middleOf(range());
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(ZoomStep, around); return true;
    case Qt::Key_Minus: zoomBy(1 / ZoomStep, around); return true;
    case Qt::Key_0: resetZoom(); return true;
    default: return false;
    }
}

/// From measurement to measurement; where the next one is out of sight, it comes into sight.
void ChartView::moveCrosshair(int key)
{
    if (!m_chart)
        return;
    const base::SystemTime now = m_group.crosshair().value_or(range().to + std::chrono::milliseconds(1));
    std::optional<base::SystemTime> next;
    if (key == Qt::Key_Home || key == Qt::Key_End)
        next = nearestTime(*m_chart, key == Qt::Key_Home ? range().from : range().to, range());
    else
        next = key == Qt::Key_Left ? timeBefore(*m_chart, now, m_chart->range) : nextTime(*m_chart, now, m_chart->range);
    if (!next)
        return;
    if (*next < range().from || *next > range().to)
        panBy(std::chrono::duration_cast<std::chrono::milliseconds>(*next - middleOf(range())));
    m_group.setCrosshair(next);
}

/// The page scrolls with the wheel alone.
void ChartView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier) || !m_chart)
        return QWidget::wheelEvent(event);
    const int x = std::clamp(event->position().toPoint().x(), m_places.plot.left(), m_places.plot.right());
    zoomBy(std::pow(ZoomStep, event->angleDelta().y() / Notch), timeAt(x));
    event->accept();
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (!m_chart || m_form == Form::Table || !m_places.plot.contains(event->pos()))
        return;
    const bool isPan = event->button() == Qt::MiddleButton || event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->button() == Qt::LeftButton || isPan)
        m_drag = Drag{isPan ? Drag::Kind::Pan : Drag::Kind::Select, event->pos().x(), event->pos().x(), range()};
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag) {
        const bool isOnLines = m_chart && m_form == Form::Lines && m_places.plot.contains(event->pos());
        setCursor(m_chart && m_legend.at(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return m_group.setCrosshair(isOnLines ? nearestTime(*m_chart, timeAt(event->pos().x()), range()) : std::nullopt);
    }
    m_drag->now = std::clamp(event->pos().x(), m_places.plot.left(), m_places.plot.right());
    if (m_drag->kind == Drag::Kind::Pan) {
        const double part = double(m_drag->begin - m_drag->now) / std::max(1, m_places.plot.width());
        const auto way = std::chrono::milliseconds(std::llround(part * static_cast<double>(m_drag->range.length().count())));
        panBy(std::chrono::duration_cast<std::chrono::milliseconds>(m_drag->range.from + way - range().from));
    }
    update();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const std::optional<Drag> drag = std::exchange(m_drag, std::nullopt);
    update();
    if (!drag)
        return event->button() == Qt::LeftButton ? pointAt(event->pos()) : void();
    if (drag->kind == Drag::Kind::Pan || std::abs(drag->now - drag->begin) < QApplication::startDragDistance())
        return;
    const Range chosen{timeAt(std::min(drag->begin, drag->now)), timeAt(std::max(drag->begin, drag->now))};
    if (chosen.length() >= ShortestRange) {
        m_group.setZoom(chosen);
        m_group.drawFirst(*this);
    }
}

/// An entry of the legend turns its line off and on; what has no room there is in the menu.
void ChartView::pointAt(const QPoint &point)
{
    const Legend::Entry *entry = m_chart && m_form == Form::Lines ? m_legend.at(point) : nullptr;
    if (entry && entry->kind == Legend::Entry::Kind::More)
        showMenu(mapToGlobal(entry->rect.bottomLeft()));
    else if (entry)
        toggle(entry->line);
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_places.plot.contains(event->pos()))
        resetZoom();
}

void ChartView::leaveEvent(QEvent *)
{
    if (!m_drag)
        m_group.setCrosshair({});
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace charts
