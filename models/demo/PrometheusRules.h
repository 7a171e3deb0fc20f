#pragma once

#include "models/demo/Cluster.h"

#include <cstdint>
#include <string>

namespace demo {

/// The rules of all PrometheusRules, and what they say at that moment (milliseconds since 1970): "data" of the API's answers.
std::string rulesJson(const Cluster &cluster, std::int64_t now);
std::string alertsJson(const Cluster &cluster, std::int64_t now);

} // namespace demo
