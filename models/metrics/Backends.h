#pragma once

#include "models/metrics/Catalogue.h"
#include "models/text/Value.h"

#include <vector>

namespace metrics {

/// The Services that an Ingress leads to, each with its port once, in the order of its rules. What is no Ingress has none.
std::vector<Backend> backendsOf(const text::Value &ingress);

} // namespace metrics
