#include "models/demo/PromqlFunctions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace demo {

namespace {

using Type = PromqlExpression::Type;
using Scalars = std::span<const double>;

/// What a counter gained; one that fell began anew.
double gain(std::span<const Sample> samples)
{
    double result = samples.back().value - samples.front().value;
    double last = 0;
    for (const Sample &sample : samples) {
        if (sample.value < last)
            result += last;
        last = sample.value;
    }
    return result;
}

enum class Counting { Counter, Gauge };

/// Extends what was seen to the ends of the range, as far as samples can be missing there (promql/functions.go, extrapolatedRate).
std::optional<double> extrapolated(const RangeWindow &window, Counting counting)
{
    const auto &samples = window.samples;
    if (samples.size() < 2)
        return std::nullopt;
    const double result = counting == Counting::Counter ? gain(samples) : samples.back().value - samples.front().value;
    double toStart = double(samples.front().time - window.start) / 1000;
    const double toEnd = double(window.end - samples.back().time) / 1000;
    const double sampled = double(samples.back().time - samples.front().time) / 1000;
    const double between = sampled / double(samples.size() - 1);
    if (counting == Counting::Counter && result > 0 && samples.front().value >= 0)
        toStart = std::min(toStart, sampled * (samples.front().value / result));
    const auto part = [&](double missing) { return missing < between * 1.1 ? missing : between / 2; };
    return result * ((sampled + part(toStart) + part(toEnd)) / sampled);
}

std::optional<double> rate(const RangeWindow &window, double)
{
    const auto increase = extrapolated(window, Counting::Counter);
    return increase ? std::optional(*increase / (double(window.end - window.start) / 1000)) : std::nullopt;
}

enum class Per { Second, Interval };

std::optional<double> instantChange(const RangeWindow &window, Counting counting, Per per)
{
    if (window.samples.size() < 2)
        return std::nullopt;
    const Sample &last = window.samples.back(), &before = window.samples[window.samples.size() - 2];
    const bool isReset = counting == Counting::Counter && last.value < before.value;
    const double change = isReset ? last.value : last.value - before.value;
    return per == Per::Second ? change / (double(last.time - before.time) / 1000) : change;
}

double quantileOf(std::vector<double> values, double quantile)
{
    if (values.empty() || std::isnan(quantile))
        return std::nan("");
    if (quantile < 0 || quantile > 1)
        return quantile < 0 ? -INFINITY : INFINITY;
    std::ranges::sort(values);
    const double rank = quantile * double(values.size() - 1);
    const auto lower = std::size_t(std::max(0.0, std::floor(rank))), upper = std::min(values.size() - 1, lower + 1);
    const double weight = rank - std::floor(rank);
    return values[lower] * (1 - weight) + values[upper] * weight;
}

std::vector<double> valuesOf(const RangeWindow &window)
{
    std::vector<double> values;
    std::ranges::transform(window.samples, std::back_inserter(values), &Sample::value);
    return values;
}

double sumOf(const RangeWindow &window)
{
    const std::vector<double> values = valuesOf(window);
    return std::accumulate(values.begin(), values.end(), 0.0);
}

template<typename Differ>
double countPairs(const RangeWindow &window, Differ differ)
{
    double count = 0;
    for (std::size_t i = 1; i < window.samples.size(); ++i)
        count += differ(window.samples[i - 1].value, window.samples[i].value) ? 1 : 0;
    return count;
}

PromqlFunction range(std::string_view name, std::function<std::optional<double>(const RangeWindow &, double)> compute)
{
    PromqlFunction made{name, {Type::Range}, 1};
    made.ofRange = std::move(compute);
    return made;
}

PromqlFunction value(std::string_view name, std::function<double(double, Scalars)> compute, std::size_t scalars = 0, std::size_t least = 0)
{
    PromqlFunction made{name, {Type::Vector}, 1 + least};
    made.arguments.insert(made.arguments.end(), scalars, Type::Scalar);
    made.ofValue = std::move(compute);
    return made;
}

std::vector<PromqlFunction> rangeFunctions()
{
    std::vector<PromqlFunction> all{
        range("rate", rate),
        range("increase", [](const RangeWindow &window, double) { return extrapolated(window, Counting::Counter); }),
        range("delta", [](const RangeWindow &window, double) { return extrapolated(window, Counting::Gauge); }),
        range("irate", [](const RangeWindow &window, double) { return instantChange(window, Counting::Counter, Per::Second); }),
        range("idelta", [](const RangeWindow &window, double) { return instantChange(window, Counting::Gauge, Per::Interval); }),
        range("sum_over_time", [](const RangeWindow &window, double) { return sumOf(window); }),
        range("avg_over_time", [](const RangeWindow &window, double) { return sumOf(window) / double(window.samples.size()); }),
        range("min_over_time", [](const RangeWindow &window, double) { return std::ranges::min(valuesOf(window)); }),
        range("max_over_time", [](const RangeWindow &window, double) { return std::ranges::max(valuesOf(window)); }),
        range("count_over_time", [](const RangeWindow &window, double) { return double(window.samples.size()); }),
        range("last_over_time", [](const RangeWindow &window, double) { return window.samples.back().value; }),
        range("present_over_time", [](const RangeWindow &, double) { return 1.0; }),
        range("changes", [](const RangeWindow &window, double) { return countPairs(window, [](double a, double b) { return a != b && !(std::isnan(a) && std::isnan(b)); }); }),
        range("resets", [](const RangeWindow &window, double) { return countPairs(window, [](double a, double b) { return b < a; }); }),
    };
    PromqlFunction quantile = range("quantile_over_time", [](const RangeWindow &window, double scalar) { return quantileOf(valuesOf(window), scalar); });
    quantile.arguments = {Type::Scalar, Type::Range};
    quantile.least = 2;
    all.push_back(std::move(quantile));
    std::ranges::find(all, "last_over_time", &PromqlFunction::name)->keepsName = true;
    return all;
}

std::vector<PromqlFunction> valueFunctions()
{
    return {
        value("abs", [](double v, Scalars) { return std::fabs(v); }),
        value("ceil", [](double v, Scalars) { return std::ceil(v); }),
        value("floor", [](double v, Scalars) { return std::floor(v); }),
        value("sqrt", [](double v, Scalars) { return std::sqrt(v); }),
        value("exp", [](double v, Scalars) { return std::exp(v); }),
        value("ln", [](double v, Scalars) { return std::log(v); }),
        value("log2", [](double v, Scalars) { return std::log2(v); }),
        value("log10", [](double v, Scalars) { return std::log10(v); }),
        value("sgn", [](double v, Scalars) { return v < 0 ? -1.0 : v > 0 ? 1.0 : v; }),
        value("round", [](double v, Scalars to) { return std::floor(v / (to.empty() ? 1 : to[0]) + 0.5) * (to.empty() ? 1 : to[0]); }, 1),
        value("clamp_min", [](double v, Scalars s) { return std::fmax(s[0], v); }, 1, 1),
        value("clamp_max", [](double v, Scalars s) { return std::fmin(s[0], v); }, 1, 1),
        value("clamp", [](double v, Scalars s) { return std::fmax(s[0], std::fmin(s[1], v)); }, 2, 2),
    };
}

} // namespace

const PromqlFunction *findPromqlFunction(std::string_view name)
{
    static const auto all = [] {
        std::vector<PromqlFunction> made = rangeFunctions();
        for (auto part : {valueFunctions(), promqlVectorFunctions()})
            std::ranges::move(part, std::back_inserter(made));
        return made;
    }();
    const auto found = std::ranges::find(all, name, &PromqlFunction::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace demo
