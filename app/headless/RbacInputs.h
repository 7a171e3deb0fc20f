#pragma once

#include "app/headless/CommandLine.h"
#include "models/kube/Api.h"
#include "models/rbac/Identity.h"
#include "models/rbac/Inputs.h"

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace headless {

/// What a question needs besides roles and bindings; everything that is read costs a request. The own user is needed where nobody is
/// named, the viewer in any case. Quotas are for risks, which also ask how old the server is.
enum RbacNeeds : std::uint8_t { OnlyRules = 0, NeedsPods = 1, NeedsAccounts = 2, NeedsSecrets = 4, NeedsCatalog = 8, NeedsOwnUser = 16, NeedsQuotas = 32, NeedsViewer = 64 };

/// The objects of a cluster or of files, and who asked for them.
struct RbacSource
{
    rbac::Inputs inputs;
    std::optional<rbac::Identity> ownUser;   ///< the kubeconfig's, when it was asked for and could be had
    std::vector<text::Value> objects;        ///< of the files all but roles and bindings; empty with a cluster
};

/// From files, which are the whole truth; what has no namespace is in the given one.
base::Result<RbacSource> rbacFromFiles(const std::vector<std::string> &paths, const std::string &namespaceName);

/// Files may hold what a server would never store; each such object is told, and judged all the same.
void warnOfFlaws(const rbac::Inputs &inputs, std::ostream &err);

/// From a cluster, as the kubeconfig's own user. A list that is refused is something that could not be read, not an error; where the
/// cluster's list is refused, the namespaces that are known are asked one by one. Blocks.
base::Result<RbacSource> rbacFromCluster(kube::Api &api, const std::string &namespaceName, int needs);

} // namespace headless
