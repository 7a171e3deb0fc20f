#include "widgets/charts/Legend.h"

#include "models/charts/Lookup.h"
#include "models/charts/ValueText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace charts {

using base::Meaning;
using base::Theme;

namespace {

constexpr int LeastWidth = 136;
constexpr int MostRows = 2;
constexpr int SwatchWidth = 14;
constexpr int Space = Theme::Step;

std::vector<Legend::Entry> allEntries(const Chart &chart)
{
    using Entry = Legend::Entry;
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        if (chart.lines[i].role == Role::Value)
            entries.push_back({Entry::Kind::Line, i, {}});
    if (const auto before = std::ranges::find(chart.lines, Role::Before, &Line::role); before != chart.lines.end())
        entries.push_back({Entry::Kind::Before, static_cast<std::size_t>(before - chart.lines.begin()), {}});
    return entries;
}

/// As many as leave names whole, and more where there would be no place for each entry.
int columnsIn(const Chart &chart, const std::vector<Legend::Entry> &entries, int width)
{
    const QFontMetrics metrics(Theme::instance().captionFont());
    int wish = 0;
    for (const Legend::Entry &entry : entries)
        wish = std::max(wish, metrics.horizontalAdvance(base::oneLine(chart.lines[entry.line].name)));
    const int figures = SwatchWidth + Space + 2 * Space + metrics.horizontalAdvance(QStringLiteral("1023 MiB/s")) + 3 * Space;
    const int most = std::max(1, width / LeastWidth), needed = (static_cast<int>(entries.size()) + MostRows - 1) / MostRows;
    return std::clamp(width / (wish + figures), std::clamp(needed, 1, most), most);
}

QString valueOf(const Chart &chart, const Line &line, const Legend::Look &look)
{
    if (look.time)
        return valueText(chart, line, *look.time);
    const auto summary = summaryOf(line, look.range);
    return summary ? QString::fromStdString(valueText(chart.unit, summary->last.value)) : QString();
}

void paintSwatch(QPainter &painter, const QRect &rect, QPen pen, bool isHidden)
{
    pen.setColor(isHidden ? Theme::instance().color(Meaning::Border) : pen.color());
    pen.setWidthF(std::max(2.0, pen.widthF()));
    painter.setPen(pen);
    const double y = rect.center().y() + 0.5;
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.left() + SwatchWidth, y));
}

} // namespace

int Legend::heightFor(const Chart &chart, int width)
{
    const std::vector<Entry> entries = allEntries(chart);
    const int count = static_cast<int>(entries.size()), columns = columnsIn(chart, entries, width);
    return std::min(MostRows, (count + columns - 1) / columns) * RowHeight;
}

void Legend::arrange(const Chart &chart, const QRect &room)
{
    m_entries = allEntries(chart);
    const int columns = columnsIn(chart, m_entries, room.width());
    const auto most = static_cast<std::size_t>(columns * MostRows);
    if (m_entries.size() > most) {
        const std::size_t more = m_entries.size() - most + 1;
        m_entries.resize(most);
        m_entries.back() = {Entry::Kind::More, more, {}};
    }
    const int width = room.width() / columns;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_entries[i].rect = QRect(room.left() + static_cast<int>(i) % columns * width, room.top() + static_cast<int>(i) / columns * RowHeight, width - 3 * Space, RowHeight);
}

const Legend::Entry *Legend::at(const QPoint &point) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.rect.contains(point); });
    return found != m_entries.end() ? &*found : nullptr;
}

void Legend::paint(QPainter &painter, const Chart &chart, const Look &look) const
{
    const Theme &theme = Theme::instance();
    painter.setFont(theme.captionFont());
    for (const Entry &entry : m_entries) {
        const bool isMore = entry.kind == Entry::Kind::More, isHidden = !isMore && entry.line < look.hidden.size() && look.hidden[entry.line];
        if (!isMore)
            paintSwatch(painter, entry.rect, look.pens[entry.line], isHidden);
        const QString value = entry.kind == Entry::Kind::Line && !isHidden ? valueOf(chart, chart.lines[entry.line], look) : QString();
        const int wide = value.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(value) + 2 * Space;
        const QString name = isMore ? QCoreApplication::translate("charts", "%1 more").arg(entry.line) : entry.kind == Entry::Kind::Before ? QCoreApplication::translate("charts", "Period before") : base::oneLine(chart.lines[entry.line].name);
        QRect rest = entry.rect.adjusted(isMore ? 0 : SwatchWidth + Space, 0, 0, 0);
        const QString shown = painter.fontMetrics().elidedText(name, Qt::ElideMiddle, std::max(0, rest.width() - wide));
        painter.setPen(theme.color(isMore ? Meaning::Accent : Meaning::Secondary));
        QFont font = theme.captionFont();
        font.setStrikeOut(isHidden);
        painter.setFont(font);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, shown);
        painter.setFont(theme.captionFont());
        painter.setPen(theme.color(Meaning::Text));
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(shown) + 2 * Space);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, value);
    }
}

} // namespace charts
