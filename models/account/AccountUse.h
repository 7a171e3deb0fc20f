#pragma once

#include "models/detail/LiveList.h"
#include "models/detail/Summary.h"
#include "models/rbac/Basis.h"
#include "models/rbac/PodIdentity.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace account {

/// A list of objects that may use a ServiceAccount.
struct UserKind
{
    std::string_view group;
    std::string_view kind;
};
/// Pods, and what makes them.
inline constexpr std::array<UserKind, 8> userKinds{{{"", "Pod"}, {"apps", "Deployment"}, {"apps", "StatefulSet"}, {"apps", "DaemonSet"}, {"apps", "ReplicaSet"},
                                                   {"", "ReplicationController"}, {"batch", "Job"}, {"batch", "CronJob"}}};

/// What is kept of such an object: whose it is, and whose identity its pods have; nothing where that is another account. Any thread.
detail::LiveList::Reduce userOf(const rbac::ServiceAccountRef &account);

/// What is known of those lists, by kind.
using Users = std::map<std::string, detail::LiveList::Content, std::less<>>;

/// A workload, or a pod of its own, that has the identity of an account.
struct Use
{
    detail::Reference who;
    std::size_t pods = 0;                           ///< that run, or are about to
    std::optional<bool> namesAccount;               ///< no: it names none, so it falls back to "default"; nothing: of a pod, as the server fills it in
    rbac::PodIdentity identity;                     ///< of its pods
    std::shared_ptr<const text::Value> podSpec;     ///< of a pod that runs, else of its template
};

/// In order of kind and name. What another known object makes is told as that one. Any thread.
std::vector<Use> usesOf(const Users &users, const rbac::Inputs &inputs);

/// Where a container finds the token: "/var/run/secrets/tokens/vault"; the path in its volume where no container mounts that.
std::string mountedAt(const text::Value &podSpec, const rbac::ProjectedToken &token);

} // namespace account
