#include "models/metrics/Capabilities.h"

#include <algorithm>

namespace metrics {

namespace {

const std::string &labelOf(const Labels &labels, std::string_view name)
{
    static const std::string none;
    const auto found = labels.find(name);
    return found == labels.end() ? none : found->second;
}

} // namespace

void Capabilities::setAsked(std::vector<std::string> metrics)
{
    m_asked.insert(std::make_move_iterator(metrics.begin()), std::make_move_iterator(metrics.end()));
}

void Capabilities::add(const std::string &metric, Source source)
{
    m_asked.insert(metric);
    std::vector<Source> &sources = m_sources[metric];
    const auto before = [](const Source &left, const Source &right) { return std::tie(left.job, left.metricsPath) < std::tie(right.job, right.metricsPath); };
    sources.insert(std::ranges::upper_bound(sources, source, before), std::move(source));
}

/// A series that came only after the count is known by its sample alone. Of several samples the one with most labels stays.
void Capabilities::setSample(const std::string &metric, const Labels &labels)
{
    const std::string &job = labelOf(labels, "job");
    const std::string &path = labelOf(labels, "metrics_path");
    std::vector<Source> &sources = m_sources[metric];
    const auto source = std::ranges::find_if(sources, [&](const Source &each) { return each.job == job && each.metricsPath == path; });
    if (source == sources.end())
        add(metric, {job, path, 1, labels});
    else if (labels.size() > source->sample.size())
        source->sample = labels;
}

Capabilities::Presence Capabilities::presence(std::string_view metric) const
{
    if (seriesOf(metric) > 0)
        return Presence::Present;
    return m_asked.contains(metric) ? Presence::Absent : Presence::NotAsked;
}

const std::vector<Capabilities::Source> &Capabilities::sources(std::string_view metric) const
{
    static const std::vector<Source> none;
    const auto found = m_sources.find(metric);
    return found == m_sources.end() ? none : found->second;
}

std::uint64_t Capabilities::seriesOf(std::string_view metric) const
{
    std::uint64_t count = 0;
    for (const Source &source : sources(metric))
        count += source.series;
    return count;
}

std::optional<bool> Capabilities::hasLabel(std::string_view metric, std::string_view label) const
{
    bool isKnown = false;
    for (const Source &source : sources(metric)) {
        if (!labelOf(source.sample, label).empty())
            return true;
        isKnown = isKnown || !source.sample.empty();
    }
    return isKnown ? std::optional(false) : std::nullopt;
}

std::vector<std::string> Capabilities::missingOf(const std::vector<std::string> &metrics) const
{
    std::vector<std::string> missing;
    std::ranges::copy_if(metrics, std::back_inserter(missing), [this](const std::string &each) { return presence(each) == Presence::Absent; });
    return missing;
}

std::optional<std::chrono::milliseconds> Capabilities::interval(std::string_view job) const
{
    const auto found = m_intervals.find(job);
    return found == m_intervals.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::chrono::milliseconds> Capabilities::intervalOf(std::string_view metric) const
{
    std::optional<std::chrono::milliseconds> longest;
    for (const Source &source : sources(metric)) {
        if (const auto known = interval(source.job))
            longest = std::max(longest.value_or(*known), *known);
    }
    if (longest)
        return longest;
    for (const auto &[job, known] : m_intervals)
        longest = std::max(longest.value_or(known), known);
    return longest;
}

std::chrono::milliseconds Capabilities::rateWindow(std::string_view metric) const
{
    return std::max(ShortestWindow, 4 * intervalOf(metric).value_or(AssumedInterval));
}

} // namespace metrics
