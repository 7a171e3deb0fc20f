#pragma once

#include "models/metrics/Sentence.h"

#include <string_view>

namespace metrics {

/// Who gives a metric, and how a cluster comes to have it.
struct MetricOrigin
{
    std::string_view prefix;            ///< of the names of its metrics
    const char *exporter;               ///< a proper name: "kube-state-metrics"
    const char *fix;                    ///< marked words
    std::vector<std::string> commands;
};

/// Null for a metric that nobody in particular gives.
const MetricOrigin *originOf(std::string_view metric);

/// Why its exporter may be there and tell nothing under this name; empty words: no reason is known.
Sentence whyExporterIsSilent(std::string_view metric);

/// What a cluster is run by, where charts need other values for it.
enum class Distribution { Usual, K3s };

/// From the server's version: "v1.31.4+k3s1".
Distribution distributionOf(std::string_view serverVersion);

/// The commands that bring Prometheus with its exporters into the namespace "monitoring".
std::vector<std::string> installCommands(Distribution distribution);

} // namespace metrics
