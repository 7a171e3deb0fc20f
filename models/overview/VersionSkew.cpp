#include "models/overview/VersionSkew.h"

#include "models/kube/MinorVersion.h"

#include <algorithm>
#include <map>

namespace overview {

using kube::MinorVersion;

namespace {

constexpr int MostMinorsBehind = 3;     // since 1.28

} // namespace

Skew skewOf(std::string_view server, std::string_view kubelet)
{
    const auto of = MinorVersion::parse(server), its = MinorVersion::parse(kubelet);
    if (!of || !its)
        return Skew::Unknown;
    if (*its > *of)
        return Skew::Newer;
    return its->major == of->major && its->minor >= of->minor - MostMinorsBehind ? Skew::Supported : Skew::TooOld;
}

std::vector<KubeletVersion> kubeletVersions(std::string_view server, const std::vector<std::string> &kubelets)
{
    std::map<std::string, std::size_t> nodesOf;
    for (const std::string &version : kubelets)
        ++nodesOf[version];
    std::vector<KubeletVersion> versions;
    for (const auto &[version, nodes] : nodesOf)
        versions.push_back({version, nodes, skewOf(server, version)});
    const auto rank = [](const KubeletVersion &of) { return std::pair(of.skew == Skew::Supported, MinorVersion::parse(of.version)); };
    std::ranges::stable_sort(versions, [&](const KubeletVersion &a, const KubeletVersion &b) {
        return rank(a).first != rank(b).first ? rank(a).first < rank(b).first : rank(a).second > rank(b).second;
    });
    return versions;
}

} // namespace overview
