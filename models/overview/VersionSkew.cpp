#include "models/overview/VersionSkew.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace overview {

namespace {

constexpr int MostMinorsBehind = 3;     // since 1.28

std::optional<int> takeNumber(std::string_view &text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

} // namespace

std::optional<MinorVersion> MinorVersion::parse(std::string_view text)
{
    if (text.starts_with('v'))
        text.remove_prefix(1);
    const auto major = takeNumber(text);
    if (!major || !text.starts_with('.'))
        return std::nullopt;
    text.remove_prefix(1);
    const auto minor = takeNumber(text);
    if (!minor)
        return std::nullopt;
    return MinorVersion{*major, *minor};
}

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
