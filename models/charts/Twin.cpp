#include "models/charts/Twin.h"

#include "models/text/Csv.h"
#include "models/text/Time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace charts {

namespace {

std::vector<base::SystemTime> timesOf(const Chart &chart, const Range &range)
{
    std::vector<base::SystemTime> times;
    for (const Line &line : chart.lines)
        for (const Point &point : line.points)
            if (range.contains(point.time))
                times.push_back(point.time);
    std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

std::vector<std::optional<double>> columnOf(const Line &line, const std::vector<base::SystemTime> &times)
{
    std::vector<std::optional<double>> column(times.size());
    for (const Point &point : line.points) {
        const auto row = std::ranges::lower_bound(times, point.time);
        if (row != times.end() && *row == point.time && std::isfinite(point.value))
            column[static_cast<std::size_t>(row - times.begin())] = point.value;
    }
    return column;
}

std::string number(const std::optional<double> &value)
{
    if (!value)
        return {};
    std::array<char, 40> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), *value).ptr};
}

std::string headOf(const std::string &name, Unit unit)
{
    const std::string_view counted = baseUnit(unit);
    return counted.empty() ? name : name + " (" + std::string(counted) + ")";
}

void appendRow(std::string &out, const std::vector<std::string> &cells)
{
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    text::appendCsvRow(out, views);
}

} // namespace

std::string_view baseUnit(Unit unit)
{
    switch (unit) {
    case Unit::Cores: return "cores";
    case Unit::Bytes: return "bytes";
    case Unit::BytesPerSecond: return "bytes/s";
    case Unit::Ratio: return "ratio";
    case Unit::Seconds: return "s";
    case Unit::PerSecond: return "/s";
    case Unit::Count: break;
    }
    return {};
}

Twin twinOf(const Chart &chart, const Range &range)
{
    Twin twin;
    twin.times = timesOf(chart, range);
    for (const Line &line : chart.lines) {
        twin.heads.push_back(line.name);
        twin.columns.push_back(columnOf(line, twin.times));
    }
    return twin;
}

std::string csvOf(const Chart &chart, const Range &range)
{
    const Twin twin = twinOf(chart, range);
    std::string out;
    std::vector<std::string> cells{"time"};
    for (const std::string &head : twin.heads)
        cells.push_back(headOf(head, chart.unit));
    appendRow(out, cells);
    for (std::size_t row = 0; row < twin.times.size(); ++row) {
        cells = {text::formatTime(text::Time::from(twin.times[row]))};
        for (const auto &column : twin.columns)
            cells.push_back(number(column[row]));
        appendRow(out, cells);
    }
    return out;
}

} // namespace charts
