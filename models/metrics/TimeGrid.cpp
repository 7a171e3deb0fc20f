#include "models/metrics/TimeGrid.h"

#include "models/metrics/PromText.h"

#include <algorithm>
#include <array>

namespace metrics {

namespace {

using namespace std::chrono_literals;

/// Steps that divide an hour or a day, so that grids of different ranges share moments.
constexpr std::array<std::chrono::milliseconds, 19> Steps = {1s, 2s, 5s, 10s, 15s, 30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 3h, 6h, 12h, 24h, 168h};

base::SystemTime floored(base::SystemTime time, std::chrono::milliseconds step)
{
    const auto since = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return base::SystemTime(since - since % step);
}

} // namespace

TimeGrid gridOf(base::SystemTime end, std::chrono::milliseconds range, std::chrono::milliseconds scrapeInterval, int points)
{
    const auto wanted = std::max(range / std::max(points, 1), scrapeInterval);
    const auto found = std::ranges::find_if(Steps, [wanted](std::chrono::milliseconds step) { return step >= wanted; });
    const auto step = found == Steps.end() ? Steps.back() : *found;
    const base::SystemTime last = floored(end, step);
    return {last - std::max(range / step, std::chrono::milliseconds::rep(1)) * step, last, step};
}

TimeGrid previous(const TimeGrid &grid)
{
    return {grid.from - (grid.to - grid.from), grid.from, grid.step};
}

std::chrono::milliseconds windowOf(const TimeGrid &grid, std::chrono::milliseconds needed)
{
    return std::max(needed, grid.step);
}

RangeQuery rangeQuery(std::string_view expression, const TimeGrid &grid, std::chrono::milliseconds neededWindow)
{
    return {withWindow(expression, windowOf(grid, neededWindow)), grid.from, grid.to, grid.step};
}

InstantQuery instantQuery(std::string_view expression, std::chrono::milliseconds neededWindow)
{
    return {withWindow(expression, neededWindow)};
}

} // namespace metrics
