#include "models/charts/Lookup.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace charts {

namespace {

std::span<const Point> within(const Line &line, const Range &range)
{
    const auto first = std::ranges::lower_bound(line.points, range.from, {}, &Point::time);
    return {first, std::ranges::upper_bound(first, line.points.end(), range.to, {}, &Point::time)};
}

bool isValue(const Point &point) { return std::isfinite(point.value); }

/// Calls f with each line's measured points in the range; marks and earlier periods are no measurements of this one.
template<typename F>
void eachMeasured(const Chart &chart, const Range &range, F f)
{
    for (const Line &line : chart.lines)
        if (line.role == Role::Value)
            f(within(line, range));
}

auto distance(base::SystemTime one, base::SystemTime other) { return one < other ? other - one : one - other; }

void takeNearer(std::optional<base::SystemTime> &best, base::SystemTime candidate, base::SystemTime time)
{
    if (!best || distance(candidate, time) < distance(*best, time))
        best = candidate;
}

std::optional<base::SystemTime> firstAfter(std::span<const Point> points, base::SystemTime time)
{
    auto point = std::ranges::upper_bound(points, time, {}, &Point::time);
    point = std::find_if(point, points.end(), isValue);
    return point != points.end() ? std::optional(point->time) : std::nullopt;
}

std::optional<base::SystemTime> lastBefore(std::span<const Point> points, base::SystemTime time)
{
    for (auto point = std::ranges::lower_bound(points, time, {}, &Point::time); point != points.begin();)
        if (isValue(*--point))
            return point->time;
    return {};
}

} // namespace

std::optional<base::SystemTime> nearestTime(const Chart &chart, base::SystemTime time, const Range &range)
{
    std::optional<base::SystemTime> best;
    eachMeasured(chart, range, [&](std::span<const Point> points) {
        if (const auto after = firstAfter(points, time))
            takeNearer(best, *after, time);
        if (const auto before = lastBefore(points, time + base::SystemTime::duration(1)))
            takeNearer(best, *before, time);
    });
    return best;
}

std::optional<base::SystemTime> nextTime(const Chart &chart, base::SystemTime time, const Range &range)
{
    std::optional<base::SystemTime> best;
    eachMeasured(chart, range, [&](std::span<const Point> points) {
        if (const auto after = firstAfter(points, time); after && (!best || *after < *best))
            best = after;
    });
    return best;
}

std::optional<base::SystemTime> timeBefore(const Chart &chart, base::SystemTime time, const Range &range)
{
    std::optional<base::SystemTime> best;
    eachMeasured(chart, range, [&](std::span<const Point> points) {
        if (const auto before = lastBefore(points, time); before && (!best || *before > *best))
            best = before;
    });
    return best;
}

std::optional<double> valueAt(const Line &line, base::SystemTime time, std::chrono::milliseconds gap)
{
    const auto after = std::ranges::lower_bound(line.points, time, {}, &Point::time);
    const Point *nearest = after != line.points.end() ? &*after : nullptr;
    if (after != line.points.begin() && (!nearest || time - std::prev(after)->time < nearest->time - time))
        nearest = &*std::prev(after);
    const bool isNear = nearest && distance(nearest->time, time) <= gap / 2;
    return isNear && isValue(*nearest) ? std::optional(nearest->value) : std::nullopt;
}

std::optional<Summary> summaryOf(const Line &line, const Range &range)
{
    std::optional<Summary> summary;
    for (const Point &point : within(line, range)) {
        if (!isValue(point))
            continue;
        if (!summary)
            summary = Summary{point, point.value, point.value};
        summary->last = point;
        summary->lowest = std::min(summary->lowest, point.value);
        summary->highest = std::max(summary->highest, point.value);
    }
    return summary;
}

bool hasValues(const Chart &chart, const Range &range)
{
    return std::ranges::any_of(chart.lines, [&](const Line &line) { return line.role != Role::Mark && std::ranges::any_of(within(line, range), isValue); });
}

} // namespace charts
