// All entries of the Downward API of a pod: found, resolved and told in words, beside parsing the JSON of the same pod.
// bench_downward [ENTRIES]; 200 when not given. Exit code 1 when the bar is missed.

#include "models/downward/Inspection.h"
#include "models/text/Json.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr double Bar = 5;   // ms
constexpr int Runs = 5;
constexpr int Rounds = 20;  // in one run

double since(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::string entryOf(int i)
{
    constexpr const char *fields[] = {
        R"("resourceFieldRef":{"resource":"limits.cpu","divisor":"1m"})", R"("resourceFieldRef":{"containerName":"bare","resource":"limits.memory","divisor":"1Mi"})",
        R"("resourceFieldRef":{"containerName":"web","resource":"requests.memory","divisor":"1M"})", R"("fieldRef":{"apiVersion":"v1","fieldPath":"status.podIPs"})",
        R"("fieldRef":{"apiVersion":"v1","fieldPath":"metadata.labels['app-19']"})"};
    return R"({"name":"V)" + std::to_string(i) + R"(","valueFrom":{)" + fields[i % 5] + "}}";
}

std::string itemOf(int i)
{
    constexpr const char *fields[] = {
        R"("fieldRef":{"fieldPath":"metadata.labels"})", R"("fieldRef":{"fieldPath":"metadata.annotations"})", R"("resourceFieldRef":{"containerName":"bare","resource":"limits.ephemeral-storage"})",
        R"("resourceFieldRef":{"containerName":"web","resource":"limits.cpu"})"};
    return R"({"path":"dir/file-)" + std::to_string(i) + R"(",)" + fields[i % 4] + '}';
}

template<typename Make>
std::string listOf(int count, Make make)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += (i ? "," : "") + make(i);
    return '[' + out + ']';
}

/// Half of the entries in env, half in a volume that three containers mount; forty labels and annotations.
std::string podOf(int entries)
{
    std::string pairs;
    for (int i = 0; i < 40; ++i)
        pairs += (i ? ",\"app-" : "\"app-") + std::to_string(i) + R"(":"a \"value\" of some length")";
    const std::string mounts = R"("volumeMounts":[{"name":"info","mountPath":"/etc/info"}])";
    return R"({"metadata":{"name":"web-0","namespace":"shop","uid":"u","labels":{)" + pairs + R"(},"annotations":{)" + pairs + R"(}},"spec":{"nodeName":"n","containers":[{"name":"web","env":)"
        + listOf(entries / 2, entryOf) + R"(,"resources":{"limits":{"cpu":"250m"},"requests":{"memory":"100Mi"}},)" + mounts + R"(},{"name":"bare",)" + mounts + R"(},{"name":"more",)" + mounts
        + R"(}],"volumes":[{"name":"info","downwardAPI":{"items":)" + listOf(entries - entries / 2, itemOf) + R"(}}]},"status":{"podIP":"10.0.0.1","podIPs":[{"ip":"10.0.0.1"}]}})";
}

double median(std::vector<double> figures)
{
    std::sort(figures.begin(), figures.end());
    return figures[figures.size() / 2];
}

std::size_t tell(const text::Value &pod, const text::Value &node)
{
    std::size_t size = 0;
    for (const downward::Entry &entry : downward::inspect(pod, &node))
        size += entry.resolved.value.value_or("").size() + englishOf(entry.steps()).size();
    return size;
}

} // namespace

int main(int argc, char **argv)
{
    const int entries = argc > 1 ? std::atoi(argv[1]) : 200;
    const std::string json = podOf(entries);
    const auto pod = text::parseJson(json);
    const auto node = text::parseJson(R"({"metadata":{"name":"n"},"status":{"allocatable":{"cpu":"4","memory":"8Gi","ephemeral-storage":"100Gi"}}})");
    if (!pod || !node || downward::inspect(*pod, &*node).size() != static_cast<std::size_t>(entries))
        return 2;
    std::vector<double> told, parsed;
    std::size_t size = 0;
    for (int run = 0; run < Runs; ++run) {
        const auto begin = Clock::now();
        for (int round = 0; round < Rounds; ++round)
            size += tell(*pod, *node);
        told.push_back(since(begin) / Rounds);
        const auto floor = Clock::now();
        for (int round = 0; round < Rounds; ++round)
            size += text::parseJson(json)->members().size();
        parsed.push_back(since(floor) / Rounds);
    }
    const double figure = median(told), floor = median(parsed);
    std::printf("inspector, %d entries: %.2f ms (bar %.0f ms), %.1fx parsing the pod's %zu KiB (%.2f ms): %s\n", entries, figure, Bar, figure / floor, json.size() / 1024, floor, figure <= Bar && size ? "met" : "MISSED");
    return figure <= Bar ? 0 : 1;
}
