#pragma once

#include "models/demo/Cluster.h"

#include <string>
#include <vector>

namespace demo {

/// What a container of the sample cluster uses: something around its requests, swaying slowly with the time.
struct ContainerLoad
{
    double seed = 0;
    double cores = 0;           ///< around which it sways
    double bytes = 0;

    double coresAt(double second) const;
    /// Core seconds between two moments.
    double coreSeconds(double from, double to) const;
    double bytesAt(double second) const;
};

ContainerLoad loadOf(const text::Value &container, const std::string &pod);

/// What a node uses: its running pods, and the system itself.
struct NodeLoad
{
    static constexpr double SystemCores = 0.12;
    static constexpr double SystemBytes = 640.0 * 1024 * 1024;

    std::vector<ContainerLoad> containers;

    double coresAt(double second) const;
    double coreSeconds(double from, double to) const;
    double bytesAt(double second) const;
};

NodeLoad loadOf(const Object &node, const Cluster &cluster);

bool isRunning(const Object &pod);
/// A quantity at the end of a path, or the fallback.
double quantityOr(const text::Value &value, double fallback);
/// Of a time of the API in seconds since 1970; 0 where there is none.
double secondOf(const text::Value &time);
/// The address by which a node is reached.
std::string addressOf(const Object &node);

} // namespace demo
