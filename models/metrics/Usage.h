#pragma once

#include "models/base/Clock.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace metrics {

/// CPU time in a time, in billionths of a core.
struct Nanocores
{
    std::int64_t value = 0;

    /// Thousandths of a core, rounded away from zero as kubectl does.
    std::int64_t milli() const { return value / 1'000'000 + (value % 1'000'000 > 0 ? 1 : 0); }
    double cores() const { return static_cast<double>(value) / 1e9; }
    auto operator<=>(const Nanocores &) const = default;
};

struct Bytes
{
    std::int64_t value = 0;

    /// Whole mebibytes; what is left over is dropped, as kubectl does.
    std::int64_t mebi() const { return value / (1024 * 1024); }
    auto operator<=>(const Bytes &) const = default;
};

/// What something used. What was not measured is nothing, never zero.
struct Usage
{
    std::optional<Nanocores> cpu = {};
    std::optional<Bytes> memory = {};               ///< the working set: what cannot be taken away
    base::SystemTime time{};                        ///< when it was measured, by the clock of who measured
    std::chrono::milliseconds window{0};            ///< the CPU is the mean of that time

    /// Adds a part of the same whole: what one of the parts does not tell is not known of the whole. The oldest time counts.
    void add(const Usage &part);
    bool operator==(const Usage &) const = default;
};

struct ContainerUsage
{
    std::string name;
    Usage usage;

    bool operator==(const ContainerUsage &) const = default;
};

/// A pod, with what its containers used, or a node, without any.
struct MeasuredObject
{
    std::string namespaceName;
    std::string name;
    Usage usage;                                    ///< of a pod: of all its containers
    std::vector<ContainerUsage> containers = {};

    bool operator==(const MeasuredObject &) const = default;
};

/// The sum of what a pod's containers used; nothing known where there is none.
Usage totalOf(const std::vector<ContainerUsage> &containers);

} // namespace metrics
