#pragma once

#include "models/rbac/Basis.h"

#include <QStringList>

namespace viewas {

/// Whom the accounts and bindings of a cluster name, as one types them: "team-a/web", "jane", "Group/devs".
QStringList knownIdentities(const rbac::Basis &basis);
/// The groups alone.
QStringList knownGroups(const rbac::Basis &basis);

} // namespace viewas
