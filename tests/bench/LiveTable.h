#pragma once

#include "tests/bench/PodLists.h"
#include "tests/fault/cluster/LiveServer.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

/// A server on a socket that has many pods and changes them, as protobuf.
namespace bench {

/// A pod whose restarts and resourceVersion can be written in place: 64 variants in as many namespaces and nodes.
class PodMould
{
public:
    PodMould()
    {
        for (int variant = 0; variant < 64; ++variant) {
            m_pods.push_back(encoded(variant, 1024));
            const std::string other = encoded(variant, 1025);
            m_restartsAt.push_back(static_cast<std::size_t>(std::mismatch(m_pods.back().begin(), m_pods.back().end(), other.begin()).first
                                                            - m_pods.back().begin()));
        }
    }

    /// A pod has always the same variant. Restarts from 1024 to 8191 take two bytes.
    std::string pod(std::size_t number, std::size_t version, std::size_t restarts) const
    {
        std::string pod = m_pods[number % m_pods.size()];
        setNumber(pod, number);
        pod.replace(pod.find(VersionMark), VersionMark.size(), versionText(version));
        const std::size_t at = m_restartsAt[number % m_pods.size()];
        pod[at] = static_cast<char>((restarts & 0x7f) | 0x80);
        pod[at + 1] = static_cast<char>(restarts >> 7);
        return pod;
    }
    /// Versions have the same number of digits.
    static std::string versionText(std::size_t version) { return std::to_string(20'000'000 + version); }

private:
    static constexpr std::string_view VersionMark = "10000000";

    static std::string encoded(int variant, int restarts)
    {
        std::string json = podJson(variant);
        const auto replace = [&](const std::string &from, const std::string &to) { json.replace(json.find(from), from.size(), to); };
        replace("\"resourceVersion\":\"100" + std::to_string(10 + variant) + '"', "\"resourceVersion\":\"" + std::string(VersionMark) + '"');
        replace("\"restartCount\":" + std::to_string(variant % 5), "\"restartCount\":" + std::to_string(restarts));
        return encode(*fields::findType("v1", "Pod"), *text::parseJson(json));
    }

    std::vector<std::string> m_pods;
    std::vector<std::size_t> m_restartsAt;
};

inline std::string framed(const std::string &type, const std::string &pod)
{
    const std::string event = protobuf::bytes(1, type) + protobuf::bytes(2, protobuf::bytes(1, protobuf::object("v1", "Pod", pod)));
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(event.size() >> shift);
    return out + event;
}

inline std::string endOfList()
{
    const auto pod = text::parseJson(R"({"metadata":{"resourceVersion":"20000000","annotations":{"k8s.io/initial-events-end":"true"}}})");
    return framed("BOOKMARK", encode(*fields::findType("v1", "Pod"), *pod));
}

/// What the server says to a watch: all pods, the end of the list, and what `more` adds.
inline support::Script listOf(const PodMould &mould, std::size_t pods)
{
    support::Script script = support::Script::stream(200, {{"Content-Type", "application/vnd.kubernetes.protobuf;stream=watch"}});
    constexpr std::size_t batch = 500;
    for (std::size_t begin = 0; begin < pods; begin += batch) {
        std::string bytes;
        for (std::size_t i = begin; i < std::min(pods, begin + batch); ++i)
            bytes += framed("ADDED", mould.pod(i, 0, 1024 + i % 97));
        script.send(std::move(bytes));
    }
    script.send(endOfList());
    return script;
}

} // namespace bench
