#pragma once

#include "models/rbac/NetworkObjects.h"

#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// A connection that a pod may want to make.
struct Connection
{
    const NetworkPod *source = nullptr;
    const NetworkPod *target = nullptr;      ///< null: no pod, or one that is not known
    std::string unknownTargetNamespace;      ///< of a pod that is not known
    std::string address;                     ///< of the target; empty: not known
    std::string protocol = "TCP";
    std::optional<int> port;                 ///< at the target; nothing: whichever port is allowed
};

/// What NetworkPolicies say of a connection, if somebody enforces them.
struct PolicyAnswer
{
    enum class Permission { Allowed, Refused, Unknown };

    Permission permission = Permission::Allowed;
    std::vector<ObjectRef> policies;         ///< those that isolate the source or the target in this direction
};

/// Both sides must allow it: the egress of the source and the ingress of the target. A pod that no policy selects is open; policies add
/// up; a pod always reaches itself (k8s.io/api networking/v1). Unknown: policies could not be read, an end uses the node's own network,
/// which plugins treat differently, or its address or namespace decides and is not known.
PolicyAnswer judgePolicies(const NetworkInputs &inputs, const Connection &connection);

} // namespace rbac
