#pragma once

#include "models/environment/SecretNames.h"
#include "models/environment/Sources.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace environment {

/// Where the value of a variable comes from.
struct Origin
{
    enum class Kind : std::uint8_t {
        Literal,
        ConfigMap,      ///< name and key
        Secret,         ///< name and key
        Field,          ///< name: the path
        Resource,       ///< name: the resource; key: the container it is of, empty: its own
        File,           ///< name: the volume; key: path and key in it
        Service,        ///< name; key: its namespace
        Container,      ///< the image, the runtime, a device plugin, or a source that is gone: found inside only
    };

    Kind kind = Kind::Literal;
    std::string name = {};
    std::string key = {};

    bool operator==(const Origin &) const = default;
};

/// "ConfigMap app/LOG_LEVEL", "literal", "fieldRef metadata.name"
std::string textOf(const Origin &origin);

/// Why there is no value.
enum class Gap : std::uint8_t {
    None,
    NotRead,        ///< nobody asked for the Secret yet
    Refused,        ///< whoever looks may not read the source
    Missing,        ///< the object or its key is not there, and must be
    NotSet,         ///< the node's kubelet leaves the name out
    Unusable,       ///< no container starts with such a value
    NoNode,         ///< an amount of the node would be needed
    BadField,       ///< the field cannot be told this way
    InFile,         ///< in a file that the pod itself writes
    Absent,         ///< the container has it no more, or not yet: known from inside only
};

/// One variable as the container would get it if it started now, and what is known of what it got.
struct Variable
{
    std::string name;                           ///< empty: all that a source has which cannot be read; they begin with `prefix`
    std::string prefix = {};
    std::optional<std::string> value = {};
    Origin origin = {};
    std::vector<Origin> overrides = {};         ///< what was said of the name before, first to last
    bool isSecret = false;                      ///< it holds something out of a Secret, or may
    bool isExpanded = false;                    ///< it was written with $(NAME)
    bool isYounger = false;                     ///< its Service or source was made after the container started
    Gap gap = Gap::None;
    std::string error = {};                     ///< in the words of the kubelet or of the server; empty: nothing is wrong
    std::optional<bool> isChanged = {};         ///< the container has something else; nothing: not known
    std::optional<std::string> valueAtStart = {};   ///< what the running container has, where it was asked and differs
    bool wasAbsent = false;                     ///< the running container was asked and has none

    bool operator==(const Variable &) const = default;
};

/// The environment of one container.
struct Environment
{
    std::string container;
    /// In the order in which the kubelet sets them: envFrom in its order, the keys of a source by name; then env; an override stands where it was
    /// set last. Then Services, by name. The kubelet hands them to the runtime out of a map, in no order at all.
    std::vector<Variable> variables;
    std::string failure = {};                   ///< what keeps the container from starting, in the kubelet's words; empty: nothing known
    std::string failureReason = {};             ///< the word for it in the container's status
    std::string servicesError = {};             ///< why variables of Services may be missing
    bool isStarted = false;                     ///< there is a container to compare with
    SecretNames secretNames = {};

    std::size_t secretsNotRead() const;
};

/// What a container gets by kubelet_pods.go (makeEnvironmentVariables, Kubernetes 1.36) from what is known. What the image, the runtime and
/// device plugins add is not known. A pure function.
Environment effectiveEnvironment(const text::Value &pod, std::string_view container, const Surroundings &surroundings);

/// Settles what is changed by what the running container has; the rest of what it has comes behind, as of the container.
void compareWith(Environment &environment, const std::vector<std::pair<std::string, std::string>> &inside);

/// Whether what is found inside only may be shown to anybody: names that images and runtimes set.
bool isOrdinaryName(std::string_view name);

} // namespace environment
