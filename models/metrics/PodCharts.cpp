#include "models/metrics/ChartQueries.h"

#include <QtGlobal>

#include <algorithm>

namespace metrics {

namespace {

ChartSpec chart(const char *name, const char *title, Unit unit, LineSpec used, const std::vector<LineSpec> &others)
{
    ChartSpec out{name, title, unit, {std::move(used)}};
    out.lines.insert(out.lines.end(), others.begin(), others.end());
    return out;
}

ChartSpec cpu(const ChartQueries &queries, const std::vector<LineSpec> &others)
{
    return chart("cpu", QT_TRANSLATE_NOOP("metrics", "CPU"), Unit::Cores, {queries.containersCpu(), QT_TRANSLATE_NOOP("metrics", "Used")}, others);
}

ChartSpec memory(const ChartQueries &queries, const std::vector<LineSpec> &others)
{
    return chart("memory", QT_TRANSLATE_NOOP("metrics", "Memory"), Unit::Bytes, {queries.containersMemory(), QT_TRANSLATE_NOOP("metrics", "Used")}, others);
}

ChartSpec byPart(const ChartQueries &queries, const char *part, const char *cpuTitle, bool isCpu)
{
    const std::string legend = std::string("{{") + part + "}}";
    return {isCpu ? "cpuByPart" : "memoryByPart", cpuTitle, isCpu ? Unit::Cores : Unit::Bytes,
            {{isCpu ? queries.containersCpu(part) : queries.containersMemory(part), legend}}};
}

/// The namespace's quotas: where there are several the lowest holds.
LineSpec quota(const ChartQueries &queries, const Subject &subject, const char *resources, const char *legend, LineRole role)
{
    const Selector hard = queries.select("kube_resourcequota").is("namespace", subject.name).is("type", "hard").matches("resource", resources);
    return {"min(" + maxBy("resourcequota, resource", hard.text()) + ")", legend, role};
}

std::vector<LineSpec> withQuotas(const ChartQueries &queries, const Subject &subject, const char *resource)
{
    std::vector<LineSpec> lines = queries.requestLines(resource);
    const std::string requests = std::string(resource) + "|requests." + resource;
    lines.push_back(quota(queries, subject, requests.c_str(), QT_TRANSLATE_NOOP("metrics", "Quota of requests"), LineRole::Allocatable));
    lines.push_back(quota(queries, subject, (std::string("limits.") + resource).c_str(), QT_TRANSLATE_NOOP("metrics", "Quota of limits"), LineRole::Capacity));
    return lines;
}

ChartSpec phases(const ChartQueries &queries)
{
    const Selector selector = queries.select("kube_pod_status_phase").matches("phase", "Running|Pending|Failed");
    return {"pods", QT_TRANSLATE_NOOP("metrics", "Pods"), Unit::Count, {{sumBy("phase", queries.pods().of(selector, Reading::Value, "phase")), "{{phase}}"}}};
}

ChartSpec volumes(const ChartQueries &queries, const Subject &subject)
{
    const auto bytes = [&](const char *metric) {
        return sum(maxBy("namespace, persistentvolumeclaim", queries.select(metric).is("namespace", subject.name).text()));
    };
    return {"volumes", QT_TRANSLATE_NOOP("metrics", "Volumes"), Unit::Bytes,
            {{bytes("kubelet_volume_stats_used_bytes"), QT_TRANSLATE_NOOP("metrics", "Used")},
             {bytes("kubelet_volume_stats_capacity_bytes"), QT_TRANSLATE_NOOP("metrics", "Capacity"), LineRole::Capacity}}};
}

struct Replicas
{
    std::string_view resource;
    const char *label;
    const char *wanted;
    const char *available;
};

constexpr Replicas ReplicaMetrics[] = {
    {"deployments", "deployment", "kube_deployment_spec_replicas", "kube_deployment_status_replicas_available"},
    {"statefulsets", "statefulset", "kube_statefulset_replicas", "kube_statefulset_status_replicas_available"},
    {"daemonsets", "daemonset", "kube_daemonset_status_desired_number_scheduled", "kube_daemonset_status_number_available"},
    {"replicasets", "replicaset", "kube_replicaset_spec_replicas", "kube_replicaset_status_ready_replicas"},
};

std::vector<ChartSpec> replicas(const ChartQueries &queries, const Subject &subject)
{
    const auto found = std::ranges::find(ReplicaMetrics, subject.resource, &Replicas::resource);
    if (found == std::end(ReplicaMetrics))
        return {};
    const auto count = [&](const char *metric) {
        return "max(" + queries.select(metric).is("namespace", subject.namespaceName).is(found->label, subject.name).text() + ")";
    };
    return {{"replicas", QT_TRANSLATE_NOOP("metrics", "Replicas"), Unit::Count,
             {{count(found->available), QT_TRANSLATE_NOOP("metrics", "Available")},
              {count(found->wanted), QT_TRANSLATE_NOOP("metrics", "Wanted"), LineRole::Request}}}};
}

/// Of a pod: all there were.
ChartSpec restartsSoFar(const ChartQueries &queries)
{
    return {"restarts", QT_TRANSLATE_NOOP("metrics", "Restarts so far"), Unit::Count,
            {{sum(queries.pods().of(queries.select("kube_pod_container_status_restarts_total"), Reading::Value, "container, uid")),
              QT_TRANSLATE_NOOP("metrics", "Restarts")}}};
}

ChartSpec memoryKinds(const ChartQueries &queries)
{
    const auto bytes = [&](const char *metric) { return sum(queries.pods().of(queries.ofContainers(metric), Reading::Fresh, "container")); };
    return {"memoryKinds", QT_TRANSLATE_NOOP("metrics", "Memory by kind"), Unit::Bytes,
            {{bytes("container_memory_rss"), QT_TRANSLATE_NOOP("metrics", "Resident")},
             {bytes("container_memory_cache"), QT_TRANSLATE_NOOP("metrics", "Page cache")},
             {bytes("container_memory_swap"), QT_TRANSLATE_NOOP("metrics", "Swap")}}};
}

} // namespace

std::vector<ChartSpec> namespaceCharts(const ChartQueries &queries, const Subject &subject)
{
    return {cpu(queries, withQuotas(queries, subject, "cpu")), memory(queries, withQuotas(queries, subject, "memory")), phases(queries),
            queries.podNetwork(), volumes(queries, subject), queries.containerDisk(), queries.throttled(), queries.restarts()};
}

std::vector<ChartSpec> workloadCharts(const ChartQueries &queries, const Subject &subject)
{
    std::vector<ChartSpec> charts = {cpu(queries, queries.requestLines("cpu")), memory(queries, queries.requestLines("memory")),
                                     byPart(queries, "pod", QT_TRANSLATE_NOOP("metrics", "CPU by pod"), true),
                                     byPart(queries, "pod", QT_TRANSLATE_NOOP("metrics", "Memory by pod"), false)};
    for (ChartSpec &each : replicas(queries, subject))
        charts.push_back(std::move(each));
    for (ChartSpec each : {queries.podNetwork(), queries.containerDisk(), queries.throttled(), queries.restarts()})
        charts.push_back(std::move(each));
    return charts;
}

std::vector<ChartSpec> podCharts(const ChartQueries &queries)
{
    return {cpu(queries, queries.requestLines("cpu")), memory(queries, queries.requestLines("memory")),
            byPart(queries, "container", QT_TRANSLATE_NOOP("metrics", "CPU by container"), true),
            byPart(queries, "container", QT_TRANSLATE_NOOP("metrics", "Memory by container"), false),
            queries.podNetwork(), queries.containerDisk(), queries.throttled(), restartsSoFar(queries)};
}

std::vector<ChartSpec> containerCharts(const ChartQueries &queries)
{
    return {cpu(queries, queries.requestLines("cpu")), memory(queries, queries.requestLines("memory")), memoryKinds(queries),
            queries.containerDisk(), queries.throttled(), restartsSoFar(queries)};
}

} // namespace metrics
