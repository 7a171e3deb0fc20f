#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace diagnosis {

/// What the scheduler says of a pod that no node takes (framework.FitError):
/// "0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint(s). preemption: 0/3 nodes are available: ..."
struct SchedulingMessage
{
    struct Reason
    {
        std::int64_t nodes = 0;         ///< 0: it is about the pod, whatever the node
        std::string text;

        bool operator==(const Reason &) const = default;
    };

    std::int64_t nodes = 0;             ///< of the cluster
    std::vector<Reason> reasons;        ///< as the scheduler orders them
    std::string preemption;             ///< what came of trying to make room; empty when it was not tried
};

/// Reads as much of it as it understands; of another text nothing.
SchedulingMessage readSchedulingMessage(std::string_view message);

} // namespace diagnosis
