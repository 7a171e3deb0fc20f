#include "models/metrics/ChartQueries.h"

#include <QtGlobal>

namespace metrics {

namespace {

/// Filesystems that hold nothing of their own, and interfaces that carry what others carry already.
constexpr const char *NoDisk = "!tmpfs|ramfs|devtmpfs|squashfs|overlay|iso9660|nsfs|autofs|fuse.lxcfs";
constexpr const char *NoCard = "!lo|veth.*|cali.*|cilium.*|lxc.*|cni.*|flannel.*|docker.*|br-.*|virbr.*|vxlan.*|tunl.*|kube-.*|nodelocaldns|dummy.*|ifb.*";

std::vector<LineSpec> joined(std::vector<LineSpec> first, const std::vector<LineSpec> &second, const std::vector<LineSpec> &third = {})
{
    first.insert(first.end(), second.begin(), second.end());
    first.insert(first.end(), third.begin(), third.end());
    return first;
}

const char *usedWords(const ChartQueries &queries, const char *metric)
{
    return queries.lacks(metric) ? QT_TRANSLATE_NOOP("metrics", "Used by containers") : QT_TRANSLATE_NOOP("metrics", "Used");
}

ChartSpec cpu(const ChartQueries &queries)
{
    return {"cpu", QT_TRANSLATE_NOOP("metrics", "CPU"), Unit::Cores,
            joined({{queries.nodesCpu(), usedWords(queries, "node_cpu_seconds_total")}}, queries.requestLines("cpu"), queries.statusLines("cpu"))};
}

ChartSpec memory(const ChartQueries &queries)
{
    return {"memory", QT_TRANSLATE_NOOP("metrics", "Memory"), Unit::Bytes,
            joined({{queries.nodesMemory(), usedWords(queries, "node_memory_MemAvailable_bytes")}}, queries.requestLines("memory"),
                   queries.statusLines("memory"))};
}

/// The kubelet's own count where kube-state-metrics is not there.
ChartSpec pods(const ChartQueries &queries)
{
    const Selector phases = queries.select("kube_pod_status_phase").matches("phase", "Running|Pending|Failed");
    const bool isCounted = !queries.lacks("kube_pod_status_phase");
    const LineSpec byPhase{sumBy("phase", queries.pods().of(phases, Reading::Value, "phase")), "{{phase}}"};
    const LineSpec running{sum(queries.ofNodes("kubelet_running_pods", Reading::Value)), QT_TRANSLATE_NOOP("metrics", "Running")};
    return {"pods", QT_TRANSLATE_NOOP("metrics", "Pods"), Unit::Count, joined({isCounted ? byPhase : running}, queries.statusLines("pods"))};
}

ChartSpec disk(const ChartQueries &queries)
{
    const auto bytes = [&queries](const char *metric) { return queries.ofNodes(metric, Reading::Value, "device", NoDisk, "fstype"); };
    const std::string size = bytes("node_filesystem_size_bytes");
    return {"disk", QT_TRANSLATE_NOOP("metrics", "Disk"), Unit::Bytes,
            {{sum(size + " - " + bytes("node_filesystem_avail_bytes")), QT_TRANSLATE_NOOP("metrics", "Used")},
             {sum(size), QT_TRANSLATE_NOOP("metrics", "Capacity"), LineRole::Capacity}}};
}

ChartSpec network(const ChartQueries &queries)
{
    if (queries.lacks("node_network_receive_bytes_total"))
        return queries.podNetwork();
    const auto bytes = [&queries](const char *metric) { return sum(queries.ofNodes(metric, Reading::Rate, "device", NoCard, "device")); };
    return {"network", QT_TRANSLATE_NOOP("metrics", "Network"), Unit::BytesPerSecond,
            {{bytes("node_network_receive_bytes_total"), QT_TRANSLATE_NOOP("metrics", "Received")},
             {bytes("node_network_transmit_bytes_total"), QT_TRANSLATE_NOOP("metrics", "Sent")}}};
}

ChartSpec diskIo(const ChartQueries &queries)
{
    const auto bytes = [&queries](const char *metric) { return sum(queries.ofNodes(metric, Reading::Rate, "device", "!dm-.*|md.*|loop.*|ram.*", "device")); };
    return {"diskIo", QT_TRANSLATE_NOOP("metrics", "Disk reads and writes"), Unit::BytesPerSecond,
            {{bytes("node_disk_read_bytes_total"), QT_TRANSLATE_NOOP("metrics", "Read")},
             {bytes("node_disk_written_bytes_total"), QT_TRANSLATE_NOOP("metrics", "Written")}}};
}

/// What CPUs do, as a part of all their time: waiting for disks, and time that other machines on the same one took, are told apart.
ChartSpec cpuTime(const ChartQueries &queries)
{
    const std::string modes = queries.ofNodes("node_cpu_seconds_total", Reading::Rate, "cpu, mode", "user|system|iowait|steal", "mode");
    return {"cpuTime", QT_TRANSLATE_NOOP("metrics", "CPU time"), Unit::Ratio, {{"avg by (mode) (" + modes + ")", "{{mode}}"}}};
}

/// A server that is scraped by several jobs at several ports is known by its host.
std::string apiRequests(const Selector &selector)
{
    const std::string byHost = renamed(read(selector, Reading::Rate), "host", "instance", "(.+?)(:[0-9]+)?");
    return sum(maxBy("host, verb, dry_run, group, version, resource, subresource, scope, component, code", byHost));
}

ChartSpec api(const ChartQueries &queries)
{
    const Selector all = queries.select("apiserver_request_total");
    return {"api", QT_TRANSLATE_NOOP("metrics", "API server"), Unit::PerSecond,
            {{apiRequests(all), QT_TRANSLATE_NOOP("metrics", "Requests to the API")},
             {apiRequests(all.matches("code", "5..")), QT_TRANSLATE_NOOP("metrics", "Failed with 5xx")}}};
}

} // namespace

std::vector<ChartSpec> clusterCharts(const ChartQueries &queries)
{
    return {cpu(queries), memory(queries), pods(queries), disk(queries), network(queries), queries.restarts(), cpuTime(queries), api(queries)};
}

std::vector<ChartSpec> nodeCharts(const ChartQueries &queries)
{
    return {cpu(queries), memory(queries), pods(queries), disk(queries), network(queries), diskIo(queries), cpuTime(queries), queries.restarts()};
}

} // namespace metrics
