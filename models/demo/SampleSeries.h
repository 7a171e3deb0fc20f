#pragma once

#include "models/demo/Cluster.h"
#include "models/demo/PromqlSamples.h"

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace demo {

/// What a metric is, as exporters describe it.
struct MetricDescription
{
    std::string_view name;
    std::string_view type;
    std::string_view help;
};

/// Everything that the sample cluster's Prometheus can tell of.
std::span<const MetricDescription> sampleMetrics();

/// Takes series as exporters offer them, and keeps those that are asked for.
class SeriesSink
{
public:
    explicit SeriesSink(const std::vector<LabelMatcher> &matchers);

    /// Whether any series of that name can be asked for: others need not be put together.
    bool wants(std::string_view metric) const;
    /// A value that follows from the second; from that second on.
    void add(std::string_view metric, SeriesLabels labels, double since, std::function<double(double second)> value);
    void add(std::string_view metric, SeriesLabels labels, double since, double value)
    {
        add(metric, std::move(labels), since, [value](double) { return value; });
    }

    std::vector<StoredSeries> take() { return std::move(m_series); }

private:
    const std::vector<LabelMatcher> &m_matchers;
    std::vector<StoredSeries> m_series;
};

// What each exporter offers of the cluster as it is now.
void addContainerSeries(const Cluster &cluster, SeriesSink &sink);      ///< the kubelets' cAdvisor
void addKubeletSeries(const Cluster &cluster, SeriesSink &sink);
void addStateSeries(const Cluster &cluster, SeriesSink &sink);          ///< kube-state-metrics, of pods
void addWorkloadStateSeries(const Cluster &cluster, SeriesSink &sink);  ///< of everything else
void addNodeSeries(const Cluster &cluster, SeriesSink &sink);           ///< node-exporter
void addServerSeries(const Cluster &cluster, SeriesSink &sink);         ///< the API server, Traefik, Prometheus itself

/// Prometheus over what the sample cluster's exporters tell: living series that follow from the time alone, sampled every 30 s.
class SampleSeries final : public SampleSource
{
public:
    static constexpr std::int64_t Interval = 30'000;

    /// The cluster outlives it, and is not changed meanwhile.
    explicit SampleSeries(const Cluster &cluster) : m_cluster(cluster) { }

    std::vector<StoredSeries> select(const std::vector<LabelMatcher> &matchers) const override;

private:
    const Cluster &m_cluster;
};

/// A thing that Prometheus scrapes.
struct ScrapedTarget
{
    std::string pool;           ///< "serviceMonitor/monitoring/prometheus-kube-prometheus-kubelet/0"
    std::string url;
    SeriesLabels labels;
    std::string error;          ///< empty: it answers
};
std::vector<ScrapedTarget> scrapedTargets(const Cluster &cluster);

} // namespace demo
