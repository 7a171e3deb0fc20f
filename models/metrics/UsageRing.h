#pragma once

#include "models/metrics/Series.h"
#include "models/metrics/UsageTable.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace metrics {

/// What was sampled while the program runs: history for clusters where nobody keeps one.
///
/// Of each pod, container and node the newest samples are kept, 12 bytes each: an hour of samples every 15 s as long as all of them fit into
/// MostBytes, which 17 000 do. Of 50 000 pods of one container each it is the last ten minutes. One thread.
class UsageRing
{
public:
    static constexpr std::size_t MostSamples = 240;
    static constexpr std::size_t MostBytes = 48 * 1024 * 1024;

    /// What is not in the table had nothing measured now; who had nothing for as long as the ring goes back is forgotten.
    void add(const UsageTable &table);
    /// The same by parts, from first up to stop, without it: the first part begins at 0.
    void add(const UsageTable &table, std::size_t first, std::size_t stop);

    /// By time, rising. Where nothing was measured there is no point; keys are "namespace/pod", "namespace/pod/container" or a node's name.
    std::vector<Point> cpu(std::string_view key) const;         ///< cores
    std::vector<Point> memory(std::string_view key) const;      ///< bytes

    /// Those that begin so, and have nothing behind a further slash, in their order: "" names the nodes, "a/" the pods of a namespace, "a/web/" the containers of a pod.
    std::vector<std::string> keys(std::string_view beginning) const;

    std::size_t size() const { return m_series.size(); }
    /// How many samples each of them keeps, now that there are so many.
    std::size_t capacity() const;
    /// Bytes of the samples.
    std::size_t memory() const;

private:
    /// Times in seconds; CPU in cores as a float, memory in KiB; what was not measured is NaN or all ones.
    struct Sample
    {
        std::uint32_t time = 0;
        float cores = 0;
        std::uint32_t kibibytes = 0;
    };
    struct Samples
    {
        std::vector<Sample> ring;       ///< grows up to the capacity
        std::size_t oldest = 0;
        std::uint32_t lastSeen = 0;     ///< of the tables that were added
    };

    void add(const std::string &key, const Usage &usage);
    static Sample sampleOf(const Usage &usage);
    static void straighten(Samples &samples, std::size_t most);
    static void push(Samples &samples, const Sample &sample, std::size_t capacity);
    template<typename Value>
    std::vector<Point> points(std::string_view key, Value value) const;
    void forgetSilent(std::size_t buckets);

    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::unordered_map<std::string, Samples, Hash, std::equal_to<>> m_series;
    std::uint32_t m_tables = 0;
    std::size_t m_swept = 0;            ///< the bucket from which silent ones are looked for next
};

} // namespace metrics
