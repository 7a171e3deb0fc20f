#include "models/metrics/ClusterIdentity.h"

#include "models/text/Time.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <set>

namespace metrics {

using std::string_literals::operator""s;
using Verdict = Proof::Verdict;

namespace {

/// An object's creationTimestamp has whole seconds, and so has the metric.
constexpr double createdTolerance = 1.0;

/// Names of labels that tell clusters apart, the usual ones first.
constexpr std::string_view clusterLabels[] = {"cluster", "cluster_name", "k8s_cluster", "k8s_cluster_name", "kubernetes_cluster", "cluster_id", "prometheus_cluster", "tenant_id"};

std::string lower(std::string text)
{
    for (char &c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// A literal inside of a regular expression inside of a PromQL string.
std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\\' || c == '"')
            result += c == '"' ? "\\\"" : "\\\\\\\\";
        else if (std::string_view(".+*?()|[]{}^$").find(c) != std::string_view::npos)
            result += "\\\\"s + c;
        else if (c >= ' ')
            result += c;
    }
    return result;
}

template<typename List, typename Text>
std::string alternatives(const List &list, Text text)
{
    std::string result;
    for (const auto &each : list)
        result += (result.empty() ? "" : "|") + text(each);
    return result;
}

const std::string &labelOf(const Series &series, std::string_view name)
{
    static const std::string nothing;
    const auto found = series.labels.find(name);
    return found == series.labels.end() ? nothing : found->second;
}

std::vector<const Series *> named(const Answer &answer, std::string_view metric)
{
    std::vector<const Series *> found;
    for (const Series &series : answer.series) {
        if (labelOf(series, "__name__") == metric && series.labels.size() > 1 && series.points.size() == 1 && std::isfinite(series.points[0].value))
            found.push_back(&series);
    }
    return found;
}

/// How many series of a metric the server has, of all clusters.
double countOf(const Answer &answer, std::string_view metric)
{
    for (const Series &series : answer.series) {
        if (series.labels.size() == 1 && labelOf(series, "__name__") == metric && series.points.size() == 1 && std::isfinite(series.points[0].value))
            return series.points[0].value;
    }
    return 0;
}

std::string timeText(double seconds)
{
    return text::formatTime({static_cast<std::int64_t>(seconds), 0});
}

/// A label that all of ours have with one value, and none of the others.
bool tellsApart(const std::string &label, const std::vector<const Series *> &ours, const std::vector<const Series *> &theirs)
{
    const std::string &value = labelOf(*ours.front(), label);
    const auto hasIt = [&](const Series *series) { return labelOf(*series, label) == value; };
    return !value.empty() && std::ranges::all_of(ours, hasIt) && std::ranges::none_of(theirs, hasIt);
}

Labels scopeOf(const std::vector<const Series *> &ours, const std::vector<const Series *> &theirs)
{
    for (const std::string_view usual : clusterLabels) {
        if (tellsApart(std::string(usual), ours, theirs))
            return {{std::string(usual), labelOf(*ours.front(), usual)}};
    }
    for (const auto &[label, value] : ours.front()->labels) {
        const bool isOwn = label == "__name__" || label == "job" || label == "instance" || label == "namespace" || label == "pod" || label == "endpoint" || label == "uid" || label == "service" || label == "container";
        if (!isOwn && tellsApart(label, ours, theirs))
            return {{label, value}};
    }
    return {};
}

std::optional<Proof> byKubeSystem(const ClusterIdentity &identity, const Answer &answer)
{
    const auto series = named(answer, "kube_namespace_created");
    if (!identity.kubeSystemCreated || series.empty())
        return std::nullopt;
    const auto created = static_cast<double>(std::chrono::floor<std::chrono::seconds>(*identity.kubeSystemCreated).time_since_epoch().count());
    std::vector<const Series *> ours;
    std::vector<const Series *> theirs;
    for (const Series *each : series)
        (std::abs(each->points[0].value - created) <= createdTolerance ? ours : theirs).push_back(each);
    if (ours.empty())
        return Proof{Verdict::OtherCluster, {QT_TRANSLATE_NOOP("metrics", "its namespace kube-system was made at %1, this cluster's at %2"), {timeText(theirs.front()->points[0].value), timeText(created)}}};
    Proof proof{Verdict::ThisCluster, {QT_TRANSLATE_NOOP("metrics", "its namespace kube-system was made at the same second, %1"), {timeText(created)}}};
    proof.watchesOthers = !theirs.empty();
    if (proof.watchesOthers)
        proof.scope = scopeOf(ours, theirs);
    return proof;
}

std::optional<Proof> byPods(const ClusterIdentity &identity, const Answer &answer)
{
    std::set<std::string> known;
    for (const Series *each : named(answer, "kube_pod_info"))
        known.insert(labelOf(*each, "uid"));
    const auto isKnown = [&known](const ClusterIdentity::Pod &pod) { return known.contains(pod.uid); };
    if (const auto count = std::ranges::count_if(identity.pods, isKnown); count > 0)
        return Proof{Verdict::ThisCluster, {QT_TRANSLATE_NOOP("metrics", "it knows %1 of %2 pods by their UIDs"), {std::to_string(count), std::to_string(identity.pods.size())}}};
    if (!named(answer, "container_memory_working_set_bytes").empty())
        return Proof{Verdict::ThisCluster, {QT_TRANSLATE_NOOP("metrics", "it measures cgroups that carry UIDs of this cluster's pods")}};
    return std::nullopt;
}

/// The machine of a series: kube-state-metrics' "node", or what a scrape job says besides.
const ClusterIdentity::Node *nodeOf(const ClusterIdentity &identity, const Series &series)
{
    const std::string instance = labelOf(series, "instance");
    const auto isIt = [&](const ClusterIdentity::Node &node) { return labelOf(series, "node") == node.name || labelOf(series, "nodename") == node.name || instance == node.name || instance.starts_with(node.name + ':'); };
    const auto found = std::ranges::find_if(identity.nodes, isIt);
    return found == identity.nodes.end() ? nullptr : &*found;
}

std::optional<Proof> byMachines(const ClusterIdentity &identity, const Answer &answer)
{
    for (const char *metric : {"kube_node_info", "machine_memory_bytes"}) {
        for (const Series *each : named(answer, metric)) {
            const ClusterIdentity::Node *node = nodeOf(identity, *each);
            const std::string uuid = lower(labelOf(*each, "system_uuid"));
            if (!node || uuid.empty() || node->systemUuid.empty())
                continue;
            if (uuid == node->systemUuid)
                return Proof{Verdict::ThisCluster, {QT_TRANSLATE_NOOP("metrics", "the node %1 has the same system UUID"), {node->name}}};
            return Proof{Verdict::OtherCluster, {QT_TRANSLATE_NOOP("metrics", "its node %1 is another machine: the system UUIDs differ"), {node->name}}};
        }
    }
    return std::nullopt;
}

std::optional<Proof> byNames(const ClusterIdentity &identity, const Answer &answer)
{
    if (identity.nodes.empty())
        return std::nullopt;
    for (const char *metric : {"kube_node_info", "kubelet_node_name"}) {
        const double count = countOf(answer, metric);
        if (count > 0 && named(answer, metric).empty())
            return Proof{Verdict::OtherCluster, {QT_TRANSLATE_NOOP("metrics", "it knows %1 nodes, and none of this cluster's is among them (%2)"), {std::to_string(static_cast<std::int64_t>(count)), metric}}};
    }
    return std::nullopt;
}

Sentence whyUnproven(const ClusterIdentity &identity, const Answer &answer)
{
    if (identity.isEmpty())
        return {QT_TRANSLATE_NOOP("metrics", "neither the namespace kube-system, nor nodes, nor pods of this cluster may be read to compare with")};
    const bool hasNames = !named(answer, "kube_node_info").empty() || !named(answer, "kubelet_node_name").empty() || !named(answer, "node_uname_info").empty();
    if (hasNames)
        return {QT_TRANSLATE_NOOP("metrics", "names of nodes agree, but nothing that only this cluster has: kube_namespace_created and kube_pod_info (kube-state-metrics) or system UUIDs")};
    if (countOf(answer, "kube_pod_info") > 0)
        return {QT_TRANSLATE_NOOP("metrics", "it knows pods, and none of the %1 that were looked for"), {std::to_string(identity.pods.size())}};
    return {QT_TRANSLATE_NOOP("metrics", "it has none of the metrics that name a cluster's objects: kube_namespace_created, kube_pod_info, kube_node_info (kube-state-metrics), container_memory_working_set_bytes (kubelets)")};
}

/// A sample of the pods as cAdvisor names them: a systemd slice has underscores in the UID.
std::string cgroupQuery(const ClusterIdentity &identity)
{
    const auto underscored = [](std::string uid) { std::ranges::replace(uid, '-', '_'); return uid; };
    const std::vector<ClusterIdentity::Pod> some(identity.pods.begin(), identity.pods.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(identity.pods.size(), 8)));
    const std::string names = alternatives(some, [](const auto &pod) { return escaped(pod.name); });
    const std::string uids = alternatives(some, [&](const auto &pod) { return escaped(pod.uid) + '|' + escaped(underscored(pod.uid)); });
    return "container_memory_working_set_bytes{pod=~\"" + names + "\",id=~\".*pod(" + uids + ").*\"}";
}

} // namespace

void ClusterIdentity::takeKubeSystem(const text::Value &object)
{
    if (const auto created = text::parseTime(object["metadata"]["creationTimestamp"].text()))
        kubeSystemCreated = created->toSystemTime();
}

void ClusterIdentity::takeNodes(const text::Value &list)
{
    for (const text::Value &each : list["items"].items()) {
        if (nodes.size() < MostNodes && !each["metadata"]["name"].text().empty())
            nodes.push_back({each["metadata"]["name"].text(), lower(each["status"]["nodeInfo"]["systemUUID"].text())});
    }
}

void ClusterIdentity::takePods(const text::Value &list)
{
    for (const text::Value &each : list["items"].items()) {
        const text::Value &metadata = each["metadata"];
        if (pods.size() < MostPods && !metadata["uid"].text().empty())
            pods.push_back({metadata["namespace"].text(), metadata["name"].text(), metadata["uid"].text()});
    }
}

std::string proofQuery(const ClusterIdentity &identity)
{
    std::string query = R"(count by (__name__) ({__name__=~"kube_namespace_created|kube_pod_info|kube_node_info|kubelet_node_name"}))";
    if (identity.kubeSystemCreated)
        query += R"( or kube_namespace_created{namespace="kube-system"})";
    if (!identity.pods.empty())
        query += " or kube_pod_info{uid=~\"" + alternatives(identity.pods, [](const auto &pod) { return escaped(pod.uid); }) + "\"} or " + cgroupQuery(identity);
    if (identity.nodes.empty())
        return query;
    const std::string names = alternatives(identity.nodes, [](const auto &node) { return escaped(node.name); });
    for (const char *metric : {"kube_node_info", "kubelet_node_name", "machine_memory_bytes"})
        query += std::string(" or ") + metric + "{node=~\"" + names + "\"}";
    query += " or machine_memory_bytes{instance=~\"(" + names + ")(:.*)?\"} or node_uname_info{nodename=~\"" + names + "\"}";
    return query;
}

Proof judge(const ClusterIdentity &identity, const Answer &answer)
{
    for (const auto &test : {&byKubeSystem, &byPods, &byMachines, &byNames}) {
        if (auto proof = test(identity, answer))
            return std::move(*proof);
    }
    return {Verdict::Unproven, whyUnproven(identity, answer)};
}

} // namespace metrics
