#pragma once

#include "models/metrics/Capabilities.h"
#include "models/metrics/ChartSpec.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metrics {

/// What gives metrics to Prometheus.
enum class Exporter { Unknown, Cadvisor, Kubelet, KubeStateMetrics, NodeExporter, ApiServer, IngressNginx, Traefik };

/// Who gives a metric of that name.
Exporter exporterOf(std::string_view metric);

/// Why a chart is empty.
struct Emptiness
{
    enum class Kind {
        NotMeasured,        ///< metrics that it needs are not there
        NothingMatches,     ///< they are all there, of other things
    };
    Kind kind = Kind::NothingMatches;
    std::vector<std::string> missing = {};      ///< metrics, each once
    std::vector<Exporter> exporters = {};       ///< of those, each once

    bool operator==(const Emptiness &) const = default;
};

/// By what is known of the server.
Emptiness emptinessOf(const ChartSpec &spec, const Capabilities &capabilities);

} // namespace metrics
