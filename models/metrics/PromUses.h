#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metrics {

/// A condition on a label, as a selector has it.
struct Matcher
{
    std::string label;
    std::string relation;               ///< = != =~ !~
    std::string value;                  ///< as it is meant, without escapes

    bool operator==(const Matcher &) const = default;
};

/// A metric that an expression asks for.
struct MetricUse
{
    std::string metric;                 ///< empty: chosen by its labels alone
    std::vector<Matcher> matchers;

    bool operator==(const MetricUse &) const = default;
};

/// What an expression of PromQL asks for, in its order. Text that is no PromQL gives what can be told from it.
std::vector<MetricUse> usesIn(std::string_view expression);

/// The names of the metrics among them, each once.
std::vector<std::string> metricsIn(std::string_view expression);

} // namespace metrics
