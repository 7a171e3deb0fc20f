#pragma once

#include "models/base/Result.h"
#include "models/environment/Sources.h"

#include <memory>
#include <string>

namespace kube {
class Api;
}

namespace headless {

class ObjectsFromFiles;

/// Where the objects of an environment come from: a cluster, or files that stand for one.
class EnvSources
{
public:
    virtual ~EnvSources() = default;
    virtual base::Result<text::Value> pod(const std::string &namespaceName, const std::string &name) = 0;
    /// What the container names, as it is now. What is refused says so.
    virtual environment::Surroundings around(const text::Value &pod, const text::Value &container) = 0;
};

/// The API outlives it.
std::unique_ptr<EnvSources> envSourcesOf(kube::Api &api);
/// The objects outlive it.
std::unique_ptr<EnvSources> envSourcesOf(const ObjectsFromFiles &objects);

} // namespace headless
