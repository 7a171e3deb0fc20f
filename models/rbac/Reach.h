#pragma once

#include "models/rbac/NetworkObjects.h"
#include "models/rbac/Sentence.h"

#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// Whether a pod can talk to something over the network; RBAC has no part in it.
struct NetworkReach
{
    /// BlockedIfEnforced: nothing was seen that enforces NetworkPolicies; many network plugins do not.
    enum class Verdict { Open, Blocked, BlockedIfEnforced, NoEndpoint, Unknown };

    Verdict verdict = Verdict::Unknown;
    std::vector<std::string> dns;         ///< names that the source can use, the whole one first
    std::vector<std::string> endpoints;   ///< "10.0.0.7:8080", or "Pod/shop/web:8080" while it has no address
    std::vector<ObjectRef> policies;      ///< the NetworkPolicies that apply, sorted
    Sentence reason;                      ///< for people
};

/// "open", "blocked", "blocked-if-enforced", "no-endpoint", "unknown"
std::string_view verdictName(NetworkReach::Verdict verdict);

/// To a pod. port: a number, the name of one of its ports, or empty: any that its containers declare. Open when one of several is.
NetworkReach reachPod(const NetworkInputs &inputs, const NetworkPod &source, const NetworkPod &target, std::string_view port = {});

/// To a Service, through its ready endpoints; without EndpointSlices, as in files, through the pods that it selects. port: of the Service,
/// by number or name, or empty: all.
NetworkReach reachService(const NetworkInputs &inputs, const NetworkPod &source, const NetworkService &service, std::string_view port = {});

} // namespace rbac
