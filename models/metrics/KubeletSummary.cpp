#include "models/metrics/KubeletSummary.h"

#include "models/text/Json.h"
#include "models/text/Time.h"

#include <algorithm>
#include <iterator>

namespace metrics {

using base::Result;
using text::Value;

namespace {

base::SystemTime timeOf(const Value &value)
{
    const auto time = text::parseTime(value.text());
    return time ? time->toSystemTime() : base::SystemTime{};
}

/// A kubelet writes unsigned numbers; what does not fit is not known.
std::optional<std::int64_t> countOf(const Value &value)
{
    const std::int64_t number = value.type() == Value::Type::Number ? value.asInteger(-1) : -1;
    return number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<Bytes> bytesOf(const Value &value)
{
    const auto number = countOf(value);
    return number ? std::optional(Bytes{*number}) : std::nullopt;
}

/// Of two figures measured at different times the older one counts.
Usage usageOf(const Value &value)
{
    Usage usage;
    if (const auto cpu = countOf(value["cpu"]["usageNanoCores"]))
        usage.cpu = Nanocores{*cpu};
    usage.memory = bytesOf(value["memory"]["workingSetBytes"]);
    const base::SystemTime cpuTime = timeOf(value["cpu"]["time"]), memoryTime = timeOf(value["memory"]["time"]);
    const base::SystemTime never{};
    usage.time = cpuTime == never || memoryTime == never ? std::max(cpuTime, memoryTime) : std::min(cpuTime, memoryTime);
    return usage;
}

DiskUsage diskOf(const Value &value)
{
    return {bytesOf(value["usedBytes"]), bytesOf(value["capacityBytes"]), bytesOf(value["availableBytes"]), countOf(value["inodesFree"]), timeOf(value["time"]),
            countOf(value["inodes"]), countOf(value["inodesUsed"])};
}

NetworkCounters networkOf(const Value &value) { return {bytesOf(value["rxBytes"]), bytesOf(value["txBytes"]), timeOf(value["time"])}; }

template<typename Item, typename Read>
std::vector<Item> listOf(const Value &list, Read read)
{
    std::vector<Item> out;
    std::ranges::transform(list.items(), std::back_inserter(out), read);
    return out;
}

VolumeUsage volumeOf(const Value &value)
{
    const Value &claim = value["pvcRef"];
    return {value["name"].text(), claim.isMap() ? claim["namespace"].text() + '/' + claim["name"].text() : std::string(), diskOf(value)};
}

ContainerSummary containerOf(const Value &value)
{
    return {value["name"].text(), timeOf(value["startTime"]), usageOf(value), diskOf(value["rootfs"]), diskOf(value["logs"])};
}

PodSummary podOf(const Value &value)
{
    const Value &ref = value["podRef"];
    return {ref["namespace"].text(), ref["name"].text(), ref["uid"].text(), timeOf(value["startTime"]), usageOf(value),
            listOf<ContainerSummary>(value["containers"], containerOf), networkOf(value["network"]), listOf<VolumeUsage>(value["volume"], volumeOf),
            diskOf(value["ephemeral-storage"])};
}

} // namespace

Result<NodeSummary> readKubeletSummary(std::string_view json)
{
    const auto value = text::parseJson(json);
    if (!value)
        return value.error();
    const Value &node = (*value)["node"];
    if (node["nodeName"].text().empty())
        return base::makeError(base::ErrorKind::BadInput, "the kubelet's summary names no node");
    NodeSummary out{node["nodeName"].text(), usageOf(node), networkOf(node["network"]), diskOf(node["fs"]), diskOf(node["runtime"]["imageFs"]), {}, diskOf(node["runtime"]["containerFs"])};
    for (const Value &pod : (*value)["pods"].items())
        out.pods.push_back(podOf(pod));
    return out;
}

MeasuredObject measuredNode(const NodeSummary &summary) { return {{}, summary.name, summary.usage}; }

std::vector<MeasuredObject> measuredPods(const NodeSummary &summary)
{
    std::vector<MeasuredObject> out;
    for (const PodSummary &pod : summary.pods) {
        MeasuredObject object{pod.namespaceName, pod.name, {}};
        for (const ContainerSummary &container : pod.containers)
            object.containers.push_back({container.name, container.usage});
        object.usage = totalOf(object.containers);
        if (!object.name.empty())
            out.push_back(std::move(object));
    }
    return out;
}

} // namespace metrics
