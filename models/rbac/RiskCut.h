#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/Risks.h"

#include <vector>

namespace rbac {

/// The fewest bindings without which the subject of a finding, groups that come with it included, does not have the risk there any more. Empty where no
/// binding makes it, and for members of system:masters, whom the server lets do everything whatever bindings say.
std::vector<ObjectRef> cutOfRisk(const AccessEvaluator &evaluator, const Inputs &inputs, const Risk &risk);

} // namespace rbac
