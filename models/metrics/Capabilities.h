#pragma once

#include "models/metrics/Series.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace metrics {

/// Which of the metrics that were asked for a server has, from which scrape jobs, and how they are labelled: what tells a query that can
/// be answered from one that cannot, and why. A value: fetched by CapabilityQuestion, or put together by hand.
class Capabilities
{
public:
    /// The series of one metric that one scrape job brings from one path.
    struct Source
    {
        std::string job;                ///< empty: they have no such label
        std::string metricsPath;        ///< "/metrics/cadvisor"; empty: they have no such label
        std::uint64_t series = 0;
        Labels sample = {};             ///< all labels of one of them; empty: not known

        bool operator==(const Source &) const = default;
    };

    enum class Presence {
        Present,
        Absent,         ///< it was asked for, and no series of that name has a value now
        NotAsked,
    };

    /// Only metrics that were asked for can be absent.
    void setAsked(std::vector<std::string> metrics);
    void add(const std::string &metric, Source source);
    void setSample(const std::string &metric, const Labels &labels);
    void setInterval(const std::string &job, std::chrono::milliseconds interval) { m_intervals[job] = interval; }
    void setScope(Labels labels) { m_scope = std::move(labels); }

    Presence presence(std::string_view metric) const;
    bool has(std::string_view metric) const { return presence(metric) == Presence::Present; }
    /// In the order of their jobs and paths; none where the metric is not there.
    const std::vector<Source> &sources(std::string_view metric) const;
    std::uint64_t seriesOf(std::string_view metric) const;
    /// Nothing where no sample of the metric is known; an empty value counts as no label, as in PromQL.
    std::optional<bool> hasLabel(std::string_view metric, std::string_view label) const;
    /// Those of the metrics that are absent, in the given order.
    std::vector<std::string> missingOf(const std::vector<std::string> &metrics) const;

    /// How often the job is scraped, where that is known.
    std::optional<std::chrono::milliseconds> interval(std::string_view job) const;
    /// The longest interval of the jobs that bring the metric, or of all known ones; nothing where none is known.
    std::optional<std::chrono::milliseconds> intervalOf(std::string_view metric) const;
    /// What a rate() of the metric must look back: four intervals, at least a minute. Without a known interval a minute is assumed.
    std::chrono::milliseconds rateWindow(std::string_view metric) const;

    /// What each query must ask for besides, because the server watches other clusters too ({cluster="prod"}); empty: nothing.
    const Labels &scope() const { return m_scope; }

    static constexpr std::chrono::milliseconds ShortestWindow{60'000};
    static constexpr std::chrono::milliseconds AssumedInterval{60'000};

    bool operator==(const Capabilities &) const = default;

private:
    std::set<std::string, std::less<>> m_asked;
    std::map<std::string, std::vector<Source>, std::less<>> m_sources;
    std::map<std::string, std::chrono::milliseconds, std::less<>> m_intervals;
    Labels m_scope;
};

} // namespace metrics
