#pragma once

#include "app/headless/RbacRun.h"
#include "models/rbac/ChangeSet.h"
#include "models/rbac/Risks.h"
#include "models/rbac/WhatIf.h"

#include <vector>

namespace headless {

/// The objects of --change and --delete. An object of a file to delete is deleted by its name; what has no namespace is in the run's.
base::Result<rbac::ChangeSet> readChanges(const RbacRun &run);

/// Who would make a change: who was named, else the kubeconfig's own user, else nobody.
std::optional<rbac::Identity> writerOf(const RbacRun &run);

text::Value riskShape(const rbac::Risk &risk);
/// before: the risks there are now.
text::Value whatIfShape(const rbac::WhatIf &effect, const rbac::FoundRisks &before);

} // namespace headless
