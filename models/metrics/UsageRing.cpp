#include "models/metrics/UsageRing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace metrics {

namespace {

/// A pod has a series and one for each container.
constexpr std::size_t BucketsAtLeast = 16, BucketsPerObject = 4;
constexpr std::uint32_t noMemory = std::numeric_limits<std::uint32_t>::max();

std::uint32_t secondsOf(base::SystemTime time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(seconds, 0, std::numeric_limits<std::uint32_t>::max()));
}

} // namespace

std::size_t UsageRing::capacity() const
{
    const std::size_t room = MostBytes / sizeof(Sample) / std::max<std::size_t>(m_series.size(), 1);
    return std::clamp<std::size_t>(room, 2, MostSamples);
}

std::size_t UsageRing::memory() const
{
    std::size_t bytes = 0;
    for (const auto &[key, samples] : m_series)
        bytes += samples.ring.capacity() * sizeof(Sample);
    return bytes;
}

void UsageRing::add(const UsageTable &table)
{
    add(table, 0, table.objects().size());
}

void UsageRing::add(const UsageTable &table, std::size_t first, std::size_t stop)
{
    m_tables += first == 0 ? 1 : 0;
    for (std::size_t i = first; i < stop; ++i) {
        const MeasuredObject &object = table.objects()[i];
        const std::string key = keyOf(object);
        add(key, object.usage);
        for (const ContainerUsage &container : object.containers)
            add(key + '/' + container.name, container.usage);
    }
    forgetSilent(BucketsAtLeast + BucketsPerObject * (stop - first));
}

UsageRing::Sample UsageRing::sampleOf(const Usage &usage)
{
    const auto kibibytes = usage.memory ? std::min<std::int64_t>(usage.memory->value / 1024, noMemory - 1) : noMemory;
    return {secondsOf(usage.time), usage.cpu ? static_cast<float>(usage.cpu->cores()) : std::numeric_limits<float>::quiet_NaN(), static_cast<std::uint32_t>(kibibytes)};
}

/// The oldest one first, as many as are kept.
void UsageRing::straighten(Samples &samples, std::size_t most)
{
    std::vector<Sample> &ring = samples.ring;
    std::ranges::rotate(ring, ring.begin() + static_cast<std::ptrdiff_t>(std::exchange(samples.oldest, 0)));
    if (ring.size() > most)
        ring.erase(ring.begin(), ring.end() - static_cast<std::ptrdiff_t>(most));
}

/// A time told twice is the same sample. One before the last means that the clock was put back: what was noted in its future is dropped.
void UsageRing::push(Samples &samples, const Sample &sample, std::size_t capacity)
{
    std::vector<Sample> &ring = samples.ring;
    const std::size_t newest = ring.empty() ? 0 : (samples.oldest + ring.size() - 1) % ring.size();
    if (!ring.empty() && ring[newest].time >= sample.time) {
        straighten(samples, capacity);
        while (!ring.empty() && ring.back().time >= sample.time)
            ring.pop_back();
    }
    if (ring.size() == capacity) {
        ring[samples.oldest] = sample;
        samples.oldest = (samples.oldest + 1) % ring.size();
        return;
    }
    straighten(samples, capacity - 1);
    if (ring.size() == ring.capacity())
        ring.reserve(std::min(capacity, std::max<std::size_t>(8, ring.size() * 2)));
    ring.push_back(sample);
}

void UsageRing::add(const std::string &key, const Usage &usage)
{
    if (usage.time == base::SystemTime{} || (!usage.cpu && !usage.memory))
        return;
    Samples &samples = m_series[key];
    samples.lastSeen = m_tables;
    push(samples, sampleOf(usage), capacity());
}

/// All of them at once would take as long as a frame; so many buckets further with each part of a table is all of them with each table.
void UsageRing::forgetSilent(std::size_t buckets)
{
    const std::size_t kept = capacity(), all = m_series.bucket_count();
    std::vector<std::string> silent;
    for (std::size_t i = 0; i < std::min(buckets, all); ++i, ++m_swept)
        for (auto series = m_series.cbegin(m_swept % all); series != m_series.cend(m_swept % all); ++series)
            if (m_tables - series->second.lastSeen > kept)
                silent.push_back(series->first);
    for (const std::string &key : silent)
        m_series.erase(key);
}

template<typename Value>
std::vector<Point> UsageRing::points(std::string_view key, Value value) const
{
    std::vector<Point> out;
    const auto found = m_series.find(key);
    if (found == m_series.end())
        return out;
    const Samples &samples = found->second;
    for (std::size_t i = 0; i < samples.ring.size(); ++i) {
        const Sample &sample = samples.ring[(samples.oldest + i) % samples.ring.size()];
        if (const double number = value(sample); std::isfinite(number))
            out.push_back({base::SystemTime(std::chrono::seconds(sample.time)), number});
    }
    return out;
}

std::vector<std::string> UsageRing::keys(std::string_view beginning) const
{
    std::vector<std::string> out;
    for (const auto &[key, samples] : m_series)
        if (key.starts_with(beginning) && key.find('/', beginning.size()) == key.npos)
            out.push_back(key);
    std::ranges::sort(out);
    return out;
}

std::vector<Point> UsageRing::cpu(std::string_view key) const
{
    return points(key, [](const Sample &sample) { return static_cast<double>(sample.cores); });
}

std::vector<Point> UsageRing::memory(std::string_view key) const
{
    return points(key, [](const Sample &sample) { return sample.kibibytes == noMemory ? std::nan("") : static_cast<double>(sample.kibibytes) * 1024; });
}

} // namespace metrics
