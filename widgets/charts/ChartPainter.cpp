#include "widgets/charts/ChartPainter.h"

#include "models/charts/Lookup.h"
#include "models/charts/ValueText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace charts {

using base::Meaning;
using base::Theme;

namespace {

constexpr int HatchAlpha = 90;
constexpr int GroundAlpha = 190;
constexpr int Space = Theme::Step;
/// So that a line along the upper edge is as thick as others.
constexpr double Above = 1;

QColor faded(Meaning meaning, int alpha)
{
    QColor color = Theme::instance().color(meaning);
    color.setAlpha(alpha);
    return color;
}

double sharp(double place) { return std::floor(place) + 0.5; }

/// What is measured lies above bounds, and bounds above what was before.
int depthOf(Role role) { return role == Role::Before ? 0 : role == Role::Mark ? 1 : 2; }

} // namespace

void ChartPainter::paint(Plotter &plotter, Detail detail)
{
    m_painter.setFont(Theme::instance().captionFont());
    paintGrid();
    paintTimes();
    paintStale();
    m_painter.setRenderHint(QPainter::Antialiasing);
    plotter.paint(m_painter, QRectF(m_subject.plot).adjusted(0, -Above, 0, 0), strokes(detail));
    paintMarkNames();
    paintEvents();
}

void ChartPainter::paintGrid()
{
    const QRect &plot = m_subject.plot;
    for (const Tick &tick : m_subject.scales.values.ticks) {
        const double y = sharp(plot.top() + std::min(m_subject.scales.frame.yOf(tick.value), plot.height() - 0.5));
        m_painter.setPen(QPen(faded(Meaning::Border, tick.value == 0 ? 255 : 150), 1));
        m_painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right() + 1, y));
        m_painter.setPen(Theme::instance().color(Meaning::Secondary));
        m_painter.drawText(QRectF(0, y - 8, plot.left() - 2 * Space, 16), Qt::AlignRight | Qt::AlignVCenter, QString::fromStdString(tick.text));
    }
}

/// A word that would be cut at an edge moves in; one that would stand on another is left out.
void ChartPainter::paintTimes()
{
    const QRect &plot = m_subject.plot;
    double free = plot.left() - 4 * Space;
    for (const TimeTick &tick : m_subject.scales.times) {
        const double x = sharp(plot.left() + m_subject.scales.frame.xOf(tick.time));
        m_painter.setPen(QPen(faded(Meaning::Border, tick.detail == TimeDetail::Day ? 255 : 150), 1));
        m_painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 1 + Space));
        const QString text = tickText(tick);
        const double wide = m_painter.fontMetrics().horizontalAdvance(text);
        const double left = std::min(x - wide / 2, plot.right() + 1 - wide);
        if (left < free)
            continue;
        m_painter.setPen(Theme::instance().color(Meaning::Secondary));
        m_painter.drawText(QRectF(left, plot.bottom() + 1 + Space, wide + 1, 14), Qt::AlignLeft | Qt::AlignVCenter, text);
        free = left + wide + 2 * Space;
    }
}

void ChartPainter::paintStale()
{
    const Range &range = m_subject.scales.frame.range;
    if (!m_subject.chart.staleSince || *m_subject.chart.staleSince >= range.to)
        return;
    const QRect &plot = m_subject.plot;
    const double left = m_subject.scales.frame.xOf(std::max(*m_subject.chart.staleSince, range.from));
    const QRectF stale(plot.left() + left, plot.top(), plot.width() - left, plot.height());
    m_painter.fillRect(stale, QBrush(faded(Meaning::Warning, HatchAlpha), Qt::BDiagPattern));
    m_painter.setPen(QPen(Theme::instance().color(Meaning::Warning), 1, Qt::DashLine));
    m_painter.drawLine(QPointF(sharp(stale.left()), stale.top()), QPointF(sharp(stale.left()), stale.bottom()));
}

std::vector<Plotter::Stroke> ChartPainter::strokes(Detail detail) const
{
    const Chart &chart = m_subject.chart;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        if (!isHidden(i))
            order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return depthOf(chart.lines[i].role); });
    std::vector<Plotter::Stroke> strokes;
    for (const std::size_t i : order) {
        const Line &line = chart.lines[i];
        const auto gap = line.role == Role::Mark ? std::max(chart.gap(), chart.range.length()) : chart.gap();   // a bound holds until it is another
        const Frame &frame = m_subject.scales.frame;
        strokes.push_back({detail == Detail::Reduced ? trace(line.points, gap, frame) : traceAll(line.points, gap, frame), m_subject.pens[i]});
        for (Stretch &stretch : strokes.back().stretches)
            for (Dot &dot : stretch)
                dot.y += Above;
    }
    return strokes;
}

/// Bounds of the same value share a name.
std::vector<ChartPainter::MarkName> ChartPainter::markNames() const
{
    std::vector<MarkName> names;
    for (std::size_t i = 0; i < m_subject.chart.lines.size(); ++i) {
        const Line &line = m_subject.chart.lines[i];
        const auto summary = line.role == Role::Mark && !isHidden(i) ? summaryOf(line, m_subject.scales.frame.range) : std::nullopt;
        if (!summary)
            continue;
        const QString value = QString::fromStdString(valueText(m_subject.chart.unit, summary->last.value));
        const auto same = std::ranges::find(names, value, &MarkName::value);
        if (same != names.end())
            same->name += QStringLiteral(", ") + base::oneLine(line.name);
        else
            names.push_back({base::oneLine(line.name), value, m_subject.scales.frame.yOf(summary->last.value)});
    }
    return names;
}

/// At an end of its line, above or below it, where it covers nothing that was measured; above the plot, with an arrow, where its line is above the axis.
void ChartPainter::paintMarkNames()
{
    std::vector<QRectF> taken;
    for (const MarkName &mark : markNames()) {
        const QString text = mark.name + u' ' + mark.value + (mark.y < -0.5 ? QStringLiteral(" ↑") : QString());
        const QRectF place = placeOfMark(mark.y, m_painter.fontMetrics().horizontalAdvance(text) + 2, taken);
        if (place.isEmpty())
            continue;
        taken.push_back(place);
        m_painter.fillRect(place, faded(Meaning::Surface, GroundAlpha));
        m_painter.setPen(Theme::instance().color(Meaning::Secondary));
        m_painter.drawText(place, Qt::AlignCenter, text);
    }
}

QRectF ChartPainter::placeOfMark(double y, double wide, const std::vector<QRectF> &taken) const
{
    const QRect &plot = m_subject.plot;
    if (y < -0.5)
        return placeAbove(wide, taken);
    for (const double left : {plot.right() - wide - Space, double(plot.left() + Space)})
        for (const double top : {plot.top() + y - MarkHeight - 1, plot.top() + y + 1})
            if (const QRectF place(left, top, wide, MarkHeight); top + MarkHeight <= plot.bottom() && isFree(place, taken))
                return place;
    return placeAbove(wide, taken);
}

QRectF ChartPainter::placeAbove(double wide, const std::vector<QRectF> &taken) const
{
    const QRect &plot = m_subject.plot;
    QRectF place(plot.right() - wide - Space, plot.top() - MarkHeight - 1, wide, MarkHeight);
    for (const QRectF &other : taken)
        if (other.intersects(place))
            place.moveRight(other.left() - 2 * Space);
    return place.left() < plot.left() ? QRectF() : place;
}

bool ChartPainter::isFree(const QRectF &place, const std::vector<QRectF> &taken) const
{
    return std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(place); }) && !isCrossed(place);
}

/// Whether a line of what was measured runs through it.
bool ChartPainter::isCrossed(const QRectF &place) const
{
    const QRect &plot = m_subject.plot;
    const Frame &frame = m_subject.scales.frame;
    const base::SystemTime from = frame.timeAt(place.left() - plot.left()), to = frame.timeAt(place.right() - plot.left());
    for (std::size_t i = 0; i < m_subject.chart.lines.size(); ++i) {
        const Line &line = m_subject.chart.lines[i];
        if (line.role != Role::Value || isHidden(i))
            continue;
        for (auto point = std::ranges::lower_bound(line.points, from, {}, &Point::time); point != line.points.end() && point->time <= to; ++point)
            if (const double y = plot.top() + frame.yOf(point->value); std::isfinite(y) && y > place.top() - ValueLineWidth && y < place.bottom() + ValueLineWidth)
                return true;
    }
    return false;
}

/// Below the lines, standing on the axis: a full triangle for trouble, an empty one for the rest.
void ChartPainter::paintEvents()
{
    const QRect &plot = m_subject.plot;
    for (const Event &event : m_subject.chart.events) {
        if (!m_subject.scales.frame.range.contains(event.time))
            continue;
        const double x = plot.left() + m_subject.scales.frame.xOf(event.time), bottom = plot.bottom() + 1;
        const QColor color = Theme::instance().color(event.isTrouble ? Meaning::Warning : Meaning::Secondary);
        m_painter.setPen(QPen(faded(event.isTrouble ? Meaning::Warning : Meaning::Secondary, 140), 1, Qt::DotLine));
        m_painter.drawLine(QPointF(x, plot.top()), QPointF(x, bottom - 9));
        QPainterPath sign;
        sign.addPolygon(QPolygonF{{QPointF(x - 4.5, bottom), QPointF(x + 4.5, bottom), QPointF(x, bottom - 8), QPointF(x - 4.5, bottom)}});
        m_painter.setPen(QPen(color, 1.2));
        m_painter.setBrush(event.isTrouble ? QBrush(color) : QBrush(Theme::instance().color(Meaning::Surface)));
        m_painter.drawPath(sign);
    }
    m_painter.setBrush(Qt::NoBrush);
}

} // namespace charts
