#pragma once

#include "models/metrics/Usage.h"
#include "models/text/Value.h"

#include <optional>

namespace metrics {

/// What was promised to something, and what it may use at the most. Nothing: there is no such promise or bound.
struct Allowance
{
    std::optional<Nanocores> cpuRequest = {};
    std::optional<Nanocores> cpuLimit = {};
    std::optional<Bytes> memoryRequest = {};
    std::optional<Bytes> memoryLimit = {};

    bool operator==(const Allowance &) const = default;
};

/// Of all containers that run at the same time, sidecars included, or of the pod where it says so itself. A pod has a limit only when each of
/// them has one.
Allowance allowanceOfPod(const text::Value &pod);

/// A node's limit is what it has for pods.
Allowance allowanceOfNode(const text::Value &node);

} // namespace metrics
