#include "models/demo/Edit.h"
#include "models/demo/SampleLoad.h"
#include "models/demo/SampleSeries.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace demo {

using text::Value;

namespace {

/// Of the time a node is not idle.
struct Mode
{
    const char *name;
    double part;
};
constexpr Mode busyModes[] = {{"user", 0.66}, {"system", 0.22}, {"iowait", 0.05}, {"softirq", 0.04}, {"irq", 0.01}, {"nice", 0.01}, {"steal", 0.01}};

/// Of the memory that is available.
struct Share
{
    const char *metric;
    double part;
};
constexpr Share shares[] = {{"node_memory_MemAvailable_bytes", 1}, {"node_memory_MemFree_bytes", 0.45}, {"node_memory_Cached_bytes", 0.45},
                            {"node_memory_Buffers_bytes", 0.05}, {"node_memory_SReclaimable_bytes", 0.05}};

/// What node-exporter tells of one node.
class NodeSeries
{
public:
    NodeSeries(const Object &node, const Cluster &cluster, SeriesSink &sink)
        : m_node(node), m_sink(sink), m_load(std::make_shared<const NodeLoad>(loadOf(node, cluster))), m_since(secondOf(in(node.value, {"metadata", "creationTimestamp"}))),
          m_seed(double(std::hash<std::string>()(node.name) % 1000))
    {
        for (const ObjectPointer &pod : cluster.store().list("pods", "monitoring"))
            if (pod->name.find("node-exporter") != pod->name.npos && in(pod->value, {"spec", "nodeName"}).text() == node.name)
                m_pod = pod->name;
    }

    void add()
    {
        addCpu();
        addMemory();
        addDisk();
        addNetwork();
        gauge("node_load1", {}, [load = m_load](double second) { return load->coresAt(second) * 1.1; });
        gauge("node_load5", {}, [load = m_load](double second) { return load->coresAt(second - 150) * 1.1; });
        gauge("node_load15", {}, [load = m_load](double second) { return load->coresAt(second - 450) * 1.1; });
        gauge("node_boot_time_seconds", {}, [since = m_since](double) { return since; });
        gauge("node_time_seconds", {}, [](double second) { return second; });
        gauge("node_uname_info", {{"nodename", m_node.name}, {"sysname", "Linux"}, {"machine", "x86_64"}}, [](double) { return 1.0; });
    }

private:
    using More = std::initializer_list<std::pair<const char *, std::string>>;

    void gauge(const char *metric, More more, std::function<double(double)> value)
    {
        SeriesLabels labels{{"job", "node-exporter"}, {"instance", addressOf(m_node) + ":9100"}, {"endpoint", "http-metrics"}, {"namespace", "monitoring"},
                            {"pod", m_pod}, {"container", "node-exporter"}, {"service", "prometheus-prometheus-node-exporter"}};
        for (const auto &[name, text] : more)
            labels[name] = text;
        m_sink.add(metric, std::move(labels), m_since, std::move(value));
    }

    void counter(const char *metric, More more, double perSecond, double phase)
    {
        gauge(metric, more, [=, since = m_since, seed = m_seed + phase](double second) {
            return std::floor(perSecond * ((second - since) + 240 * (std::sin(second / 600 + seed) - std::sin(since / 600 + seed))));
        });
    }

    void addCpu()
    {
        if (!m_sink.wants("node_cpu_seconds_total"))
            return;
        const double cpus = std::max(1.0, quantityOr(in(m_node.value, {"status", "capacity", "cpu"}), 1));
        for (int cpu = 0; cpu < int(cpus); ++cpu) {
            const std::string number = std::to_string(cpu);
            for (const Mode &mode : busyModes)
                gauge("node_cpu_seconds_total", {{"cpu", number}, {"mode", mode.name}}, [=, load = m_load, since = m_since](double second) { return load->coreSeconds(since, second) / cpus * mode.part; });
            gauge("node_cpu_seconds_total", {{"cpu", number}, {"mode", "idle"}}, [=, load = m_load, since = m_since](double second) { return (second - since) - load->coreSeconds(since, second) / cpus; });
        }
    }

    void addMemory()
    {
        const double total = quantityOr(in(m_node.value, {"status", "capacity", "memory"}), 4e9);
        gauge("node_memory_MemTotal_bytes", {}, [total](double) { return total; });
        for (const Share &share : shares)
            gauge(share.metric, {}, [=, load = m_load, part = share.part](double second) { return std::floor(std::max(0.0, total - load->bytesAt(second)) * part); });
    }

    void addDisk()
    {
        const double size = quantityOr(in(m_node.value, {"status", "capacity", "ephemeral-storage"}), 1e11);
        const auto free = [size, seed = m_seed](double second) { return std::floor(size * (0.6 - std::fmod(seed, 20) / 100 - 0.02 * std::sin(second / 5400 + seed))); };
        const More root{{"device", "/dev/sda1"}, {"fstype", "ext4"}, {"mountpoint", "/"}};
        gauge("node_filesystem_size_bytes", root, [size](double) { return size; });
        gauge("node_filesystem_avail_bytes", root, free);
        gauge("node_filesystem_free_bytes", root, [=](double second) { return std::floor(free(second) * 1.05); });
        gauge("node_filesystem_files", root, [size](double) { return std::floor(size / 16384); });
        gauge("node_filesystem_files_free", root, [size](double) { return std::floor(size / 16384 * 0.9); });
        counter("node_disk_read_bytes_total", {{"device", "sda"}}, 40'000, 2);
        counter("node_disk_written_bytes_total", {{"device", "sda"}}, 350'000, 3);
    }

    void addNetwork()
    {
        for (const auto &[device, factor] : {std::pair("eth0", 1.0), std::pair("cni0", 0.7), std::pair("lo", 0.3)}) {
            counter("node_network_receive_bytes_total", {{"device", device}}, 120'000 * factor, 4);
            counter("node_network_transmit_bytes_total", {{"device", device}}, 90'000 * factor, 5);
        }
    }

    const Object &m_node;
    SeriesSink &m_sink;
    std::shared_ptr<const NodeLoad> m_load;
    double m_since, m_seed;
    std::string m_pod;
};

} // namespace

void addNodeSeries(const Cluster &cluster, SeriesSink &sink)
{
    const bool isWanted = std::ranges::any_of(sampleMetrics(), [&](const MetricDescription &metric) { return metric.name.starts_with("node_") && sink.wants(metric.name); });
    if (!isWanted)
        return;
    for (const ObjectPointer &node : cluster.store().list("nodes"))
        NodeSeries(*node, cluster, sink).add();
}

} // namespace demo
