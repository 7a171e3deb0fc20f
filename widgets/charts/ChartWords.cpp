#include "widgets/charts/ChartWords.h"

#include "models/charts/Lookup.h"
#include "models/charts/ValueText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace charts {

namespace {

QDateTime local(base::SystemTime time)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count());
}

QString dayText(const QDateTime &time)
{
    //: A day of a year on the axis of a chart, as QLocale::toString() takes it
    return QLocale().toString(time.date(), QCoreApplication::translate("charts", "d MMM"));
}

QString textOf(Unit unit, double value) { return QString::fromStdString(valueText(unit, value)); }

bool isShown(const Hidden &hidden, std::size_t line) { return line >= hidden.size() || !hidden[line]; }

/// The line of the period before that belongs to this one.
const Line *earlier(const Chart &chart, const Line &line)
{
    const auto found = std::ranges::find_if(chart.lines, [&](const Line &other) { return other.role == Role::Before && other.name == line.name; });
    return found != chart.lines.end() && line.role == Role::Value ? &*found : nullptr;
}

} // namespace

QString tickText(const TimeTick &tick)
{
    switch (tick.detail) {
    case TimeDetail::Seconds: return local(tick.time).toString(QStringLiteral("HH:mm:ss"));
    case TimeDetail::Minutes: return local(tick.time).toString(QStringLiteral("HH:mm"));
    case TimeDetail::Day: return dayText(local(tick.time));
    }
    return {};
}

QString momentText(base::SystemTime time, const Range &range)
{
    const QString clock = local(time).toString(QStringLiteral("HH:mm:ss"));
    return range.length() > std::chrono::hours(20) ? dayText(local(time)) + u' ' + clock : clock;
}

std::chrono::seconds localOffset(base::SystemTime time)
{
    return std::chrono::seconds(local(time).offsetFromUtc());
}

QString lineSummary(const Chart &chart, const Line &line, const Range &range)
{
    const QString name = base::oneLine(line.name);
    const auto summary = summaryOf(line, range);
    if (!summary)
        return QCoreApplication::translate("charts", "%1: no values").arg(name);
    const QString last = textOf(chart.unit, summary->last.value);
    if (summary->lowest == summary->highest)
        return QCoreApplication::translate("charts", "%1: %2").arg(name, last);
    return QCoreApplication::translate("charts", "%1: last %2, lowest %3, highest %4").arg(name, last, textOf(chart.unit, summary->lowest), textOf(chart.unit, summary->highest));
}

QString chartSummary(const Chart &chart, const Hidden &hidden, const Range &range)
{
    QStringList lines{QCoreApplication::translate("charts", "From %1 to %2").arg(momentText(range.from, range), momentText(range.to, range))};
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        if (isShown(hidden, i) && chart.lines[i].role != Role::Before)
            lines.append(lineSummary(chart, chart.lines[i], range));
    std::vector<const Event *> events;
    for (const Event &event : chart.events)
        if (range.contains(event.time))
            events.push_back(&event);
    if (!events.empty())
        lines.append(eventsText(events, range));
    if (chart.staleSince)
        lines.append(staleText(*chart.staleSince, range));
    return lines.join(u'\n');
}

QString reading(const Chart &chart, const Hidden &hidden, base::SystemTime time, const Range &range)
{
    QStringList values;
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        const Line &line = chart.lines[i];
        if (!isShown(hidden, i) || line.role == Role::Before)
            continue;
        const QString value = valueText(chart, line, time);
        values.append(base::oneLine(line.name) + u' ' + (value.isEmpty() ? QCoreApplication::translate("charts", "no value") : value));
    }
    return momentText(time, range) + QStringLiteral(". ") + values.join(QStringLiteral(", "));
}

QString valueText(const Chart &chart, const Line &line, base::SystemTime time)
{
    const auto value = valueAt(line, time, line.role == Role::Mark ? chart.range.length() * 2 : chart.gap());
    const Line *before = earlier(chart, line);
    const auto was = before ? valueAt(*before, time, chart.gap()) : std::nullopt;
    const QString text = value ? textOf(chart.unit, *value) : QString();
    if (!was)
        return text;
    //: A value, and in brackets the one of the same time of the period before
    return QCoreApplication::translate("charts", "%1 (%2)").arg(value ? text : QStringLiteral("–"), textOf(chart.unit, *was));
}

QString eventsText(const std::vector<const Event *> &events, const Range &range)
{
    constexpr std::size_t most = 12;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(events.size(), most); ++i)
        lines.append(momentText(events[i]->time, range) + u' ' + base::oneLine(events[i]->text));
    if (events.size() > most)
        lines.append(QCoreApplication::translate("charts", "and %1 more").arg(events.size() - most));
    return lines.join(u'\n');
}

QString staleText(base::SystemTime since, const Range &range)
{
    return QCoreApplication::translate("charts", "Stale since %1").arg(momentText(since, range));
}

} // namespace charts
