#include "models/demo/SampleSeries.h"

#include <algorithm>
#include <cmath>

namespace demo {

namespace {

/// Of a long range not every sample is needed: what follows from the time alone is as well known by fewer.
constexpr std::int64_t mostSamples = 240;

void readSamples(const std::function<double(double)> &value, std::int64_t since, std::int64_t from, std::int64_t to, std::vector<Sample> &samples)
{
    const std::int64_t interval = SampleSeries::Interval;
    const std::int64_t step = interval * std::max<std::int64_t>(1, (to - from) / interval / mostSamples);
    const std::int64_t first = std::max(from, since);
    for (std::int64_t time = (first + step - 1) / step * step; time <= to; time += step)
        samples.push_back({time, value(double(time) / 1000)});
}

} // namespace

SeriesSink::SeriesSink(const std::vector<LabelMatcher> &matchers) : m_matchers(matchers) { }

bool SeriesSink::wants(std::string_view metric) const
{
    const SeriesLabels name{{"__name__", std::string(metric)}};
    return std::ranges::all_of(m_matchers, [&](const LabelMatcher &matcher) { return matcher.name != "__name__" || matcher.matches(name); });
}

void SeriesSink::add(std::string_view metric, SeriesLabels labels, double since, std::function<double(double)> value)
{
    labels["__name__"] = metric;
    std::erase_if(labels, [](const auto &label) { return label.second.empty(); });
    if (!matchesAll(m_matchers, labels))
        return;
    const auto start = std::int64_t(since * 1000);
    m_series.push_back({std::move(labels), [value = std::move(value), start](std::int64_t from, std::int64_t to, std::vector<Sample> &samples) {
        readSamples(value, start, from, to, samples);
    }});
}

std::vector<StoredSeries> SampleSeries::select(const std::vector<LabelMatcher> &matchers) const
{
    SeriesSink sink(matchers);
    for (const auto exporter : {addContainerSeries, addKubeletSeries, addStateSeries, addWorkloadStateSeries, addNodeSeries, addServerSeries})
        exporter(m_cluster, sink);
    return sink.take();
}

} // namespace demo
