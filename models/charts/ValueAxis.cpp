#include "models/charts/ValueAxis.h"

#include "models/charts/ValueText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace charts {

namespace {

/// A mark this many times above what was measured is told at the edge instead.
constexpr double HighestMark = 3;

double decimalStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (power * factor >= least * (1 - 1e-9))
            return power * factor;
    return power * 10;
}

double binaryStep(double least)
{
    return least <= 1 ? 1 : std::pow(2.0, std::ceil(std::log2(least) - 1e-9));
}

double timeStep(double least)
{
    constexpr std::array steps{1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 10800.0, 21600.0, 43200.0, 86400.0};
    if (least <= 0.5)
        return decimalStep(least);
    const auto step = std::ranges::find_if(steps, [least](double seconds) { return seconds >= least * (1 - 1e-9); });
    return step != steps.end() ? *step : decimalStep(least / 86400) * 86400;
}

double stepFor(Unit unit, double least)
{
    switch (unit) {
    case Unit::Bytes:
    case Unit::BytesPerSecond: return binaryStep(least);
    case Unit::Seconds: return timeStep(least);
    case Unit::Count: return std::max(1.0, decimalStep(least));
    default: return decimalStep(least);
    }
}

/// What an axis without any value shows.
double usualHighest(Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
    case Unit::BytesPerSecond: return 1024;
    case Unit::Cores: return 0.1;
    default: return 1;
    }
}

struct Extent
{
    std::optional<double> low, high;

    void add(double value)
    {
        low = std::min(low.value_or(value), value);
        high = std::max(high.value_or(value), value);
    }
};

Extent extentOf(const Line &line, const Range &range)
{
    Extent extent;
    for (auto point = std::ranges::lower_bound(line.points, range.from, {}, &Point::time); point != line.points.end() && point->time <= range.to; ++point)
        if (std::isfinite(point->value))
            extent.add(point->value);
    return extent;
}

} // namespace

ValueAxis valueAxis(Unit unit, double lowest, double highest, int steps)
{
    const double low = std::min(0.0, lowest);
    const double high = highest > 0 ? highest : low < 0 ? 0 : usualHighest(unit);
    const double step = stepFor(unit, std::max((high - low) / std::max(1, steps), 1e-12));
    ValueAxis axis{std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, {}};
    if (!std::isfinite(axis.high - axis.low) || axis.high <= axis.low)
        return {0, 1, {}};
    const auto count = static_cast<int>(std::lround((axis.high - axis.low) / step));
    for (int i = 0; i <= count; ++i)
        axis.ticks.push_back({axis.low + i * step, tickText(unit, axis.low + i * step, step)});
    return axis;
}

ValueAxis valueAxis(const Chart &chart, const Range &range, const std::vector<char> &isHidden, int steps)
{
    Extent measured;
    std::vector<double> marks;
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        const Extent extent = i < isHidden.size() && isHidden[i] ? Extent() : extentOf(chart.lines[i], range);
        if (!extent.high)
            continue;
        if (chart.lines[i].role == Role::Mark)
            marks.push_back(*extent.high);
        else
            measured.add(*extent.low), measured.add(*extent.high);
    }
    double highest = std::max(0.0, measured.high.value_or(0));
    const double most = highest > 0 ? highest * HighestMark : std::numeric_limits<double>::infinity();
    for (const double mark : marks)
        highest = mark <= most ? std::max(highest, mark) : highest;
    return valueAxis(chart.unit, measured.low.value_or(0), highest, steps);
}

} // namespace charts
