#pragma once

#include "models/charts/Chart.h"
#include "models/metrics/ChartSpec.h"
#include "models/metrics/Series.h"
#include "models/metrics/TimeGrid.h"

#include <functional>
#include <string>
#include <vector>

namespace metrics {

/// English words of the catalogue in the person's language.
using Words = std::function<std::string(const std::string &english)>;

/// The name of a line: the words of its legend, with the labels of the series in the place of "{{label}}".
std::string legendOf(const std::string &legend, const Labels &labels, const Words &words);

/// What came for each line of a chart, as it is drawn. More than MostLines series are the highest of them and one line for all others: their
/// sum, where values can be added up, else the highest of them.
charts::Chart chartOf(const ChartSpec &spec, const TimeGrid &grid, std::vector<std::vector<Series>> answers, const Words &words);
inline constexpr std::size_t MostLines = 16;

/// Adds what was measured in the period before, moved to this one; bounds are of this period alone.
void addBefore(charts::Chart &chart, charts::Chart before);

/// A mark for each time at which a count of the chart rose: restarts, where that is what it counts.
std::vector<charts::Event> risesOf(const charts::Chart &chart, const std::function<std::string(const std::string &line)> &words);

} // namespace metrics
