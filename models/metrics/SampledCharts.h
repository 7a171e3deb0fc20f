#pragma once

#include "models/metrics/Allowance.h"
#include "models/metrics/Catalogue.h"
#include "models/metrics/ChartData.h"
#include "models/metrics/UsageRing.h"

#include <optional>
#include <vector>

namespace metrics {

/// A chart of what this program sampled itself, for clusters where nobody keeps a history.
struct SampledChart
{
    ChartSpec spec;                     ///< its name and title; nobody is asked for its lines
    charts::Chart chart;
};

/// What has to be sampled for charts of it; nothing where no sample tells of it.
std::optional<Measured> sampledFor(SubjectKind kind);

/// Whose samples are drawn, and on which moments.
struct SampledView
{
    Subject subject;
    Selection selection = {};           ///< of a workload: its pods
    Allowance allowance = {};           ///< drawn as bounds
    charts::Range range = {};
};

/// CPU and memory, and the same by pod or container. Of several objects the sum of those that were there at a moment. A sample holds until the next
/// one, at the most SampleHolds; before the first one, and after the last one held, there is no point.
std::vector<SampledChart> sampledCharts(const SampledView &view, const UsageRing &ring, const Words &words);
inline constexpr std::chrono::seconds SampleStep{15};
inline constexpr std::chrono::seconds SampleHolds{75};

/// When the first of them was measured; nothing when none was.
std::optional<base::SystemTime> firstSample(const std::vector<SampledChart> &charts);
/// The range that shows all of them and no more than that, up to the moment.
charts::Range sampledRange(const Subject &subject, const Selection &selection, const UsageRing &ring, base::SystemTime now, std::chrono::milliseconds longest);

} // namespace metrics
