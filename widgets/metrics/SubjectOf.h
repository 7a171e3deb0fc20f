#pragma once

#include "models/metrics/ChartSpec.h"
#include "widgets/base/Address.h"

#include <optional>

namespace metrics {

/// What the charts of an object are about; nothing of kinds that have none.
std::optional<Subject> subjectOf(const base::Address &object);

} // namespace metrics
