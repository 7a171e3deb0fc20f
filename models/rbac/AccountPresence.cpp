#include "models/rbac/AccountPresence.h"

#include <algorithm>

namespace rbac {

bool isMissing(const Inputs &inputs, const ServiceAccountRef &account)
{
    const auto isIt = [&](const auto &known) { return known->ref == account; };
    return !inputs.serviceAccounts.empty() && !inputs.isUnreadable("serviceaccounts", account.namespaceName) && std::ranges::none_of(inputs.serviceAccounts, isIt);
}

bool isMissing(const Inputs &inputs, const ObjectRef &identity)
{
    return identity.kind == "ServiceAccount" && isMissing(inputs, ServiceAccountRef{identity.namespaceName, identity.name});
}

} // namespace rbac
