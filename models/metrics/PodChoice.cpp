#include "models/metrics/PodChoice.h"

#include <algorithm>

namespace metrics {

namespace {

constexpr const char *PodLabels = "namespace, pod";

struct OwnedKind
{
    std::string_view resource;
    const char *kind;
    const char *between;        ///< the kind of what owns the pods and is owned by it; null: it owns them itself
    const char *metric;         ///< tells who owns what is between, in the label
    const char *label;
};

constexpr OwnedKind Kinds[] = {
    {"deployments", "Deployment", "ReplicaSet", "kube_replicaset_owner", "replicaset"},
    {"cronjobs", "CronJob", "Job", "kube_job_owner", "job_name"},
    {"statefulsets", "StatefulSet", nullptr, nullptr, nullptr},
    {"daemonsets", "DaemonSet", nullptr, nullptr, nullptr},
    {"replicasets", "ReplicaSet", nullptr, nullptr, nullptr},
    {"replicationcontrollers", "ReplicationController", nullptr, nullptr, nullptr},
    {"jobs", "Job", nullptr, nullptr, nullptr},
};

} // namespace

PodChoice PodChoice::of(const Subject &subject, const std::vector<std::string> &podNames, const Capabilities &capabilities)
{
    PodChoice out(capabilities);
    if (subject.kind == SubjectKind::Node)
        out.m_node = subject.name;
    else if (subject.kind != SubjectKind::Cluster)
        out.m_labels.emplace_back("namespace", subject.namespaceName.empty() ? subject.name : subject.namespaceName);
    if (subject.kind == SubjectKind::Pod || subject.kind == SubjectKind::Container)
        out.m_labels.emplace_back("pod", subject.name);
    if (subject.kind == SubjectKind::Container)
        out.m_labels.emplace_back("container", subject.container);
    if (subject.kind == SubjectKind::Workload)
        out.chooseWorkload(subject, podNames);
    return out;
}

void PodChoice::chooseWorkload(const Subject &subject, const std::vector<std::string> &podNames)
{
    const auto found = std::ranges::find(Kinds, subject.resource, &OwnedKind::resource);
    const auto isAbsent = [this](const char *metric) { return m_capabilities.presence(metric) == Capabilities::Presence::Absent; };
    const bool isKnown = found != std::end(Kinds) && !isAbsent("kube_pod_owner") && !(found->between && isAbsent(found->metric));
    if (!isKnown) {
        m_podPattern = anyOf(podNames);
        return;
    }
    const Selector ofNamespace = Selector("kube_pod_owner", m_capabilities).is("namespace", subject.namespaceName);
    const Selector owned = ofNamespace.is("owner_kind", found->between ? found->between : found->kind);
    if (!found->between) {
        m_members = maxBy(PodLabels, owned.is("owner_name", subject.name).text());
        return;
    }
    const Selector between = Selector(found->metric, m_capabilities).is("namespace", subject.namespaceName)
                                 .is("owner_kind", found->kind).is("owner_name", subject.name);
    m_members = maxBy(PodLabels, owned.text() + " * on (namespace, owner_name) group_left () "
                                     + maxBy("namespace, owner_name", renamed(between.text(), "owner_name", found->label)));
}

/// Whether a label "node" of the metric is the pod's node: elsewhere it is the node of the exporter.
bool PodChoice::tellsNode(std::string_view metric) const
{
    if (metric == "kube_pod_info" || metric.starts_with("kube_pod_container_resource_"))
        return m_capabilities.hasLabel(metric, "node").value_or(true);
    return metric.starts_with("container_") && m_capabilities.hasLabel(metric, "node").value_or(false);
}

std::string PodChoice::of(const Selector &selector, Reading reading, std::string_view labels) const
{
    Selector chosen = selector;
    for (const auto &[label, value] : m_labels) {
        if (label != "container" || labels.find("container") != std::string_view::npos)
            chosen = chosen.is(label, value);
    }
    if (!m_podPattern.empty())
        chosen = chosen.matches("pod", m_podPattern);
    const bool isOnNode = !m_node.empty() && tellsNode(selector.metric());
    if (isOnNode)
        chosen = chosen.is("node", m_node);
    std::string members = m_members;
    if (!m_node.empty() && !isOnNode)
        members = maxBy(PodLabels, Selector("kube_pod_info", m_capabilities).is("node", m_node).text());
    const std::string by = labels.empty() ? PodLabels : PodLabels + (", " + std::string(labels));
    const std::string all = maxBy(by, read(chosen, reading));
    return members.empty() ? all : "(" + all + " * on (namespace, pod) group_left () " + members + ")";
}

std::string PodChoice::ofActive(const Selector &selector, Reading reading, std::string_view labels) const
{
    const std::string all = of(selector, reading, labels);
    if (m_capabilities.presence("kube_pod_status_phase") == Capabilities::Presence::Absent)
        return all;
    Selector phase = Selector("kube_pod_status_phase", m_capabilities).matches("phase", "Pending|Running");
    for (const auto &[label, value] : m_labels) {
        if (label != "container")
            phase = phase.is(label, value);
    }
    return "(" + all + " * on (namespace, pod) group_left () (" + maxBy(PodLabels, phase.text()) + " == 1))";
}

} // namespace metrics
