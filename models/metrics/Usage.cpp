#include "models/metrics/Usage.h"

#include <algorithm>
#include <limits>

namespace metrics {

namespace {

/// Held at the ends: a server may send anything.
std::int64_t sum(std::int64_t a, std::int64_t b)
{
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    return b > 0 && a > most - b ? most : a + b;
}

template<typename Unit>
std::optional<Unit> sum(const std::optional<Unit> &a, const std::optional<Unit> &b)
{
    return a && b ? std::optional(Unit{sum(a->value, b->value)}) : std::nullopt;
}

} // namespace

void Usage::add(const Usage &part)
{
    cpu = sum(cpu, part.cpu);
    memory = sum(memory, part.memory);
    time = std::min(time, part.time);
    window = std::max(window, part.window);
}

Usage totalOf(const std::vector<ContainerUsage> &containers)
{
    if (containers.empty())
        return {};
    Usage total = containers.front().usage;
    for (std::size_t i = 1; i < containers.size(); ++i)
        total.add(containers[i].usage);
    return total;
}

} // namespace metrics
