#pragma once

#include "models/demo/Cluster.h"
#include "models/demo/Http.h"

#include <optional>

namespace demo {

/// metrics.k8s.io/v1beta1 for nodes and running pods: usage around the requests, swaying slowly with the time. Nothing for other
/// paths.
std::optional<HttpAnswer> usageAnswer(const HttpRequest &request, const Cluster &cluster);

} // namespace demo
