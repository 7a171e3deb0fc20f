#pragma once

#include "models/rbac/AccessEvaluator.h"
#include "models/rbac/Inputs.h"
#include "models/rbac/Risks.h"

#include <mutex>
#include <vector>

namespace rbac {

/// What questions about access are answered from, at one moment. Shared between threads, so nobody changes it.
struct Basis
{
    explicit Basis(Inputs known);
    /// The same as without the one before, of which it takes over what did not change.
    Basis(Inputs known, const Basis &before);

    /// All findings in order. Looked for when somebody asks first, which takes long in a large cluster: not on the GUI thread, unless it is known
    /// that somebody asked.
    const std::vector<Risk> &risks() const;

    Inputs inputs;
    AccessEvaluator evaluator;

private:
    unsigned m_takenOver = 0;           ///< how often, one after the other
    mutable std::once_flag m_once;
    mutable std::vector<Risk> m_risks;
};

} // namespace rbac
