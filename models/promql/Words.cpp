#include "models/promql/Words.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace promql {

namespace {

constexpr const char *trigonometry = QT_TRANSLATE_NOOP("promql", "The function of each value, in radians");
constexpr const char *calendar = QT_TRANSLATE_NOOP("promql", "That part of each time, in UTC; without an argument of now");

constexpr Callable known[] = {
    {"abs", "v instant-vector", QT_TRANSLATE_NOOP("promql", "Each value without its sign")},
    {"absent", "v instant-vector", QT_TRANSLATE_NOOP("promql", "1 where there is nothing at all, else nothing")},
    {"absent_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "1 where there was nothing in the whole range, else nothing")},
    {"acos", "v instant-vector", trigonometry},
    {"acosh", "v instant-vector", trigonometry},
    {"asin", "v instant-vector", trigonometry},
    {"asinh", "v instant-vector", trigonometry},
    {"atan", "v instant-vector", trigonometry},
    {"atanh", "v instant-vector", trigonometry},
    {"avg_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "The average of the range, for each series")},
    {"ceil", "v instant-vector", QT_TRANSLATE_NOOP("promql", "Each value rounded up")},
    {"changes", "v range-vector", QT_TRANSLATE_NOOP("promql", "How often the value changed in the range")},
    {"clamp", "v instant-vector, min scalar, max scalar", QT_TRANSLATE_NOOP("promql", "Each value kept within bounds")},
    {"clamp_max", "v instant-vector, max scalar", QT_TRANSLATE_NOOP("promql", "Each value kept within bounds")},
    {"clamp_min", "v instant-vector, min scalar", QT_TRANSLATE_NOOP("promql", "Each value kept within bounds")},
    {"cos", "v instant-vector", trigonometry},
    {"cosh", "v instant-vector", trigonometry},
    {"count_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "How many samples the range has, for each series")},
    {"day_of_month", "v instant-vector", calendar},
    {"day_of_week", "v instant-vector", calendar},
    {"day_of_year", "v instant-vector", calendar},
    {"days_in_month", "v instant-vector", calendar},
    {"deg", "v instant-vector", QT_TRANSLATE_NOOP("promql", "Radians as degrees")},
    {"delta", "v range-vector", QT_TRANSLATE_NOOP("promql", "How far a gauge is from where it was when the range began")},
    {"deriv", "v range-vector", QT_TRANSLATE_NOOP("promql", "How fast a gauge changes a second, by linear regression")},
    {"exp", "v instant-vector", QT_TRANSLATE_NOOP("promql", "e to the power of each value")},
    {"floor", "v instant-vector", QT_TRANSLATE_NOOP("promql", "Each value rounded down")},
    {"histogram_count", "v instant-vector", QT_TRANSLATE_NOOP("promql", "How many observations a native histogram has")},
    {"histogram_fraction", "lower scalar, upper scalar, v instant-vector", QT_TRANSLATE_NOOP("promql", "Which part of a native histogram is between two values")},
    {"histogram_quantile", "φ scalar, b instant-vector", QT_TRANSLATE_NOOP("promql", "The quantile of a histogram, from its buckets (label le)")},
    {"histogram_sum", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The sum of what a native histogram observed")},
    {"holt_winters", "v range-vector, sf scalar, tf scalar", QT_TRANSLATE_NOOP("promql", "The range smoothed, with its trend")},
    {"hour", "v instant-vector", calendar},
    {"idelta", "v range-vector", QT_TRANSLATE_NOOP("promql", "What is between the last two samples of a gauge")},
    {"increase", "v range-vector", QT_TRANSLATE_NOOP("promql", "How much a counter grew in the range; restarts are taken into account")},
    {"irate", "v range-vector", QT_TRANSLATE_NOOP("promql", "How much a counter grew a second between the last two samples")},
    {"label_join", "v instant-vector, dst, separator, src, …", QT_TRANSLATE_NOOP("promql", "A label made of others")},
    {"label_replace", "v instant-vector, dst, replacement, src, regex", QT_TRANSLATE_NOOP("promql", "A label made of another by a regular expression")},
    {"last_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "The newest sample of the range")},
    {"ln", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The logarithm of each value")},
    {"log10", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The logarithm of each value")},
    {"log2", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The logarithm of each value")},
    {"max_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "The greatest value of the range, for each series")},
    {"min_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "The smallest value of the range, for each series")},
    {"minute", "v instant-vector", calendar},
    {"month", "v instant-vector", calendar},
    {"pi", "", QT_TRANSLATE_NOOP("promql", "The number π")},
    {"predict_linear", "v range-vector, t scalar", QT_TRANSLATE_NOOP("promql", "Where a gauge will be in t seconds, by linear regression")},
    {"present_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "1 for each series that has a sample in the range")},
    {"quantile_over_time", "φ scalar, v range-vector", QT_TRANSLATE_NOOP("promql", "The quantile of the samples of the range")},
    {"rad", "v instant-vector", QT_TRANSLATE_NOOP("promql", "Degrees as radians")},
    {"rate", "v range-vector", QT_TRANSLATE_NOOP("promql", "How much a counter grew a second, on average of the range; restarts are taken into account")},
    {"resets", "v range-vector", QT_TRANSLATE_NOOP("promql", "How often a counter began anew in the range")},
    {"round", "v instant-vector, to scalar", QT_TRANSLATE_NOOP("promql", "Each value rounded to the nearest multiple")},
    {"scalar", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The value of the only series; NaN where there are others")},
    {"sgn", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The sign of each value: 1, 0 or -1")},
    {"sin", "v instant-vector", trigonometry},
    {"sinh", "v instant-vector", trigonometry},
    {"sort", "v instant-vector", QT_TRANSLATE_NOOP("promql", "In the order of the values, the smallest first")},
    {"sort_desc", "v instant-vector", QT_TRANSLATE_NOOP("promql", "In the order of the values, the greatest first")},
    {"sqrt", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The square root of each value")},
    {"stddev_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "How far the samples of the range spread")},
    {"stdvar_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "How far the samples of the range spread")},
    {"sum_over_time", "v range-vector", QT_TRANSLATE_NOOP("promql", "The sum of the samples of the range")},
    {"tan", "v instant-vector", trigonometry},
    {"tanh", "v instant-vector", trigonometry},
    {"time", "", QT_TRANSLATE_NOOP("promql", "The time of the evaluation, in seconds since 1970")},
    {"timestamp", "v instant-vector", QT_TRANSLATE_NOOP("promql", "When each sample was taken, in seconds since 1970")},
    {"vector", "s scalar", QT_TRANSLATE_NOOP("promql", "A number as a series without labels")},
    {"year", "v instant-vector", calendar},
};

constexpr Callable aggregating[] = {
    {"avg", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The average over series")},
    {"bottomk", "k scalar, v instant-vector", QT_TRANSLATE_NOOP("promql", "The k series with the smallest values")},
    {"count", "v instant-vector", QT_TRANSLATE_NOOP("promql", "How many series there are")},
    {"count_values", "label, v instant-vector", QT_TRANSLATE_NOOP("promql", "How many series have each value")},
    {"group", "v instant-vector", QT_TRANSLATE_NOOP("promql", "1 for each group that has series")},
    {"max", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The greatest value over series")},
    {"min", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The smallest value over series")},
    {"quantile", "φ scalar, v instant-vector", QT_TRANSLATE_NOOP("promql", "The quantile over series")},
    {"stddev", "v instant-vector", QT_TRANSLATE_NOOP("promql", "How far the series spread")},
    {"stdvar", "v instant-vector", QT_TRANSLATE_NOOP("promql", "How far the series spread")},
    {"sum", "v instant-vector", QT_TRANSLATE_NOOP("promql", "The sum over series")},
    {"topk", "k scalar, v instant-vector", QT_TRANSLATE_NOOP("promql", "The k series with the greatest values")},
};

constexpr std::string_view between[] = {"and", "atan2", "bool", "by", "group_left", "group_right", "ignoring", "offset", "on", "or", "unless", "without"};
constexpr std::array<std::string_view, 6> labelled = {"by", "without", "on", "ignoring", "group_left", "group_right"};

} // namespace

std::span<const Callable> functions() { return known; }
std::span<const Callable> aggregations() { return aggregating; }
std::span<const std::string_view> keywords() { return between; }

bool isAggregation(std::string_view word)
{
    return std::ranges::find(aggregating, word, &Callable::name) != std::end(aggregating);
}

bool takesLabels(std::string_view word)
{
    return std::ranges::find(labelled, word) != labelled.end();
}

} // namespace promql
