#include "models/demo/Edit.h"
#include "models/demo/SampleLoad.h"
#include "models/demo/SampleSeries.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace demo {

using text::Value;

namespace {

using More = std::initializer_list<std::pair<const char *, std::string>>;

SeriesLabels stateLabels(More more)
{
    SeriesLabels labels{{"job", "kube-state-metrics"}, {"instance", "10.42.1.9:8080"}, {"endpoint", "http"}, {"service", "prometheus-kube-state-metrics"},
                        {"namespace", "monitoring"}};
    for (const auto &[name, value] : more)
        labels[name] = value;
    return labels;
}

double createdAt(const Object &object) { return secondOf(in(object.value, {"metadata", "creationTimestamp"})); }

const Value &ownerOf(const Object &object)
{
    static const Value none;
    const auto &owners = in(object.value, {"metadata", "ownerReferences"}).items();
    return owners.empty() ? none : owners.front();
}

/// What kube-state-metrics tells of one pod.
class PodState
{
public:
    PodState(const Object &pod, SeriesSink &sink, double now) : m_pod(pod), m_sink(sink), m_since(createdAt(pod)), m_now(now) { }

    void add()
    {
        const Value &owner = ownerOf(m_pod);
        add("kube_pod_info", {{"node", node()}, {"host_ip", field("hostIP")}, {"pod_ip", field("podIP")}, {"created_by_kind", owner["kind"].text()}, {"created_by_name", owner["name"].text()}}, 1);
        add("kube_pod_owner", {{"owner_kind", owner["kind"].text()}, {"owner_name", owner["name"].text()}, {"owner_is_controller", owner.isMap() ? "true" : ""}}, 1);
        add("kube_pod_start_time", {}, secondOf(in(m_pod.value, {"status", "startTime"})));
        for (const char *phase : {"Pending", "Running", "Succeeded", "Failed", "Unknown"})
            add("kube_pod_status_phase", {{"phase", phase}}, field("phase") == phase ? 1 : 0);
        for (const Value &container : in(m_pod.value, {"spec", "containers"}).items())
            addResources(container);
        for (const Value &status : in(m_pod.value, {"status", "containerStatuses"}).items())
            addStatus(status);
    }

private:
    const std::string &field(const char *name) const { return in(m_pod.value, {"status", name}).text(); }
    const std::string &node() const { return in(m_pod.value, {"spec", "nodeName"}).text(); }

    SeriesLabels labels(More more) const
    {
        SeriesLabels all = stateLabels({{"namespace", m_pod.nameSpace}, {"pod", m_pod.name}, {"uid", in(m_pod.value, {"metadata", "uid"}).text()}});
        for (const auto &[name, value] : more)
            all[name] = value;
        return all;
    }

    void add(const char *metric, More more, double value) { m_sink.add(metric, labels(more), m_since, value); }

    void addResources(const Value &container)
    {
        for (const auto &[part, metric] : {std::pair("requests", "kube_pod_container_resource_requests"), std::pair("limits", "kube_pod_container_resource_limits")})
            for (const auto &[resource, unit] : {std::pair("cpu", "core"), std::pair("memory", "byte")})
                if (const Value &amount = in(container, {"resources", part, resource}); !amount.isNull())
                    add(metric, {{"container", container["name"].text()}, {"node", node()}, {"resource", resource}, {"unit", unit}}, quantityOr(amount, 0));
    }

    /// It restarted again and again since it was made.
    void addStatus(const Value &status)
    {
        const double restarts = double(status["restartCount"].asInteger()), since = m_since, now = std::max(m_now, m_since + 1);
        const SeriesLabels all = labels({{"container", status["name"].text()}});
        m_sink.add("kube_pod_container_status_restarts_total", all, since, [=](double second) { return std::min(restarts, std::ceil(restarts * (second - since) / (now - since))); });
        m_sink.add("kube_pod_container_status_ready", all, since, status["ready"].asBoolean() ? 1 : 0);
    }

    const Object &m_pod;
    SeriesSink &m_sink;
    double m_since, m_now;
};

void addNode(const Object &node, SeriesSink &sink)
{
    const double since = createdAt(node);
    const Value &info = in(node.value, {"status", "nodeInfo"});
    sink.add("kube_node_info", stateLabels({{"node", node.name}, {"internal_ip", addressOf(node)}, {"kubelet_version", info["kubeletVersion"].text()}, {"os_image", info["osImage"].text()},
                                            {"system_uuid", info["systemUUID"].text()}}), since, 1);
    sink.add("kube_node_created", stateLabels({{"node", node.name}}), since, since);
    constexpr std::array<std::array<const char *, 3>, 4> resources{{{"cpu", "cpu", "core"}, {"memory", "memory", "byte"}, {"pods", "pods", "integer"}, {"ephemeral-storage", "ephemeral_storage", "byte"}}};
    for (const auto &[name, label, unit] : resources)
        for (const auto &[part, metric] : {std::pair("capacity", "kube_node_status_capacity"), std::pair("allocatable", "kube_node_status_allocatable")})
            if (const Value &amount = in(node.value, {"status", part, name}); !amount.isNull())
                sink.add(metric, stateLabels({{"node", node.name}, {"resource", label}, {"unit", unit}}), since, quantityOr(amount, 0));
    for (const Value &condition : in(node.value, {"status", "conditions"}).items())
        for (const char *status : {"true", "false", "unknown"}) {
            const std::string &is = condition["status"].text();
            const bool holds = !is.empty() && (is[0] | 32) == status[0];
            sink.add("kube_node_status_condition", stateLabels({{"node", node.name}, {"condition", condition["type"].text()}, {"status", status}}), since, holds ? 1 : 0);
        }
}

/// A count that a workload has, where it stands, and what it is called.
struct WorkloadCount
{
    const char *plural;
    const char *label;
    const char *part;
    const char *field;
    const char *metric;
};

constexpr WorkloadCount counts[] = {
    {"deployments", "deployment", "spec", "replicas", "kube_deployment_spec_replicas"},
    {"deployments", "deployment", "status", "replicas", "kube_deployment_status_replicas"},
    {"deployments", "deployment", "status", "availableReplicas", "kube_deployment_status_replicas_available"},
    {"statefulsets", "statefulset", "spec", "replicas", "kube_statefulset_replicas"},
    {"statefulsets", "statefulset", "status", "readyReplicas", "kube_statefulset_status_replicas_ready"},
    {"statefulsets", "statefulset", "status", "availableReplicas", "kube_statefulset_status_replicas_available"},
    {"daemonsets", "daemonset", "status", "desiredNumberScheduled", "kube_daemonset_status_desired_number_scheduled"},
    {"daemonsets", "daemonset", "status", "numberAvailable", "kube_daemonset_status_number_available"},
    {"replicasets", "replicaset", "spec", "replicas", "kube_replicaset_spec_replicas"},
    {"replicasets", "replicaset", "status", "readyReplicas", "kube_replicaset_status_ready_replicas"},
};

void addOwner(const Object &object, const char *metric, const char *label, SeriesSink &sink)
{
    const Value &owner = ownerOf(object);
    sink.add(metric, stateLabels({{"namespace", object.nameSpace}, {label, object.name}, {"owner_kind", owner["kind"].text()}, {"owner_name", owner["name"].text()}}), createdAt(object), 1);
}

void addClaim(const Object &claim, SeriesSink &sink)
{
    sink.add("kube_persistentvolumeclaim_info", stateLabels({{"namespace", claim.nameSpace}, {"persistentvolumeclaim", claim.name}, {"storageclass", in(claim.value, {"spec", "storageClassName"}).text()}}),
             createdAt(claim), 1);
    sink.add("kube_persistentvolumeclaim_resource_requests_storage_bytes", stateLabels({{"namespace", claim.nameSpace}, {"persistentvolumeclaim", claim.name}}), createdAt(claim),
             quantityOr(in(claim.value, {"spec", "resources", "requests", "storage"}), 0));
}

void addQuota(const Object &quota, SeriesSink &sink)
{
    for (const char *type : {"hard", "used"})
        for (const Value::Member &member : in(quota.value, {"status", type}).members())
            sink.add("kube_resourcequota", stateLabels({{"namespace", quota.nameSpace}, {"resourcequota", quota.name}, {"resource", member.key}, {"type", type}}), createdAt(quota),
                     quantityOr(member.value, 0));
}

} // namespace

void addStateSeries(const Cluster &cluster, SeriesSink &sink)
{
    const bool isWanted = std::ranges::any_of(sampleMetrics(), [&](const MetricDescription &metric) { return metric.name.starts_with("kube_pod_") && sink.wants(metric.name); });
    const double now = double(std::chrono::duration_cast<std::chrono::seconds>(cluster.clock().now().time_since_epoch()).count());
    for (const ObjectPointer &pod : cluster.store().list("pods"))
        if (isWanted)
            PodState(*pod, sink, now).add();
}

void addWorkloadStateSeries(const Cluster &cluster, SeriesSink &sink)
{
    const ObjectStore &store = cluster.store();
    for (const ObjectPointer &node : store.list("nodes"))
        addNode(*node, sink);
    for (const WorkloadCount &count : counts)
        for (const ObjectPointer &object : sink.wants(count.metric) ? store.list(count.plural) : std::vector<ObjectPointer>())
            sink.add(count.metric, stateLabels({{"namespace", object->nameSpace}, {count.label, object->name}}), createdAt(*object),
                     double(in(object->value, {count.part, count.field}).asInteger()));
    for (const ObjectPointer &object : store.list("replicasets"))
        addOwner(*object, "kube_replicaset_owner", "replicaset", sink);
    for (const ObjectPointer &object : store.list("jobs"))
        addOwner(*object, "kube_job_owner", "job_name", sink);
    for (const ObjectPointer &claim : store.list("persistentvolumeclaims"))
        addClaim(*claim, sink);
    for (const ObjectPointer &quota : store.list("resourcequotas"))
        addQuota(*quota, sink);
    for (const ObjectPointer &space : store.list("namespaces")) {
        sink.add("kube_namespace_created", stateLabels({{"namespace", space->name}}), createdAt(*space), createdAt(*space));
        sink.add("kube_namespace_status_phase", stateLabels({{"namespace", space->name}, {"phase", "Active"}}), createdAt(*space), 1);
    }
}

} // namespace demo
