#include "models/demo/Edit.h"
#include "models/demo/SampleLoad.h"
#include "models/demo/SampleSeries.h"

#include <algorithm>
#include <cmath>

namespace demo {

using text::Value;

namespace {

SeriesLabels kubeletLabels(const Object &node, const std::string &path)
{
    return {{"job", "kubelet"}, {"metrics_path", path}, {"endpoint", "https-metrics"}, {"instance", addressOf(node) + ":10250"}, {"node", node.name},
            {"service", "prometheus-kube-prometheus-kubelet"}};
}

SeriesLabels with(SeriesLabels labels, std::initializer_list<std::pair<const char *, std::string>> more)
{
    for (const auto &[name, value] : more)
        labels[name] = value;
    return labels;
}

/// A counter that grows by about that much in a second, never falling.
std::function<double(double)> growing(double perSecond, double since, double seed)
{
    return [=](double second) { return perSecond * ((second - since) + 240 * (std::sin(second / 600 + seed) - std::sin(since / 600 + seed))); };
}

/// One pod on one node.
class PodSeries
{
public:
    PodSeries(const Object &pod, const Object &node, SeriesSink &sink) : m_pod(pod), m_sink(sink), m_since(secondOf(in(pod.value, {"status", "startTime"})))
    {
        m_labels = with(kubeletLabels(node, "/metrics/cadvisor"), {{"namespace", pod.nameSpace}, {"pod", pod.name}});
    }

    void add()
    {
        for (const Value &container : in(m_pod.value, {"spec", "containers"}).items())
            addContainer(container);
        addNetwork();
    }

private:
    std::string groupOf(const std::string &container) const { return "/kubepods/burstable/pod" + in(m_pod.value, {"metadata", "uid"}).text() + '/' + container; }

    void addContainer(const Value &container)
    {
        const ContainerLoad load = loadOf(container, m_pod.name);
        const double since = m_since, seed = load.seed;
        const SeriesLabels labels = with(m_labels, {{"container", container["name"].text()}, {"image", container["image"].text()}, {"id", groupOf(container["name"].text())}});
        const auto counter = [&](const char *metric, double perSecond) { m_sink.add(metric, labels, since, growing(perSecond, since, seed)); };
        const auto memory = [&](const char *metric, double part) { m_sink.add(metric, labels, since, [load, part](double second) { return std::floor(load.bytesAt(second) * part); }); };
        m_sink.add("container_cpu_usage_seconds_total", labels, since, [load, since](double second) { return load.coreSeconds(since, second); });
        counter("container_cpu_cfs_periods_total", 10);
        counter("container_cpu_cfs_throttled_periods_total", std::fmod(seed, 5) == 0 ? 1.2 : 0);
        memory("container_memory_working_set_bytes", 1);
        memory("container_memory_usage_bytes", 1.2);
        memory("container_memory_rss", 0.8);
        memory("container_memory_cache", 0.2);
        memory("container_memory_swap", 0);
        counter("container_fs_reads_bytes_total", 2000);
        counter("container_fs_writes_bytes_total", 9000);
        memory("container_fs_usage_bytes", 0.1);
        m_sink.add("container_start_time_seconds", labels, since, since);
    }

    void addNetwork()
    {
        const double seed = double(std::hash<std::string>()(m_pod.name) % 1000), rate = 2000 + seed * 40;
        const SeriesLabels labels = with(m_labels, {{"interface", "eth0"}, {"id", groupOf("sandbox")}});
        m_sink.add("container_network_receive_bytes_total", labels, m_since, growing(rate, m_since, seed));
        m_sink.add("container_network_transmit_bytes_total", labels, m_since, growing(rate * 0.6, m_since, seed + 1));
    }

    const Object &m_pod;
    SeriesSink &m_sink;
    double m_since;
    SeriesLabels m_labels;
};

/// The root group: all that runs on the node.
void addRoot(const Object &node, const Cluster &cluster, SeriesSink &sink)
{
    const double since = secondOf(in(node.value, {"metadata", "creationTimestamp"}));
    const NodeLoad load = loadOf(node, cluster);
    const SeriesLabels labels = with(kubeletLabels(node, "/metrics/cadvisor"), {{"id", "/"}});
    sink.add("container_cpu_usage_seconds_total", labels, since, [load, since](double second) { return load.coreSeconds(since, second); });
    sink.add("container_memory_working_set_bytes", labels, since, [load](double second) { return std::floor(load.bytesAt(second)); });
}

bool wantsContainers(const SeriesSink &sink)
{
    for (const MetricDescription &metric : sampleMetrics())
        if (metric.name.starts_with("container_") && sink.wants(metric.name))
            return true;
    return false;
}

void addClaim(const Object &claim, const Object &node, SeriesSink &sink)
{
    const double size = quantityOr(in(claim.value, {"spec", "resources", "requests", "storage"}), 1e9), since = secondOf(in(claim.value, {"metadata", "creationTimestamp"}));
    const double seed = double(std::hash<std::string>()(claim.name) % 1000);
    const SeriesLabels labels = with(kubeletLabels(node, "/metrics"), {{"namespace", claim.nameSpace}, {"persistentvolumeclaim", claim.name}});
    const auto used = [=](double second) { return std::floor(size * (0.2 + std::fmod(seed, 50) / 100 + 0.03 * std::sin(seed + second / 3600))); };
    sink.add("kubelet_volume_stats_capacity_bytes", labels, since, size);
    sink.add("kubelet_volume_stats_used_bytes", labels, since, used);
    sink.add("kubelet_volume_stats_available_bytes", labels, since, [=](double second) { return size - used(second); });
    sink.add("kubelet_volume_stats_inodes", labels, since, std::floor(size / 16384));
    sink.add("kubelet_volume_stats_inodes_used", labels, since, std::floor(size / 16384 * 0.04));
}

} // namespace

void addContainerSeries(const Cluster &cluster, SeriesSink &sink)
{
    if (!wantsContainers(sink))
        return;
    for (const ObjectPointer &node : cluster.store().list("nodes")) {
        addRoot(*node, cluster, sink);
        for (const ObjectPointer &pod : cluster.store().list("pods"))
            if (isRunning(*pod) && in(pod->value, {"spec", "nodeName"}).text() == node->name)
                PodSeries(*pod, *node, sink).add();
    }
}

void addKubeletSeries(const Cluster &cluster, SeriesSink &sink)
{
    const auto nodes = cluster.store().list("nodes");
    for (const ObjectPointer &node : nodes) {
        const double since = secondOf(in(node->value, {"metadata", "creationTimestamp"}));
        const auto count = double(std::ranges::count_if(cluster.store().list("pods"), [&](const ObjectPointer &pod) {
            return isRunning(*pod) && in(pod->value, {"spec", "nodeName"}).text() == node->name;
        }));
        sink.add("kubelet_running_pods", kubeletLabels(*node, "/metrics"), since, count);
        sink.add("kubelet_running_containers", with(kubeletLabels(*node, "/metrics"), {{"container_state", "running"}}), since, count * 1.4);
    }
    if (nodes.empty() || !(sink.wants("kubelet_volume_stats_used_bytes") || sink.wants("kubelet_volume_stats_capacity_bytes") || sink.wants("kubelet_volume_stats_available_bytes")
                           || sink.wants("kubelet_volume_stats_inodes") || sink.wants("kubelet_volume_stats_inodes_used")))
        return;
    for (const ObjectPointer &claim : cluster.store().list("persistentvolumeclaims"))
        if (in(claim->value, {"status", "phase"}).text() == "Bound")
            addClaim(*claim, *nodes[std::hash<std::string>()(claim->name) % nodes.size()], sink);
}

} // namespace demo
