#pragma once

#include "models/rbac/Risks.h"

namespace rbac {

/// R17, R55 to R58 and R63 to R67: what is asked of whole bindings and subjects and not of single rights. Adds to what was found so far,
/// which it reads.
void addStructuralRisks(const AccessEvaluator &evaluator, const Inputs &inputs, std::vector<Risk> &risks);

} // namespace rbac
