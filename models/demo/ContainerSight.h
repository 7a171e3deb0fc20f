#pragma once

#include "models/demo/Cluster.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace demo {

/// A container of a pod, as a process in it would see the world.
struct Insight
{
    const text::Value &pod;
    const text::Value &container;
    const Cluster &cluster;
};

using EnvironmentOfContainer = std::vector<std::pair<std::string, std::string>>;

/// What kubelet and runtime give to it: envFrom and env with their references, $(NAME) put in, the services of its namespace.
EnvironmentOfContainer environmentIn(const Insight &insight);

/// A file of a volume of ConfigMaps, Secrets and the Downward API; nothing where there is none.
std::optional<std::string> fileIn(const Insight &insight, const std::string &path);

} // namespace demo
