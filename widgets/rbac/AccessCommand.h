#pragma once

#include "models/rbac/Identity.h"
#include "models/rbac/Request.h"

#include <QString>

#include <optional>

namespace rbac {

/// Of a role or a binding, what it says: "kubectl describe role reader -n shop".
QString describeCommand(const ObjectRef &object);
/// All that somebody may do there; an empty namespace: that of the kubeconfig. Whoever looks needs no other name.
QString listCommand(const Identity &who, const std::string &namespaceName, const std::optional<Identity> &viewer = {});
/// Whether somebody may do one thing, as kubectl asks it.
QString askCommand(const Identity &who, const Request &request, const std::optional<Identity> &viewer = {});

} // namespace rbac
