#pragma once

#include "models/base/Result.h"
#include "models/demo/PromqlExpression.h"
#include "models/demo/PromqlValue.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace demo {

/// The samples of one series within a range, and where the range begins and ends.
struct RangeWindow
{
    std::span<const Sample> samples;
    std::int64_t start = 0;
    std::int64_t end = 0;
};

/// What a function is given and gives. Exactly one of the ways to compute it is set.
struct PromqlFunction
{
    std::string_view name;
    std::vector<PromqlExpression::Type> arguments;
    std::size_t least = 1;                          ///< arguments; the others may be left out
    PromqlExpression::Type result = PromqlExpression::Type::Vector;
    bool isVariadic = false;                        ///< the last argument may be repeated

    /// Of a range: nothing where there are too few samples. The scalar is the other argument, if there is one.
    std::function<std::optional<double>(const RangeWindow &window, double scalar)> ofRange = {};
    /// Of each value of a vector; scalars are the arguments behind it.
    std::function<double(double value, std::span<const double> scalars)> ofValue = {};
    /// Of everything else: the arguments' values and the moment in seconds.
    std::function<base::Result<PromqlValue>(std::vector<PromqlValue> arguments, double now)> ofAll = {};
    bool keepsName = false;
};

/// Null when there is none of that name.
const PromqlFunction *findPromqlFunction(std::string_view name);

/// The functions that look at whole vectors, or at none.
std::vector<PromqlFunction> promqlVectorFunctions();

} // namespace demo
