#pragma once

#include "models/charts/Chart.h"

#include <QPen>

#include <vector>

namespace charts {

/// The pen of each line of a chart, in the colours of the theme as it is now. Lines whose colours repeat have dashes of another length; marks
/// are thin, each kind with dashes of its own; an earlier period is dashed, in the colour of its line.
std::vector<QPen> pensOf(const Chart &chart);

} // namespace charts
