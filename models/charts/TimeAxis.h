#pragma once

#include "models/charts/Chart.h"

#include <functional>
#include <vector>

namespace charts {

/// How far the clock on the wall is ahead of UTC at a moment.
using OffsetAt = std::function<std::chrono::seconds(base::SystemTime time)>;

/// What has to be written at a mark so that it can be told from its neighbours.
enum class TimeDetail { Seconds, Minutes, Day };

struct TimeTick
{
    base::SystemTime time{};
    TimeDetail detail = TimeDetail::Minutes;    ///< Day where one begins

    bool operator==(const TimeTick &) const = default;
};

/// Marks at full minutes, hours or days of the clock on the wall, at most so many, from seconds to months; also over a day of 23 or 25 hours.
std::vector<TimeTick> timeAxis(const Range &range, int most, const OffsetAt &offsetAt);

} // namespace charts
