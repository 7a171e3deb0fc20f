#pragma once

#include "models/base/Result.h"
#include "models/metrics/Usage.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metrics {

/// A file system as a kubelet sees it; what it does not tell is nothing.
struct DiskUsage
{
    std::optional<Bytes> used = {};
    std::optional<Bytes> capacity = {};
    std::optional<Bytes> available = {};
    std::optional<std::int64_t> inodesFree = {};
    base::SystemTime time{};
    std::optional<std::int64_t> inodes = {};
    std::optional<std::int64_t> inodesUsed = {};
};

/// Bytes since the network interface came up.
struct NetworkCounters
{
    std::optional<Bytes> received = {};
    std::optional<Bytes> sent = {};
    base::SystemTime time{};
};

struct VolumeUsage
{
    std::string name;               ///< as the pod calls it
    std::string claim;              ///< "namespace/name" of the PVC behind it; empty: there is none
    DiskUsage disk;
};

struct ContainerSummary
{
    std::string name;
    base::SystemTime startTime{};
    Usage usage;
    DiskUsage rootfs, logs;
};

struct PodSummary
{
    std::string namespaceName, name, uid;
    base::SystemTime startTime{};
    Usage usage;                    ///< of the whole pod, what no container is counted for included
    std::vector<ContainerSummary> containers;
    NetworkCounters network;
    std::vector<VolumeUsage> volumes;
    DiskUsage ephemeral;
};

/// What one kubelet tells of its node and the pods on it.
struct NodeSummary
{
    std::string name;
    Usage usage;
    NetworkCounters network;
    DiskUsage rootfs, images;
    std::vector<PodSummary> pods;
    DiskUsage containers = {};      ///< of their writable layers; an older kubelet does not tell it
};

/// The answer of /stats/summary. Any thread.
base::Result<NodeSummary> readKubeletSummary(std::string_view json);

/// The node and its pods, as other sources tell of them: a pod is the sum of its containers.
MeasuredObject measuredNode(const NodeSummary &summary);
std::vector<MeasuredObject> measuredPods(const NodeSummary &summary);

} // namespace metrics
