#pragma once

#include "models/metrics/ChartSpec.h"
#include "models/metrics/Series.h"

#include <string>
#include <vector>

namespace metrics {

/// The lines of a chart as one query, so that a chart is one request: each line's series carry its number in a label of their own.
std::string mergedQuery(const std::vector<LineSpec> &lines);

/// The series that came for a merged query, for each of its lines, without that label.
std::vector<std::vector<Series>> takenApart(const std::vector<LineSpec> &lines, std::vector<Series> series);

} // namespace metrics
