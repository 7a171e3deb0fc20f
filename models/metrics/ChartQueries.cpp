#include "models/metrics/ChartQueries.h"

#include <QtGlobal>

#include <algorithm>

namespace metrics {

namespace {

constexpr std::string_view CadvisorPath = "/metrics/cadvisor";

std::string added(std::string_view by, std::string_view expression)
{
    return by.empty() ? sum(expression) : sumBy(by, expression);
}

} // namespace

ChartQueries::ChartQueries(const Subject &subject, const Selection &selection, const Capabilities &capabilities)
    : m_capabilities(capabilities), m_pods(PodChoice::of(subject, selection.pods, capabilities))
{
    if (subject.kind == SubjectKind::Node)
        m_node = subject.name;
}

/// Of several paths that tell the same, cAdvisor's own, where series say which they came from.
Selector ChartQueries::ofCadvisor(const char *metric) const
{
    const auto &sources = m_capabilities.sources(metric);
    const bool tells = std::ranges::find(sources, CadvisorPath, &Capabilities::Source::metricsPath) != sources.end();
    return tells ? select(metric).is("metrics_path", CadvisorPath) : select(metric);
}

Selector ChartQueries::ofContainers(const char *metric) const
{
    return ofCadvisor(metric).isNot("container", "").isNot("container", "POD");
}

Selector ChartQueries::ofPods(const char *metric) const
{
    return ofCadvisor(metric).isNot("pod", "");
}

std::string ChartQueries::containersCpu(std::string_view by) const
{
    return added(by, m_pods.of(ofContainers("container_cpu_usage_seconds_total"), Reading::Rate, "container"));
}

std::string ChartQueries::containersMemory(std::string_view by) const
{
    return added(by, m_pods.of(ofContainers("container_memory_working_set_bytes"), Reading::Fresh, "container"));
}

std::string ChartQueries::requested(const char *part, const char *resource, std::string_view by) const
{
    const Selector selector = select(std::string("kube_pod_container_resource_") + part).is("resource", resource);
    return added(by, m_pods.ofActive(selector, Reading::Value, "container"));
}

std::string ChartQueries::ofNodes(const char *metric, Reading reading, std::string_view labels, std::string_view pattern, const char *label) const
{
    Selector selector = select(metric);
    if (label)
        selector = pattern.starts_with('!') ? selector.matchesNot(label, pattern.substr(1)) : selector.matches(label, pattern);
    return NodeNaming::of(metric, m_capabilities).only(m_node).of(selector, reading, labels);
}

/// What is not idle: waiting for disks and what other machines stole is counted too. Without node-exporter what containers use.
std::string ChartQueries::nodesCpu() const
{
    if (lacks("node_cpu_seconds_total"))
        return containersCpu();
    return sum("clamp_min(1 - " + ofNodes("node_cpu_seconds_total", Reading::Rate, "cpu", "idle", "mode") + ", 0)");
}

std::string ChartQueries::nodesMemory() const
{
    if (lacks("node_memory_MemAvailable_bytes"))
        return containersMemory();
    return sum(ofNodes("node_memory_MemTotal_bytes", Reading::Value) + " - " + ofNodes("node_memory_MemAvailable_bytes", Reading::Value));
}

std::string ChartQueries::status(const char *part, const char *resource) const
{
    Selector selector = select(std::string("kube_node_status_") + part).is("resource", resource);
    return sum(maxBy("node", (m_node ? selector.is("node", *m_node) : selector).text()));
}

std::vector<LineSpec> ChartQueries::requestLines(const char *resource) const
{
    return {{requested("requests", resource), QT_TRANSLATE_NOOP("metrics", "Requests"), LineRole::Request},
            {requested("limits", resource), QT_TRANSLATE_NOOP("metrics", "Limits"), LineRole::Limit}};
}

std::vector<LineSpec> ChartQueries::statusLines(const char *resource) const
{
    return {{status("allocatable", resource), QT_TRANSLATE_NOOP("metrics", "Allocatable"), LineRole::Allocatable},
            {status("capacity", resource), QT_TRANSLATE_NOOP("metrics", "Capacity"), LineRole::Capacity}};
}

ChartSpec ChartQueries::throttled() const
{
    const auto periods = [this](const char *metric) { return sum(m_pods.of(ofContainers(metric), Reading::Rate, "container")); };
    return {"throttled", QT_TRANSLATE_NOOP("metrics", "CPU throttling"), Unit::Ratio,
            {{periods("container_cpu_cfs_throttled_periods_total") + " / " + periods("container_cpu_cfs_periods_total"),
              QT_TRANSLATE_NOOP("metrics", "Throttled periods")}}};
}

ChartSpec ChartQueries::podNetwork() const
{
    const auto bytes = [this](const char *metric) { return sum(m_pods.of(ofPods(metric), Reading::Rate, "interface")); };
    return {"network", QT_TRANSLATE_NOOP("metrics", "Network"), Unit::BytesPerSecond,
            {{bytes("container_network_receive_bytes_total"), QT_TRANSLATE_NOOP("metrics", "Received")},
             {bytes("container_network_transmit_bytes_total"), QT_TRANSLATE_NOOP("metrics", "Sent")}}};
}

ChartSpec ChartQueries::containerDisk() const
{
    const auto bytes = [this](const char *metric) { return sum(m_pods.of(ofContainers(metric), Reading::Rate, "container, device")); };
    return {"diskIo", QT_TRANSLATE_NOOP("metrics", "Disk reads and writes"), Unit::BytesPerSecond,
            {{bytes("container_fs_reads_bytes_total"), QT_TRANSLATE_NOOP("metrics", "Read")},
             {bytes("container_fs_writes_bytes_total"), QT_TRANSLATE_NOOP("metrics", "Written")}}};
}

/// How many there were in the time before each point.
ChartSpec ChartQueries::restarts() const
{
    return {"restarts", QT_TRANSLATE_NOOP("metrics", "Restarts"), Unit::Count,
            {{sum(m_pods.of(select("kube_pod_container_status_restarts_total"), Reading::Increase, "container, uid")),
              QT_TRANSLATE_NOOP("metrics", "Restarts")}}};
}

} // namespace metrics
