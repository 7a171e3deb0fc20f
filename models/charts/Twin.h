#pragma once

#include "models/charts/Chart.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace charts {

/// A chart as a table: a row for each time at which any line has a point, a column for each line.
struct Twin
{
    std::vector<std::string> heads;
    std::vector<base::SystemTime> times;
    std::vector<std::vector<std::optional<double>>> columns;    ///< by line, then by row; nothing where nothing was measured
};

Twin twinOf(const Chart &chart, const Range &range);

/// Comma separated: the time in UTC, and values as full numbers in the base unit, which stands behind each name. A gap is an empty cell.
std::string csvOf(const Chart &chart, const Range &range);

/// What a full number of a chart is counted in: "cores", "bytes", "bytes/s", "ratio", "s", "/s"; empty for counts.
std::string_view baseUnit(Unit unit);

} // namespace charts
