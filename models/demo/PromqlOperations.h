#pragma once

#include "models/base/Result.h"
#include "models/demo/PromqlExpression.h"
#include "models/demo/PromqlValue.h"

namespace demo {

/// An operator between two values, each a scalar or a vector.
base::Result<PromqlValue> promqlOperation(const PromqlExpression &operation, PromqlValue left, PromqlValue right);

/// sum, topk and the like; the parameter is that of those that take one.
base::Result<PromqlValue> promqlAggregation(const PromqlExpression &aggregation, PromqlVector vector, const PromqlValue &parameter);

} // namespace demo
