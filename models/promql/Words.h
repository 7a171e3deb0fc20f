#pragma once

#include <span>
#include <string_view>

namespace promql {

/// A word of the language that can be called: with how it is called, and what it gives.
struct Callable
{
    std::string_view name;
    std::string_view arguments;     ///< "v range-vector"
    std::string_view gives;         ///< English, marked for translation in the context "promql"
};

/// As prometheus.io/docs/prometheus/latest/querying/functions/ lists them for 2.42.
std::span<const Callable> functions();
/// sum, max, ...: may be followed or preceded by by (...) or without (...).
std::span<const Callable> aggregations();
/// by, on, offset, ...
std::span<const std::string_view> keywords();

bool isAggregation(std::string_view word);
/// by, without, on, ignoring, group_left, group_right: labels follow in parentheses.
bool takesLabels(std::string_view word);

} // namespace promql
