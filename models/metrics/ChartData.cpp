#include "models/metrics/ChartData.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

namespace metrics {

namespace {

charts::Role roleOf(LineRole role)
{
    return role == LineRole::Usage ? charts::Role::Value : charts::Role::Mark;
}

charts::Line lineOf(std::string name, const Series &series, charts::Role role)
{
    charts::Line line{std::move(name), {}, role};
    line.points.reserve(series.points.size());
    for (const Point &point : series.points)
        line.points.push_back({point.time, point.value});
    return line;
}

double highest(const charts::Line &line)
{
    double found = -HUGE_VAL;
    for (const charts::Point &point : line.points)
        found = std::isfinite(point.value) ? std::max(found, point.value) : found;
    return found;
}

bool canBeAdded(Unit unit) { return unit != Unit::Ratio && unit != Unit::Seconds; }

charts::Line together(const std::vector<charts::Line> &lines, Unit unit, std::string name)
{
    std::map<base::SystemTime, double> values;
    for (const charts::Line &line : lines)
        for (const charts::Point &point : line.points) {
            if (!std::isfinite(point.value))
                continue;
            const auto [value, isNew] = values.try_emplace(point.time, point.value);
            if (!isNew)
                value->second = canBeAdded(unit) ? value->second + point.value : std::max(value->second, point.value);
        }
    charts::Line line{std::move(name), {}};
    for (const auto &[time, value] : values)
        line.points.push_back({time, value});
    return line;
}

/// Marks are few, and stay.
void foldOthers(charts::Chart &chart, const Words &words)
{
    std::vector<charts::Line> values, marks;
    for (charts::Line &line : chart.lines)
        (line.role == charts::Role::Value ? values : marks).push_back(std::move(line));
    std::ranges::stable_sort(values, {}, &charts::Line::name);
    if (values.size() > MostLines) {
        std::ranges::stable_sort(values, std::greater(), highest);
        const std::vector<charts::Line> others(values.begin() + MostLines - 1, values.end());
        values.resize(MostLines - 1);
        std::ranges::stable_sort(values, {}, &charts::Line::name);
        values.push_back(together(others, chart.unit, words(canBeAdded(chart.unit) ? QT_TRANSLATE_NOOP("metrics", "All others together") : QT_TRANSLATE_NOOP("metrics", "Highest of all others"))));
    }
    std::ranges::move(marks, std::back_inserter(values));
    chart.lines = std::move(values);
}

} // namespace

std::string legendOf(const std::string &legend, const Labels &labels, const Words &words)
{
    const std::size_t begin = legend.find("{{"), end = legend.find("}}", begin);
    if (begin == std::string::npos || end == std::string::npos)
        return legend.empty() ? std::string() : words(legend);
    std::string name = legend.starts_with("{{") && legend.ends_with("}}") && legend.find("{{", 2) == std::string::npos ? legend : words(legend);
    for (std::size_t open = name.find("{{"), close = name.find("}}", open); open != std::string::npos && close != std::string::npos; open = name.find("{{", open), close = name.find("}}", open)) {
        const auto label = labels.find(name.substr(open + 2, close - open - 2));
        const std::string value = label != labels.end() ? label->second : std::string();
        name.replace(open, close + 2 - open, value);
        open += value.size();
    }
    return name;
}

charts::Chart chartOf(const ChartSpec &spec, const TimeGrid &grid, std::vector<std::vector<Series>> answers, const Words &words)
{
    charts::Chart chart{spec.unit, {grid.from, grid.to}, grid.step, {}};
    for (std::size_t i = 0; i < spec.lines.size() && i < answers.size(); ++i)
        for (const Series &series : answers[i])
            chart.lines.push_back(lineOf(legendOf(spec.lines[i].legend, series.labels, words), series, roleOf(spec.lines[i].role)));
    foldOthers(chart, words);
    return chart;
}

void addBefore(charts::Chart &chart, charts::Chart before)
{
    const auto way = chart.range.from - before.range.from;
    for (charts::Line &line : before.lines) {
        if (line.role != charts::Role::Value)
            continue;
        line.role = charts::Role::Before;
        for (charts::Point &point : line.points)
            point.time += way;
        chart.lines.push_back(std::move(line));
    }
}

std::vector<charts::Event> risesOf(const charts::Chart &chart, const std::function<std::string(const std::string &line)> &words)
{
    std::vector<charts::Event> events;
    for (const charts::Line &line : chart.lines)
        for (std::size_t i = 1; line.role == charts::Role::Value && i < line.points.size(); ++i)
            if (line.points[i].value > line.points[i - 1].value)
                events.push_back({line.points[i].time, words(line.name), true});
    std::ranges::stable_sort(events, {}, &charts::Event::time);
    return events;
}

} // namespace metrics
