#pragma once

#include "models/metrics/ChartLoader.h"
#include "models/metrics/Exporters.h"

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

/// "kube-state-metrics"
QString exporterName(Exporter exporter);
/// Where it comes from, or how it is switched on; empty: nobody knows.
QString exporterFix(Exporter exporter);

/// Why a chart shows nothing, in a short title, and in sentences that say what to do.
struct Explanation
{
    QString title;
    QString detail;
};
Explanation explanationOf(const ChartSpec &spec, const ChartState &state, const Capabilities &capabilities);

/// The commands that install Prometheus where there is none.
QString helmCommands();

} // namespace metrics
