#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace overview {

/// How kubelets of one version get on with the API server, by Kubernetes' version skew policy.
enum class Skew {
    Supported,
    TooOld,         ///< more than three minor versions behind
    Newer,          ///< than the API server, which it must never be
    Unknown,        ///< one of them tells no version
};
Skew skewOf(std::string_view server, std::string_view kubelet);

struct KubeletVersion
{
    std::string version;
    std::size_t nodes = 0;
    Skew skew = Skew::Unknown;

    bool operator==(const KubeletVersion &) const = default;
};

/// Each version once, what is not supported first, then the newest; from one version per node.
std::vector<KubeletVersion> kubeletVersions(std::string_view server, const std::vector<std::string> &kubelets);

} // namespace overview
