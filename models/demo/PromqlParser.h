#pragma once

#include "models/base/Result.h"
#include "models/demo/PromqlExpression.h"

#include <memory>
#include <string_view>

namespace demo {

/// Reads the PromQL that dashboards use; what it does not know (subqueries, @) is an error as for Prometheus, with the place.
base::Result<std::unique_ptr<PromqlExpression>> parsePromql(std::string_view query);

/// "5m", "1h30m", in milliseconds.
std::optional<std::int64_t> promqlDuration(std::string_view text);

} // namespace demo
