#pragma once

#include "models/metrics/Catalogue.h"
#include "models/metrics/NodeNaming.h"
#include "models/metrics/PodChoice.h"

namespace metrics {

/// The queries that several pages share, for one server and some pods or nodes of it.
class ChartQueries
{
public:
    ChartQueries(const Subject &subject, const Selection &selection, const Capabilities &capabilities);

    const Capabilities &capabilities() const { return m_capabilities; }
    const PodChoice &pods() const { return m_pods; }
    /// Whether the metric is known not to be there: then another one may tell the same.
    bool lacks(std::string_view metric) const { return m_capabilities.presence(metric) == Capabilities::Presence::Absent; }
    Selector select(std::string metric) const { return {std::move(metric), m_capabilities}; }

    // Of containers, as cAdvisor measures them.
    Selector ofContainers(const char *metric) const;
    Selector ofPods(const char *metric) const;          ///< what containers share: the network
    std::string containersCpu(std::string_view by = {}) const;
    std::string containersMemory(std::string_view by = {}) const;
    std::string requested(const char *part, const char *resource, std::string_view by = {}) const;   ///< "requests" or "limits"

    // Of nodes: the subject's, or all.
    std::string ofNodes(const char *metric, Reading reading, std::string_view labels = {}, std::string_view pattern = {}, const char *label = nullptr) const;
    std::string nodesCpu() const;
    std::string nodesMemory() const;
    std::string status(const char *part, const char *resource) const;                                 ///< "allocatable" or "capacity"

    // Charts that pages have in common.
    std::vector<LineSpec> requestLines(const char *resource) const;
    std::vector<LineSpec> statusLines(const char *resource) const;
    ChartSpec throttled() const;
    ChartSpec podNetwork() const;
    ChartSpec containerDisk() const;
    ChartSpec restarts() const;

private:
    Selector ofCadvisor(const char *metric) const;

    Capabilities m_capabilities;
    PodChoice m_pods;
    std::optional<std::string> m_node;
};

// One page each.
std::vector<ChartSpec> clusterCharts(const ChartQueries &queries);
std::vector<ChartSpec> nodeCharts(const ChartQueries &queries);
std::vector<ChartSpec> namespaceCharts(const ChartQueries &queries, const Subject &subject);
std::vector<ChartSpec> workloadCharts(const ChartQueries &queries, const Subject &subject);
std::vector<ChartSpec> podCharts(const ChartQueries &queries);
std::vector<ChartSpec> containerCharts(const ChartQueries &queries);
std::vector<ChartSpec> claimCharts(const ChartQueries &queries, const Subject &subject);
std::vector<ChartSpec> ingressCharts(const ChartQueries &queries, const Subject &subject, const Selection &selection);

} // namespace metrics
