#pragma once

#include "models/rbac/Inputs.h"
#include "models/text/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// A token that a volume of the pod projects; the kubelet asks for it and replaces it before it ends.
struct ProjectedToken
{
    std::string volume;
    std::string audience;                    ///< empty: the API server's own
    std::int64_t expirationSeconds = 3600;
    std::string path;

    /// Whether the API server takes it, as far as the audience tells.
    bool isForApiServer() const { return audience.empty(); }
    bool operator==(const ProjectedToken &) const = default;
};

/// As whom a pod acts at the API server, and with what.
struct PodIdentity
{
    enum class DecidedBy { Pod, ServiceAccount, Default };

    std::optional<ServiceAccountRef> account;       ///< nothing: a static pod
    bool isAccountKnown = false;                    ///< the ServiceAccount itself was found
    bool automount = false;                         ///< S26: the pod's own word, else the account's, else yes
    DecidedBy decidedBy = DecidedBy::Default;
    std::vector<ProjectedToken> tokens;             ///< in the order of the volumes
    std::vector<ObjectRef> tokenSecrets;            ///< Secrets that hold a token of the account without an end
    std::vector<ObjectRef> mountableSecrets;        ///< those that the account lists
    bool mountsOnlyThose = false;                   ///< the account's annotation limits its pods to them
    std::vector<ObjectRef> imagePullSecrets;        ///< the pod's own, else the account's

    /// Whether a container finds a token that the API server takes in one of its volumes.
    bool hasApiToken() const;
};

/// pod is a Pod as it is stored or written; admission's defaults are applied (kubernetes plugin/pkg/admission/serviceaccount).
PodIdentity podIdentity(const text::Value &pod, const Inputs &inputs);

/// "pod", "serviceaccount", "default"
std::string_view decidedByName(PodIdentity::DecidedBy decidedBy);

} // namespace rbac
