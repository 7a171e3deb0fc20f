#pragma once

#include "models/metrics/ClusterPrometheus.h"
#include "widgets/base/Address.h"

#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace promql {

/// How far back a query looks; nothing: one moment, now.
struct Span
{
    const char *name;           ///< "5m"
    std::chrono::milliseconds range{};
};
inline constexpr std::array<Span, 10> spans{{{"now"}, {"5m", std::chrono::minutes(5)}, {"15m", std::chrono::minutes(15)}, {"1h", std::chrono::hours(1)}, {"3h", std::chrono::hours(3)},
                                             {"6h", std::chrono::hours(6)}, {"24h", std::chrono::hours(24)}, {"2d", std::chrono::hours(48)}, {"7d", std::chrono::hours(168)}, {"30d", std::chrono::hours(720)}}};
QString spanTitle(const Span &span);

/// Which server is asked and how: "Prometheus 2.42.0 · monitoring/prometheus:9090 · service proxy".
QString sourceText(const metrics::CandidateReport &found, metrics::Way way);
/// Why none was found, a line for each fact.
QString whyMissing(const metrics::DiscoveryReport &report);

/// The request that asks a server so, "GET /api/v1/namespaces/…/proxy/api/v1/query?query=up"; a server beside the API server with its URL.
QString callOf(const metrics::Candidate &candidate, metrics::Way way, const metrics::PrometheusRequest &request);

/// The object that labels are about, where the program can open it.
std::optional<base::Address> addressOf(const metrics::Labels &labels);
/// "pods team-a/web-1"; empty: none.
QString objectText(const std::optional<base::Address> &address);

/// Like kubectl's; empty where the time is not known.
QString ageText(const std::optional<base::SystemTime> &time, base::SystemTime now);

} // namespace promql
