#include "widgets/disk/DiskBar.h"

#include "widgets/base/SeriesColors.h"
#include "widgets/base/Theme.h"
#include "widgets/disk/DiskWords.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace disk {

using base::Meaning;
using base::Theme;

namespace {

constexpr int BarHeight = 4 * Theme::Step;
constexpr int MarkRise = Theme::Step;           // of a mark above and below its bar
constexpr int Swatch = 10;
constexpr int LeastPart = 2;                    // pixels: what is there is seen

QColor colorOf(Part::What what)
{
    const Theme &theme = Theme::instance();
    switch (what) {
    case Part::What::Images: return base::seriesColor(0);
    case Part::What::Pods: return base::seriesColor(1);
    case Part::What::Elsewhere: case Part::What::Used: return base::seriesColor(2);
    case Part::What::Reserved: return theme.color(Meaning::Border);
    case Part::What::Available: break;
    }
    return theme.color(Meaning::Surface);
}

} // namespace

DiskBar::DiskBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize DiskBar::sizeHint() const
{
    return {50 * Theme::Step, BarHeight + 2 * MarkRise + Theme::Step + QFontMetrics(Theme::instance().captionFont()).height()};
}

QString DiskBar::legendOf(const Part &part) const
{
    return wordsFor(part.what) + u' ' + sizeWords(part.bytes);
}

void DiskBar::show(const Disk &disk)
{
    m_parts = disk.parts;
    m_marks.clear();
    QStringList words;
    for (const Part &part : m_parts)
        words << legendOf(part);
    for (const Limit &limit : disk.limits)
        if (limit.measure == Limit::Measure::Bytes && disk.fileSystem->capacity.value_or(0) > 0)
            m_marks.push_back(double(limit.usedFrom) / double(*disk.fileSystem->capacity));
    setAccessibleName(headOf(disk));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

/// What small parts have too much is taken from the others, each by the same part of it.
std::vector<double> DiskBar::widths(double whole) const
{
    const double bytes = std::accumulate(m_parts.begin(), m_parts.end(), 0.0, [](double sum, const Part &part) { return sum + double(part.bytes); });
    const auto isSmall = [&](const Part &part) { return part.bytes > 0 && double(part.bytes) / bytes * whole < LeastPart; };
    double room = whole, others = 0;
    for (const Part &part : m_parts) {
        room -= isSmall(part) ? LeastPart : 0;
        others += isSmall(part) ? 0 : double(part.bytes);
    }
    std::vector<double> wide;
    for (const Part &part : m_parts)
        wide.push_back(isSmall(part) ? LeastPart : others > 0 ? double(part.bytes) / others * std::max(room, 0.0) : 0);
    return wide;
}

void DiskBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect bar(0, MarkRise, width(), BarHeight);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius - 1, Theme::Radius - 1);
    painter.fillPath(shape, theme.color(Meaning::Surface));
    const std::vector<double> wide = widths(bar.width());
    painter.save();
    painter.setClipPath(shape);
    double from = 0;
    for (std::size_t i = 0; i < m_parts.size(); from += wide[i++])
        painter.fillRect(QRectF(from, bar.top(), wide[i], bar.height()), colorOf(m_parts[i].what));
    painter.restore();
    painter.setPen(theme.color(Meaning::Border));
    painter.drawPath(shape);
    for (const double mark : m_marks)
        painter.fillRect(QRectF(std::clamp(mark, 0.0, 1.0) * (bar.width() - 2), 0, 2, bar.height() + 2 * MarkRise), theme.color(Meaning::Text));
    const QFontMetrics metrics(theme.captionFont());
    painter.setFont(theme.captionFont());
    const int top = bar.bottom() + MarkRise + Theme::Step;
    int x = 0;
    for (const Part &part : m_parts) {
        const QRect swatch(x, top + (metrics.height() - Swatch) / 2, Swatch, Swatch);
        painter.fillRect(swatch, colorOf(part.what));
        painter.setPen(theme.color(Meaning::Border));
        painter.drawRect(QRectF(swatch).adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(theme.color(Meaning::Secondary));
        const QString text = legendOf(part);
        painter.drawText(QRect(x + Swatch + Theme::Step, top, metrics.horizontalAdvance(text) + Theme::Step, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += Swatch + 5 * Theme::Step + metrics.horizontalAdvance(text);
    }
}

} // namespace disk
