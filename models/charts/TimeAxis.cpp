#include "models/charts/TimeAxis.h"

#include <algorithm>
#include <array>

namespace charts {

namespace {

using std::chrono::seconds;

constexpr std::int64_t Day = 86400;
constexpr std::array<std::int64_t, 21> steps{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, Day, 2 * Day, 7 * Day, 28 * Day};

std::int64_t stepFor(std::int64_t length, int most)
{
    const auto fits = [&](std::int64_t step) { return length / step <= std::max(1, most) - 1; };
    const auto step = std::ranges::find_if(steps, fits);
    return step != steps.end() ? *step : steps.back() * (length / steps.back() / std::max(1, most) + 1);
}

std::int64_t secondsOf(base::SystemTime time)
{
    return std::chrono::floor<seconds>(time.time_since_epoch()).count();
}

std::int64_t offset(std::int64_t utc, const OffsetAt &offsetAt)
{
    return offsetAt(base::SystemTime(seconds(utc))).count();
}

/// When the clock on the wall shows that; of two moments the later one, and the next one of none.
std::int64_t momentOf(std::int64_t local, const OffsetAt &offsetAt)
{
    const std::int64_t first = local - offset(local, offsetAt);
    return local - offset(first, offsetAt);
}

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

} // namespace

std::vector<TimeTick> timeAxis(const Range &range, int most, const OffsetAt &offsetAt)
{
    const std::int64_t from = secondsOf(range.from), to = secondsOf(range.to);
    if (to <= from)
        return {};
    const std::int64_t step = stepFor(to - from, most);
    const TimeDetail usual = step < 60 ? TimeDetail::Seconds : step < Day ? TimeDetail::Minutes : TimeDetail::Day;
    std::vector<TimeTick> ticks;
    std::int64_t before = from - 1;
    for (std::int64_t local = floorTo(from + offset(from, offsetAt), step); before <= to; local += step) {
        const std::int64_t moment = momentOf(local, offsetAt);
        if (moment > to)
            break;
        if (moment <= before || base::SystemTime(seconds(moment)) < range.from)
            continue;
        before = moment;
        ticks.push_back({base::SystemTime(seconds(moment)), local % Day == 0 ? TimeDetail::Day : usual});
    }
    return ticks;
}

} // namespace charts
