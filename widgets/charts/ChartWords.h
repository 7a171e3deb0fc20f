#pragma once

#include "models/charts/Chart.h"
#include "models/charts/TimeAxis.h"

#include <QString>

namespace charts {

/// What is not to be shown: by line.
using Hidden = std::vector<char>;

/// As the clock on the wall shows it; a day where one begins.
QString tickText(const TimeTick &tick);
/// In full, with the day when the range is longer than one.
QString momentText(base::SystemTime time, const Range &range);
std::chrono::seconds localOffset(base::SystemTime time);

/// "web-1: last 250m, lowest 100m, highest 400m", or that there are no values.
QString lineSummary(const Chart &chart, const Line &line, const Range &range);
/// Each shown line on a line of its own, then what happened, and since when nothing is known.
QString chartSummary(const Chart &chart, const Hidden &hidden, const Range &range);
/// "10:21:30. web-1 250m, web-2 no value"
QString reading(const Chart &chart, const Hidden &hidden, base::SystemTime time, const Range &range);
/// What a line shows at a time, and in brackets what it showed then in the period before; empty: nothing.
QString valueText(const Chart &chart, const Line &line, base::SystemTime time);
/// "10:21 OOMKilled", a line each.
QString eventsText(const std::vector<const Event *> &events, const Range &range);
QString staleText(base::SystemTime since, const Range &range);

} // namespace charts
