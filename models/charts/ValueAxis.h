#pragma once

#include "models/charts/Chart.h"

#include <string>
#include <vector>

namespace charts {

struct Tick
{
    double value = 0;
    std::string text;
};

/// The values that are shown, from the lowest to the highest, and where lines with a figure stand.
struct ValueAxis
{
    double low = 0;
    double high = 1;
    std::vector<Tick> ticks;
};

/// An axis for values from the lowest to the highest, with at most so many steps. It holds zero, for half of a value must look like half; its
/// steps are what people count in: 1, 2, 5 for decimal units, powers of two for bytes, seconds, minutes and hours for time, whole ones for counts.
ValueAxis valueAxis(Unit unit, double lowest, double highest, int steps);

/// The axis of a chart: of all that was measured in the range, and of the marks, unless one is so high that the lines would lie flat.
ValueAxis valueAxis(const Chart &chart, const Range &range, const std::vector<char> &isHidden, int steps);

} // namespace charts
