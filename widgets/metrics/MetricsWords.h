#pragma once

#include "models/metrics/ChartLoader.h"
#include "models/metrics/Doctor.h"

#include <QString>

#include <array>
#include <chrono>

namespace metrics {

/// Words of the catalogue of charts in the person's language.
QString said(const std::string &english);
Words catalogueWords();

/// What a page may show of time, and its word: "5 m".
struct Span
{
    const char *name;           ///< "5m"
    std::chrono::milliseconds range;
};
inline constexpr std::array<Span, 9> spans{{{"5m", std::chrono::minutes(5)}, {"15m", std::chrono::minutes(15)}, {"1h", std::chrono::hours(1)}, {"3h", std::chrono::hours(3)}, {"6h", std::chrono::hours(6)},
                                            {"24h", std::chrono::hours(24)}, {"2d", std::chrono::hours(48)}, {"7d", std::chrono::hours(168)}, {"30d", std::chrono::hours(720)}}};
QString spanTitle(const Span &span);

/// Why nothing is shown, and what to do: the same words on a page, in a chart and beside it.
struct Explanation
{
    QString title;                      ///< in few words
    QString cause;                      ///< a line for each thing that stands in the way
    QString fix = {};
    QString commands = {};              ///< to be copied
};
/// Of at least one finding, the gravest first.
Explanation explanationOf(const std::vector<Finding> &findings);
/// Of a chart that has no values, or could not be asked for.
Explanation explanationOf(const ChartSpec &spec, const ChartState &state, const Capabilities &capabilities, const std::optional<ClockDifference> &clock = {});

} // namespace metrics
