#pragma once

#include "models/text/Value.h"

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace environment {

enum class SourceKind { ConfigMap, Secret };

/// "ConfigMap"
std::string_view wordOf(SourceKind kind);

/// An object in the pod's namespace that its environment names.
struct SourceName
{
    SourceKind kind = SourceKind::ConfigMap;
    std::string name;

    auto operator<=>(const SourceName &) const = default;
};

/// What is known of such an object.
struct Source
{
    enum class State {
        NotAsked,
        Metadata,       ///< that it is there, and when it was changed
        Whole,
        Missing,
        Refused,        ///< it could not be read
    };

    State state = State::NotAsked;
    std::shared_ptr<const text::Value> object = {};     ///< the last that was read, or null
    std::string words = {};                             ///< of the server that refused it
};

/// The names under which the object has text: all of them in their order. Of a Secret whose values were not read, those that somebody owns.
std::vector<std::string> keysOf(const Source &source);
/// What the container gets of such a value; a Secret's are written in base64.
std::string contentOf(SourceKind kind, const text::Value &value);
/// Why no container can be started with a value, in the runtime's words; empty: one can.
std::string problemOf(std::string_view value);
/// When an object was made, in unix seconds.
std::optional<std::int64_t> createdAt(const text::Value &object);

/// Everything around a pod that its environment is made of, as far as it is known.
struct Surroundings
{
    std::map<SourceName, Source> sources;
    /// Those of the pod's namespace, and kubernetes in default. Nothing: they are not known.
    std::optional<std::vector<std::shared_ptr<const text::Value>>> services = {};
    std::string servicesError = {};                     ///< why not
    std::shared_ptr<const text::Value> node = {};       ///< the pod's, or null
    std::string nodeError = {};                         ///< why not

    const Source &of(const SourceName &name) const;
};

/// The container of that name, whichever list of the pod it is in; null when there is none.
const text::Value *findContainer(const text::Value &pod, std::string_view name);
/// The names of all containers that run or ran once: init containers, containers, debug containers.
std::vector<std::string> containerNames(const text::Value &pod);

/// The objects that a container's environment names, each once, in the order in which the kubelet needs them.
std::vector<SourceName> sourcesOf(const text::Value &container);
/// Those of all containers.
std::vector<SourceName> sourcesOfPod(const text::Value &pod);
/// Whether the environment asks for amounts that the node may have to tell.
bool needsNode(const text::Value &container);
/// Whether the Services of the namespace become variables, too; kubernetes always does.
bool linksServices(const text::Value &pod);

} // namespace environment
