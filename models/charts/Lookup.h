#pragma once

#include "models/charts/Chart.h"

#include <optional>
#include <string>
#include <vector>

namespace charts {

/// The time nearest to this one at which something was measured in the range; nothing where nothing was.
std::optional<base::SystemTime> nearestTime(const Chart &chart, base::SystemTime time, const Range &range);
/// The next one, or the one before.
std::optional<base::SystemTime> nextTime(const Chart &chart, base::SystemTime time, const Range &range);
std::optional<base::SystemTime> timeBefore(const Chart &chart, base::SystemTime time, const Range &range);

/// What a line shows at a time: the nearest of its values, no further away than half a gap. Where it has a gap, nothing.
std::optional<double> valueAt(const Line &line, base::SystemTime time, std::chrono::milliseconds gap);

/// A line in three figures, of what was measured in a range; nothing when nothing was.
struct Summary
{
    Point last;
    double lowest = 0;
    double highest = 0;
};
std::optional<Summary> summaryOf(const Line &line, const Range &range);

/// Whether any line has a value in the range.
bool hasValues(const Chart &chart, const Range &range);

} // namespace charts
