#include "models/demo/Edit.h"
#include "models/demo/PrometheusAnswers.h"
#include "models/demo/Refusal.h"
#include "models/demo/SampleLoad.h"
#include "models/text/Json.h"
#include "models/text/Time.h"

#include <cmath>

namespace demo {

using text::Value;

namespace {

constexpr std::string_view nodes = "/api/v1/nodes/", summary = "/proxy/stats/summary", configuration = "/proxy/configz";
constexpr std::int64_t sampleEvery = 10;

Value whole(double value) { return num(std::int64_t(value)); }

/// What a kubelet measured at one moment.
class Summary
{
public:
    Summary(const Object &node, const Cluster &cluster) : m_node(node), m_cluster(cluster)
    {
        const std::int64_t now = text::Time::from(cluster.clock().now()).seconds;
        m_second = double(now - now % sampleEvery);
        m_time = text::formatTime({now - now % sampleEvery, 0});
    }

    Value value() const
    {
        Value pods = Value::list();
        for (const ObjectPointer &pod : m_cluster.store().list("pods"))
            if (isRunning(*pod) && in(pod->value, {"spec", "nodeName"}).text() == m_node.name)
                pods.items().push_back(podValue(*pod));
        return object({{"node", nodeValue()}, {"pods", pods}});
    }

private:
    Value cpu(double cores, double seconds) const { return object({{"time", str(m_time)}, {"usageNanoCores", whole(cores * 1e9)}, {"usageCoreNanoSeconds", whole(seconds * 1e9)}}); }
    Value memory(double bytes) const { return object({{"time", str(m_time)}, {"workingSetBytes", whole(bytes)}, {"usageBytes", whole(bytes * 1.2)}, {"rssBytes", whole(bytes * 0.8)}}); }
    Value network(double perSecond, double since) const
    {
        return object({{"time", str(m_time)}, {"name", str("eth0")}, {"rxBytes", whole(perSecond * (m_second - since))}, {"txBytes", whole(perSecond * 0.6 * (m_second - since))}});
    }
    Value disk(double capacity, double used) const
    {
        return object({{"time", str(m_time)}, {"capacityBytes", whole(capacity)}, {"usedBytes", whole(used)}, {"availableBytes", num(std::int64_t(capacity) - std::int64_t(used))}, {"inodes", whole(capacity / 16384)},
                       {"inodesFree", whole(capacity / 16384 * 0.9)}, {"inodesUsed", whole(capacity / 16384 * 0.1)}});
    }

    Value nodeValue() const
    {
        const NodeLoad load = loadOf(m_node, m_cluster);
        const double since = secondOf(in(m_node.value, {"metadata", "creationTimestamp"})), size = quantityOr(in(m_node.value, {"status", "capacity", "ephemeral-storage"}), 1e11);
        return object({{"nodeName", str(m_node.name)}, {"startTime", in(m_node.value, {"metadata", "creationTimestamp"})}, {"cpu", cpu(load.coresAt(m_second), load.coreSeconds(since, m_second))},
                       {"memory", memory(load.bytesAt(m_second))}, {"network", network(120'000, since)}, {"fs", disk(size, fullness() * size)},
                       {"runtime", object({{"imageFs", imageDisk(size)}, {"containerFs", imageDisk(size)}})}});
    }

    /// The first worker is nearly full.
    double fullness() const { return m_node.name == "kube-worker-1" ? 0.81 : 0.45; }

    /// Images and what containers write lie on the disk of the node; only what is used is that of images alone.
    Value imageDisk(double size) const
    {
        double used = 0;
        for (const Value &image : in(m_node.value, {"status", "images"}).items())
            used += double(image["sizeBytes"].asInteger());
        Value out = disk(size, fullness() * size);
        out.set("usedBytes", whole(used * 1.3));
        out.set("inodesUsed", whole(used / 40'000));
        return out;
    }

    Value containerValue(const Value &container, const std::string &pod, double since) const
    {
        const ContainerLoad load = loadOf(container, pod);
        return object({{"name", container["name"]}, {"startTime", str(text::formatTime({std::int64_t(since), 0}))}, {"cpu", cpu(load.coresAt(m_second), load.coreSeconds(since, m_second))},
                       {"memory", memory(load.bytesAt(m_second))}, {"rootfs", object({{"time", str(m_time)}, {"usedBytes", whole(written(load))}})},
                       {"logs", object({{"time", str(m_time)}, {"usedBytes", whole(logged(load))}})}});
    }

    /// A few containers write much, most next to nothing.
    static double written(const ContainerLoad &load) { return 49'152 + 180e6 * std::pow(load.seed / 1000, 6); }
    static double logged(const ContainerLoad &load) { return 8'192 + 48e6 * std::pow(std::fmod(load.seed * 7, 1000) / 1000, 4); }
    static double kept(const ContainerLoad &load) { return 4'096 + 900e6 * std::pow(std::fmod(load.seed * 13, 1000) / 1000, 3); }

    /// All emptyDirs of a pod are equally full.
    static double emptyDirs(const Object &pod)
    {
        double bytes = 0;
        for (const Value &volume : in(pod.value, {"spec", "volumes"}).items())
            bytes += volume["emptyDir"].isMap() ? kept(loadOf(in(pod.value, {"spec", "containers"}).items().front(), pod.name)) : 0;
        return bytes;
    }

    Value volumes(const Object &pod) const
    {
        Value out = Value::list();
        for (const Value &volume : in(pod.value, {"spec", "volumes"}).items()) {
            if (volume["emptyDir"].isMap()) {
                Value entry = disk(1e10, kept(loadOf(in(pod.value, {"spec", "containers"}).items().front(), pod.name)));
                entry.set("name", volume["name"]);
                out.items().push_back(std::move(entry));
                continue;
            }
            const std::string &claimName = in(volume, {"persistentVolumeClaim", "claimName"}).text();
            const ObjectPointer claim = claimName.empty() ? nullptr : m_cluster.store().find("persistentvolumeclaims", pod.nameSpace, claimName);
            if (!claim)
                continue;
            const double size = quantityOr(in(claim->value, {"spec", "resources", "requests", "storage"}), 1e9);
            Value entry = disk(size, size * 0.3);
            entry.set("name", volume["name"]);
            entry.set("pvcRef", object({{"name", str(claimName)}, {"namespace", str(pod.nameSpace)}}));
            out.items().push_back(std::move(entry));
        }
        return out;
    }

    Value podValue(const Object &pod) const
    {
        const double since = secondOf(in(pod.value, {"status", "startTime"}));
        double cores = 0, seconds = 0, bytes = 0, stored = 12'288 + emptyDirs(pod);
        Value containers = Value::list();
        for (const Value &container : in(pod.value, {"spec", "containers"}).items()) {
            const ContainerLoad load = loadOf(container, pod.name);
            cores += load.coresAt(m_second);
            seconds += load.coreSeconds(since, m_second);
            bytes += load.bytesAt(m_second);
            stored += written(load) + logged(load);
            containers.items().push_back(containerValue(container, pod.name, since));
        }
        const Value ref = object({{"name", str(pod.name)}, {"namespace", str(pod.nameSpace)}, {"uid", in(pod.value, {"metadata", "uid"})}});
        return object({{"podRef", ref}, {"startTime", in(pod.value, {"status", "startTime"})}, {"containers", containers}, {"cpu", cpu(cores, seconds)}, {"memory", memory(bytes)},
                       {"network", network(4000, since)}, {"volume", volumes(pod)}, {"ephemeral-storage", disk(1e10, stored)}});
    }

    const Object &m_node;
    const Cluster &m_cluster;
    double m_second = 0;
    std::string m_time;
};

/// As k3s sets up its kubelets; the rest is as upstream has it.
Value configz()
{
    const Value hard = object({{"imagefs.available", str("5%")}, {"nodefs.available", str("5%")}}), reclaim = object({{"imagefs.available", str("10%")}, {"nodefs.available", str("10%")}});
    return object({{"kubeletconfig", object({{"containerLogMaxFiles", num(5)}, {"containerLogMaxSize", str("10Mi")}, {"evictionHard", hard}, {"evictionMinimumReclaim", reclaim},
                                             {"imageGCHighThresholdPercent", num(85)}, {"imageGCLowThresholdPercent", num(80)}, {"imageMaximumGCAge", str("0s")},
                                             {"imageMinimumGCAge", str("2m0s")}, {"nodeStatusMaxImages", num(50)}, {"podLogsDir", str("/var/log/pods")}})}});
}

/// The name between what nodes and an answer of their kubelet begin and end with; empty: it is another path.
std::string nodeIn(std::string_view path, std::string_view end)
{
    const bool fits = path.starts_with(nodes) && path.ends_with(end) && path.size() > nodes.size() + end.size();
    return fits ? std::string(path.substr(nodes.size(), path.size() - nodes.size() - end.size())) : std::string();
}

} // namespace

std::optional<HttpAnswer> kubeletAnswer(const HttpRequest &request, const Cluster &cluster)
{
    const std::string measured = nodeIn(request.path, summary), name = measured.empty() ? nodeIn(request.path, configuration) : measured;
    if (request.method != "GET" || name.empty())
        return std::nullopt;
    const ObjectPointer node = cluster.store().find("nodes", {}, name);
    if (!node)
        return objectNotFound({name, {}, "nodes"});
    HttpAnswer answer;
    answer.body = text::writeJson(measured.empty() ? configz() : Summary(*node, cluster).value());
    return answer;
}

} // namespace demo
