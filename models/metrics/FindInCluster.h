#pragma once

#include "models/metrics/ClusterPrometheus.h"
#include "models/metrics/PrometheusReader.h"

#include <memory>

namespace metrics {

/// The server of a connected cluster, as it is known now: while it is looked for, others are asked. GUI thread.
FindServer findIn(std::shared_ptr<ClusterPrometheus> server);

} // namespace metrics
