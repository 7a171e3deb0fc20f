#pragma once

#include "models/disk/Report.h"

#include <string>

namespace disk::world {

inline constexpr std::int64_t Ki = 1024, Mi = 1024 * Ki, Gi = 1024 * Mi;

inline base::Error refused(const std::string &words = "nodes \"n\" is forbidden") { return base::makeError(base::ErrorKind::Forbidden, words); }

/// A node as its object tells it. images: the list as JSON.
inline std::string node(const std::string &images, const std::string &version = "v1.36.3", const std::string &runtime = "containerd://2.1.5", const std::string &system = "linux")
{
    return R"({"metadata":{"name":"n"},"status":{"images":)" + images + R"(,"allocatable":{"ephemeral-storage":"90Gi"},"capacity":{"ephemeral-storage":"100Gi"},"conditions":[{"type":"DiskPressure","status":"False"},{"type":"Ready","status":"True"}],"nodeInfo":{"containerRuntimeVersion":")"
        + runtime + R"(","kubeletVersion":")" + version + R"(","operatingSystem":")" + system + R"("}}})";
}

inline std::string fileSystem(std::int64_t used, std::int64_t available, std::int64_t capacity, std::int64_t inodes = 1000)
{
    return R"({"usedBytes":)" + std::to_string(used) + R"(,"availableBytes":)" + std::to_string(available) + R"(,"capacityBytes":)" + std::to_string(capacity) + R"(,"inodes":)" + std::to_string(inodes)
        + R"(,"inodesFree":900,"inodesUsed":100})";
}

/// What a kubelet tells; pods: the list as JSON.
inline std::string summary(const std::string &fs, const std::string &images, const std::string &pods = "[]")
{
    return R"({"node":{"nodeName":"n","fs":)" + fs + R"(,"runtime":{"imageFs":)" + images + R"(,"containerFs":)" + images + R"(}},"pods":)" + pods + "}";
}

inline std::string config(const std::string &members)
{
    return R"({"kubeletconfig":{"imageGCHighThresholdPercent":85,"imageGCLowThresholdPercent":80,"imageMinimumGCAge":"2m0s","imageMaximumGCAge":"0s","nodeStatusMaxImages":50)" + members + "}}";
}

inline std::string pod(const std::string &name, const std::string &image, const std::string &id, const std::string &state = R"({"running":{}})", const std::string &spec = "{}")
{
    const std::string phase = state.find("running") != std::string::npos ? "Running" : "Succeeded";
    return R"({"metadata":{"namespace":"a","name":")" + name + R"(","uid":"u-)" + name + R"("},"spec":)" + spec + R"(,"status":{"phase":")" + phase + R"(","containerStatuses":[{"name":"c","image":")" + image
        + R"(","imageID":")" + id + R"(","state":)" + state + "}]}}";
}

inline std::string pods(const std::string &items) { return R"({"items":[)" + items + "]}"; }

} // namespace disk::world
