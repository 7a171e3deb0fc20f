#pragma once

#include "models/charts/Chart.h"

#include <string>

namespace charts {

/// A value with its unit, to three digits: "250m", "1.52", "768 MiB", "12.5 %", "1.5 s". What is not finite is "–".
std::string valueText(Unit unit, double value);

/// The same as it stands beside an axis whose steps are so large: as many decimals as the step needs.
std::string tickText(Unit unit, double value, double step);

} // namespace charts
