#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/Inputs.h"
#include "models/rbac/Risks.h"

#include <utility>
#include <vector>

namespace rbac {

/// What questions about access are answered from, at one moment. Shared between threads, so nobody changes it.
struct Basis
{
    explicit Basis(Inputs known) : inputs(std::move(known)), evaluator(inputs), risks(findRisks(evaluator, inputs)) { }

    Inputs inputs;
    AccessEvaluator evaluator;
    std::vector<Risk> risks;
};

} // namespace rbac
