#pragma once

#include "models/metrics/Capabilities.h"

#include <string>
#include <string_view>
#include <vector>

namespace metrics {

/// A string literal of PromQL with exactly this text.
std::string literal(std::string_view text);

/// A regular expression of RE2 that matches exactly these texts; with none of them it matches nothing that has a value.
std::string anyOf(const std::vector<std::string> &texts);

/// A metric and what its labels must be, as PromQL writes it: metric{label="value"}. What a server of several clusters needs is added.
class Selector
{
public:
    Selector(std::string metric, const Capabilities &capabilities);

    Selector is(std::string_view label, std::string_view value) const { return with(label, "=", value); }
    Selector isNot(std::string_view label, std::string_view value) const { return with(label, "!=", value); }
    Selector matches(std::string_view label, std::string_view pattern) const { return with(label, "=~", pattern); }
    Selector matchesNot(std::string_view label, std::string_view pattern) const { return with(label, "!~", pattern); }

    const std::string &metric() const { return m_metric; }
    std::string text() const;

private:
    Selector with(std::string_view label, std::string_view relation, std::string_view value) const;

    std::string m_metric;
    std::string m_matchers;
};

/// What is read of a metric at a moment.
enum class Reading {
    Value,              ///< of a gauge
    Fresh,              ///< of a gauge that was measured within "$window": series that say when they were measured, as cAdvisor's do, would
                        ///< count for five minutes after what they measured is gone
    Rate,               ///< how fast a counter grew over "$window", each second
    Increase,           ///< how much it grew
};

// Pieces of PromQL; each gives an expression that can stand anywhere.
std::string read(const Selector &selector, Reading reading);
std::string sum(std::string_view expression);
std::string maxBy(std::string_view labels, std::string_view expression);
std::string sumBy(std::string_view labels, std::string_view expression);
std::string renamed(std::string_view expression, std::string_view to, std::string_view from, std::string_view pattern = "(.+)");
std::string either(std::string_view first, std::string_view other);     ///< the other where the first has nothing

/// The expression with the range of rate() and its like in place of "$window", which stays what it is inside of strings.
std::string withWindow(std::string_view expression, std::chrono::milliseconds window);

} // namespace metrics
