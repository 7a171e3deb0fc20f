#include "models/rbac/Basis.h"

#include "models/rbac/ChangeSet.h"

#include <utility>

namespace rbac {

namespace {

/// An evaluator keeps some room for every name that it ever knew.
constexpr unsigned MostTakenOver = 200;

} // namespace

Basis::Basis(Inputs known) : inputs(std::move(known)), evaluator(inputs) { }

Basis::Basis(Inputs known, const Basis &before) : inputs(std::move(known)), m_takenOver(before.m_takenOver + 1)
{
    if (m_takenOver > MostTakenOver || !isSmallChange(before.inputs, inputs)) {
        evaluator = AccessEvaluator(inputs);
        m_takenOver = 0;
        return;
    }
    evaluator = before.evaluator;
    applyChanges(before.inputs, inputs, evaluator);
}

const std::vector<Risk> &Basis::risks() const
{
    std::call_once(m_once, [this] { m_risks = findRisks(evaluator, inputs); });
    return m_risks;
}

} // namespace rbac
