#pragma once

#include "models/demo/Cluster.h"
#include "models/demo/Http.h"

#include <optional>

namespace demo {

/// The Prometheus HTTP API behind the service proxy of the Services that lead to the sample cluster's Prometheus: queries over living series,
/// labels, series, targets, rules, alerts, metadata and status. Nothing for other paths.
std::optional<HttpAnswer> prometheusAnswer(const HttpRequest &request, const Cluster &cluster);

/// /stats/summary and /configz of each node's kubelet behind the node proxy. Nothing for other paths.
std::optional<HttpAnswer> kubeletAnswer(const HttpRequest &request, const Cluster &cluster);

} // namespace demo
