#pragma once

#include "models/demo/PromqlSamples.h"

#include <string>
#include <variant>
#include <vector>

namespace demo {

struct VectorElement
{
    SeriesLabels labels;
    double value = 0;
};
using PromqlVector = std::vector<VectorElement>;

/// What an expression is at one moment: a scalar, a text or a vector.
using PromqlValue = std::variant<double, std::string, PromqlVector>;

} // namespace demo
