#pragma once

namespace metrics {

/// Where figures come from, the best first; the next one is taken where one is not to be had.
enum class Rung {
    Prometheus,
    MetricsApi,         ///< metrics.k8s.io: one value, of the last seconds
    KubeletSummary,     ///< /stats/summary of each kubelet, through the node proxy
};

} // namespace metrics
