#pragma once

#include "models/base/Result.h"
#include "models/metrics/Usage.h"
#include "models/metrics/UsageReader.h"

#include <string>
#include <string_view>
#include <vector>

namespace metrics {

/// A PodMetricsList, PodMetrics, NodeMetricsList or NodeMetrics of metrics.k8s.io. Figures that make no sense are not known. Any thread.
base::Result<std::vector<MeasuredObject>> readMetricsApi(std::string_view json);

/// What is said where no server has the group, in kubectl's words.
inline constexpr const char *MetricsApiMissing = "Metrics API not available";

/// The request for it: all that the question names.
kube::ApiRequest metricsApiRequest(const UsageQuestion &question);

} // namespace metrics
