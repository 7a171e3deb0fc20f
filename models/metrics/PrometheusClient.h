#pragma once

#include "models/metrics/PrometheusFacts.h"
#include "models/metrics/Querier.h"
#include "models/metrics/RequestQueue.h"
#include "models/metrics/ServerTime.h"

#include <memory>

namespace metrics {

/// Asks one server of the Prometheus API. What is asked twice at the same time is sent once; errors begin with the server's place.
class PrometheusClient final : public Querier
{
public:
    template<typename T>
    using Done = std::function<void(base::Result<T>)>;

    static constexpr std::chrono::milliseconds Deadline{60'000};        ///< of a query; the server is told to give up a little earlier
    static constexpr std::chrono::milliseconds ProbeDeadline{10'000};
    static constexpr std::int64_t ByteCap = 16LL * 1024 * 1024;

    /// What the transport works with outlives every request.
    explicit PrometheusClient(std::shared_ptr<PrometheusTransport> transport);
    /// Closes.
    ~PrometheusClient() override;
    PrometheusClient(const PrometheusClient &) = delete;
    PrometheusClient &operator=(const PrometheusClient &) = delete;

    base::Job query(const InstantQuery &query, std::function<void(base::Result<Answer>)> done) override;
    base::Job query(const RangeQuery &query, std::function<void(base::Result<Answer>)> done) override;

    /// Any thread, all of these; the callback comes on the I/O thread, once, unless the job is let go.
    /// Whether it answers queries at all: query=1, which must give 1. What was learned of its clock is in clockDifference().
    base::Job probe(Done<std::chrono::milliseconds> done);
    base::Job fetchBuildInfo(Done<BuildInfo> done);
    base::Job fetchRuntimeInfo(Done<RuntimeInfo> done);
    base::Job fetchTargets(Done<std::vector<ScrapeTarget>> done);
    base::Job fetchRules(Done<std::vector<RuleGroup>> done);
    base::Job fetchAlerts(Done<std::vector<ActiveAlert>> done);
    /// Of one metric, or (empty) of all.
    base::Job fetchMetadata(const std::string &metric, Done<std::vector<MetricMetadata>> done);
    /// Of series that match a selector, or (empty) of all; servers that know a limit are asked for at most so many.
    base::Job fetchLabelNames(const std::string &selector, int limit, Done<std::vector<std::string>> done);
    base::Job fetchLabelValues(const std::string &label, const std::string &selector, int limit, Done<std::vector<std::string>> done);

    /// How far the server's clock is from ours; nothing before its first answer. Any thread.
    std::optional<ClockDifference> clockDifference() const;
    /// "Now" for ranges: the server's, where the clocks are far apart. Any thread.
    base::SystemTime now() const;

    /// The I/O thread.
    base::Executor &executor() const;
    Way way() const;
    const std::string &place() const;

    /// What the transport works with is about to go. Any thread; does not wait. On the I/O thread, before anything that is posted there later, what
    /// runs ends with a Cancelled error, and so does all that is asked after it.
    void close();

private:
    struct Core;
    template<typename T>
    base::Job fetch(PrometheusRequest request, base::Result<T> (*read)(const text::Value &), Done<T> done);
    base::Job ask(PrometheusRequest request, Done<Answer> done);

    std::shared_ptr<Core> m_core;
};

/// The request for a query; a range that makes no sense is an error (Misuse).
base::Result<PrometheusRequest> requestFor(const RangeQuery &query);
PrometheusRequest requestFor(const InstantQuery &query);

} // namespace metrics
