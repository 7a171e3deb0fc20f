#include "models/demo/Edit.h"
#include "models/demo/SampleLoad.h"
#include "models/demo/SampleSeries.h"

#include <algorithm>
#include <cmath>

namespace demo {

using text::Value;

namespace {

constexpr MetricDescription metrics[] = {
    {"ALERTS", "gauge", "Alerts that are pending or firing."},
    {"apiserver_request_total", "counter", "Counter of apiserver requests broken out for each verb, dry run value, group, version, resource, scope, component, and HTTP response code."},
    {"container_cpu_cfs_periods_total", "counter", "Number of elapsed enforcement period intervals."},
    {"container_cpu_cfs_throttled_periods_total", "counter", "Number of throttled period intervals."},
    {"container_cpu_usage_seconds_total", "counter", "Cumulative cpu time consumed in seconds."},
    {"container_fs_reads_bytes_total", "counter", "Cumulative count of bytes read."},
    {"container_fs_usage_bytes", "gauge", "Number of bytes that are consumed by the container on this filesystem."},
    {"container_fs_writes_bytes_total", "counter", "Cumulative count of bytes written."},
    {"container_memory_cache", "gauge", "Number of bytes of page cache memory."},
    {"container_memory_rss", "gauge", "Size of RSS in bytes."},
    {"container_memory_swap", "gauge", "Container swap usage in bytes."},
    {"container_memory_usage_bytes", "gauge", "Current memory usage in bytes, including all memory regardless of when it was accessed."},
    {"container_memory_working_set_bytes", "gauge", "Current working set in bytes."},
    {"container_network_receive_bytes_total", "counter", "Cumulative count of bytes received."},
    {"container_network_transmit_bytes_total", "counter", "Cumulative count of bytes transmitted."},
    {"container_start_time_seconds", "gauge", "Start time of the container since unix epoch in seconds."},
    {"kube_daemonset_status_desired_number_scheduled", "gauge", "The number of nodes that should be running the daemon pod."},
    {"kube_daemonset_status_number_available", "gauge", "The number of nodes that should be running the daemon pod and have one or more of the daemon pod running and available."},
    {"kube_deployment_spec_replicas", "gauge", "Number of desired pods for a deployment."},
    {"kube_deployment_status_replicas", "gauge", "The number of replicas per deployment."},
    {"kube_deployment_status_replicas_available", "gauge", "The number of available replicas per deployment."},
    {"kube_job_owner", "gauge", "Information about the Job's owner."},
    {"kube_namespace_created", "gauge", "Unix creation timestamp."},
    {"kube_namespace_status_phase", "gauge", "kubernetes namespace status phase."},
    {"kube_node_created", "gauge", "Unix creation timestamp."},
    {"kube_node_info", "gauge", "Information about a cluster node."},
    {"kube_node_status_allocatable", "gauge", "The allocatable for different resources of a node that are available for scheduling."},
    {"kube_node_status_capacity", "gauge", "The total amount of resources available for a node."},
    {"kube_node_status_condition", "gauge", "The condition of a cluster node."},
    {"kube_persistentvolumeclaim_info", "gauge", "Information about persistent volume claim."},
    {"kube_persistentvolumeclaim_resource_requests_storage_bytes", "gauge", "The capacity of storage requested by the persistent volume claim."},
    {"kube_pod_container_resource_limits", "gauge", "The number of requested limit resource by a container."},
    {"kube_pod_container_resource_requests", "gauge", "The number of requested request resource by a container."},
    {"kube_pod_container_status_ready", "gauge", "Describes whether the containers readiness check succeeded."},
    {"kube_pod_container_status_restarts_total", "counter", "The number of container restarts per container."},
    {"kube_pod_info", "gauge", "Information about pod."},
    {"kube_pod_owner", "gauge", "Information about the Pod's owner."},
    {"kube_pod_start_time", "gauge", "Start time in unix timestamp for a pod."},
    {"kube_pod_status_phase", "gauge", "The pods current phase."},
    {"kube_replicaset_owner", "gauge", "Information about the ReplicaSet's owner."},
    {"kube_replicaset_spec_replicas", "gauge", "Number of desired pods for a ReplicaSet."},
    {"kube_replicaset_status_ready_replicas", "gauge", "The number of ready replicas per ReplicaSet."},
    {"kube_resourcequota", "gauge", "Information about resource quota."},
    {"kube_statefulset_replicas", "gauge", "Number of desired pods for a StatefulSet."},
    {"kube_statefulset_status_replicas_available", "gauge", "The number of available replicas per StatefulSet."},
    {"kube_statefulset_status_replicas_ready", "gauge", "The number of ready replicas per StatefulSet."},
    {"kubelet_running_containers", "gauge", "Number of containers currently running"},
    {"kubelet_running_pods", "gauge", "Number of pods that have a running pod sandbox"},
    {"kubelet_volume_stats_available_bytes", "gauge", "Number of available bytes in the volume"},
    {"kubelet_volume_stats_capacity_bytes", "gauge", "Capacity in bytes of the volume"},
    {"kubelet_volume_stats_inodes", "gauge", "Maximum number of inodes in the volume"},
    {"kubelet_volume_stats_inodes_used", "gauge", "Number of used inodes in the volume"},
    {"kubelet_volume_stats_used_bytes", "gauge", "Number of used bytes in the volume"},
    {"node_boot_time_seconds", "gauge", "Node boot time, in unixtime."},
    {"node_cpu_seconds_total", "counter", "Seconds the CPUs spent in each mode."},
    {"node_disk_read_bytes_total", "counter", "The total number of bytes read successfully."},
    {"node_disk_written_bytes_total", "counter", "The total number of bytes written successfully."},
    {"node_filesystem_avail_bytes", "gauge", "Filesystem space available to non-root users in bytes."},
    {"node_filesystem_files", "gauge", "Filesystem total file nodes."},
    {"node_filesystem_files_free", "gauge", "Filesystem total free file nodes."},
    {"node_filesystem_free_bytes", "gauge", "Filesystem free space in bytes."},
    {"node_filesystem_size_bytes", "gauge", "Filesystem size in bytes."},
    {"node_load1", "gauge", "1m load average."},
    {"node_load15", "gauge", "15m load average."},
    {"node_load5", "gauge", "5m load average."},
    {"node_memory_Buffers_bytes", "gauge", "Memory information field Buffers_bytes."},
    {"node_memory_Cached_bytes", "gauge", "Memory information field Cached_bytes."},
    {"node_memory_MemAvailable_bytes", "gauge", "Memory information field MemAvailable_bytes."},
    {"node_memory_MemFree_bytes", "gauge", "Memory information field MemFree_bytes."},
    {"node_memory_MemTotal_bytes", "gauge", "Memory information field MemTotal_bytes."},
    {"node_memory_SReclaimable_bytes", "gauge", "Memory information field SReclaimable_bytes."},
    {"node_network_receive_bytes_total", "counter", "Network device statistic receive_bytes."},
    {"node_network_transmit_bytes_total", "counter", "Network device statistic transmit_bytes."},
    {"node_time_seconds", "gauge", "System time in seconds since epoch (1970)."},
    {"node_uname_info", "gauge", "Labeled system information as provided by the uname system call."},
    {"prometheus_build_info", "gauge", "A metric with a constant '1' value labeled by version, revision, branch, goversion from which prometheus was built."},
    {"traefik_service_request_duration_seconds_bucket", "histogram", "How long it took to process the request on a service, partitioned by status code, protocol, and method."},
    {"traefik_service_request_duration_seconds_count", "histogram", "How long it took to process the request on a service, partitioned by status code, protocol, and method."},
    {"traefik_service_request_duration_seconds_sum", "histogram", "How long it took to process the request on a service, partitioned by status code, protocol, and method."},
    {"traefik_service_requests_bytes_total", "counter", "The total size of requests in bytes received by a service, partitioned by status code, protocol, and method."},
    {"traefik_service_requests_total", "counter", "How many HTTP requests processed on a service, partitioned by status code, protocol, and method."},
    {"traefik_service_responses_bytes_total", "counter", "The total size of responses in bytes returned by a service, partitioned by status code, protocol, and method."},
    {"up", "gauge", "Whether the last scrape was successful."},
};

/// A counter that grows by about that much in a second, never falling.
std::function<double(double)> growing(double perSecond, double since, double seed)
{
    return [=](double second) { return std::floor(perSecond * ((second - since) + 240 * (std::sin(second / 600 + seed) - std::sin(since / 600 + seed)))); };
}

double firstNode(const Cluster &cluster)
{
    const auto nodes = cluster.store().list("nodes");
    return nodes.empty() ? 0 : secondOf(in(nodes.front()->value, {"metadata", "creationTimestamp"}));
}

/// How many requests take at most that long.
struct Bucket
{
    const char *bound;
    double part;
};
constexpr Bucket buckets[] = {{"0.1", 0.82}, {"0.3", 0.94}, {"1.2", 0.985}, {"5", 0.999}, {"+Inf", 1}};
constexpr std::pair<const char *, double> codes[] = {{"200", 0.95}, {"404", 0.035}, {"502", 0.015}};

void addBackend(const std::string &service, double since, SeriesSink &sink)
{
    const double seed = double(std::hash<std::string>()(service) % 1000), perSecond = 2 + seed / 100;
    for (const auto &[code, part] : codes) {
        const double rate = perSecond * part;
        SeriesLabels labels{{"job", "traefik"}, {"instance", "10.42.0.8:9100"}, {"endpoint", "metrics"}, {"namespace", "kube-system"}, {"service", service}, {"code", code},
                            {"method", "GET"}, {"protocol", "http"}};
        sink.add("traefik_service_requests_total", labels, since, growing(rate, since, seed));
        sink.add("traefik_service_requests_bytes_total", labels, since, growing(rate * 400, since, seed));
        sink.add("traefik_service_responses_bytes_total", labels, since, growing(rate * 9000, since, seed));
        sink.add("traefik_service_request_duration_seconds_count", labels, since, growing(rate, since, seed));
        sink.add("traefik_service_request_duration_seconds_sum", labels, since, growing(rate * 0.09, since, seed));
        for (const Bucket &bucket : buckets) {
            labels["le"] = bucket.bound;
            sink.add("traefik_service_request_duration_seconds_bucket", labels, since, growing(rate * bucket.part, since, seed));
        }
    }
}

void addBackends(const Cluster &cluster, SeriesSink &sink)
{
    for (const ObjectPointer &ingress : cluster.store().list("ingresses"))
        for (const Value &rule : in(ingress->value, {"spec", "rules"}).items())
            for (const Value &path : in(rule, {"http", "paths"}).items()) {
                const Value &service = in(path, {"backend", "service"});
                const std::string port = in(service, {"port", "name"}).text().empty() ? in(service, {"port", "number"}).text() : in(service, {"port", "name"}).text();
                addBackend(ingress->nameSpace + '-' + service["name"].text() + '-' + port + "@kubernetes", secondOf(in(ingress->value, {"metadata", "creationTimestamp"})), sink);
            }
}

void addApiServer(const Cluster &cluster, SeriesSink &sink)
{
    const double since = firstNode(cluster);
    for (const auto &[verb, rate] : {std::pair("GET", 9.0), std::pair("LIST", 2.0), std::pair("WATCH", 1.0), std::pair("PATCH", 1.5), std::pair("PUT", 3.0)})
        for (const auto &[code, part] : {std::pair("200", 0.97), std::pair("404", 0.025), std::pair("500", 0.005)})
            sink.add("apiserver_request_total", {{"job", "apiserver"}, {"instance", "10.10.0.10:6443"}, {"endpoint", "https"}, {"namespace", "default"}, {"service", "kubernetes"},
                                                 {"verb", verb}, {"code", code}, {"resource", "pods"}, {"version", "v1"}, {"scope", "cluster"}, {"component", "apiserver"}},
                     since, growing(rate * part, since, rate));
}

ScrapedTarget target(const std::string &pool, const std::string &address, const std::string &path, SeriesLabels labels)
{
    labels["instance"] = address;
    return {"serviceMonitor/monitoring/prometheus-" + pool + "/0", "http://" + address + path, std::move(labels), {}};
}

} // namespace

std::span<const MetricDescription> sampleMetrics() { return metrics; }

std::vector<ScrapedTarget> scrapedTargets(const Cluster &cluster)
{
    std::vector<ScrapedTarget> all;
    for (const ObjectPointer &node : cluster.store().list("nodes")) {
        const std::string address = addressOf(*node);
        for (const char *path : {"/metrics", "/metrics/cadvisor"})
            all.push_back(target("kube-prometheus-kubelet", address + ":10250", path, {{"job", "kubelet"}, {"metrics_path", path}, {"node", node->name}, {"namespace", "kube-system"}}));
        all.push_back(target("prometheus-node-exporter", address + ":9100", "/metrics", {{"job", "node-exporter"}, {"namespace", "monitoring"}}));
    }
    all.push_back(target("kube-state-metrics", "10.42.1.9:8080", "/metrics", {{"job", "kube-state-metrics"}, {"namespace", "monitoring"}}));
    all.push_back(target("kube-prometheus-apiserver", "10.10.0.10:6443", "/metrics", {{"job", "apiserver"}, {"namespace", "default"}}));
    all.push_back(target("kube-prometheus-prometheus", "10.42.2.12:9090", "/metrics", {{"job", "prometheus-kube-prometheus-prometheus"}, {"namespace", "monitoring"}}));
    all.push_back(target("traefik", "10.42.0.8:9100", "/metrics", {{"job", "traefik"}, {"namespace", "kube-system"}}));
    for (const ObjectPointer &pod : cluster.store().list("pods", "team-a")) {
        if (in(pod->value, {"metadata", "labels", "app"}).text() != "web" || !isRunning(*pod))
            continue;
        all.push_back({"serviceMonitor/team-a/web/0", "http://" + in(pod->value, {"status", "podIP"}).text() + ":8080/metrics",
                       {{"job", "web"}, {"namespace", "team-a"}, {"pod", pod->name}, {"instance", in(pod->value, {"status", "podIP"}).text() + ":8080"}}, "server returned HTTP status 404 Not Found"});
    }
    return all;
}

void addServerSeries(const Cluster &cluster, SeriesSink &sink)
{
    if (sink.wants("apiserver_request_total"))
        addApiServer(cluster, sink);
    const bool isWanted = std::ranges::any_of(metrics, [&](const MetricDescription &metric) { return metric.name.starts_with("traefik_") && sink.wants(metric.name); });
    if (isWanted)
        addBackends(cluster, sink);
    const double since = firstNode(cluster);
    for (const ScrapedTarget &target : sink.wants("up") ? scrapedTargets(cluster) : std::vector<ScrapedTarget>())
        sink.add("up", target.labels, since, target.error.empty() ? 1 : 0);
    sink.add("prometheus_build_info", {{"job", "prometheus-kube-prometheus-prometheus"}, {"instance", "10.42.2.12:9090"}, {"namespace", "monitoring"}, {"version", "3.7.3"}}, since, 1);
}

} // namespace demo
