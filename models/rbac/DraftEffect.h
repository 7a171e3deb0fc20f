#pragma once

#include "models/rbac/Basis.h"
#include "models/rbac/Draft.h"
#include "models/rbac/WhatIf.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// What becomes of an object of a draft.
enum class DraftState {
    New,            ///< it is not there yet
    Changed,
    Replaced,       ///< its roleRef is another, so it is deleted and made anew
    Unchanged,      ///< it is so already
    Deleted,
    Gone,           ///< to be deleted, and not there
    Other,          ///< no role and no binding: it goes along
    Hidden,         ///< its kind may not be read, so it is not known what is there
};

/// One object of a draft, judged.
struct DraftVerdict
{
    DraftedObject object;
    DraftState state = DraftState::New;
};

/// What one draft comes to.
struct DraftOutcome
{
    std::vector<DraftVerdict> objects;
    std::vector<DraftProblem> problems;
};

/// What several drafts come to together, on what is known at one moment.
struct DraftEffect
{
    std::vector<DraftOutcome> drafts;       ///< in the order of what was drafted
    ChangeSet changes;
    WhatIf whatIf;
    AccessEvaluator after;
};

/// The findings that a change brings, and those it takes away.
struct RiskChanges
{
    std::vector<Risk> appeared;
    std::vector<Risk> gone;
};

/// An object that is drafted twice counts where it is first. writer: who would apply it; nothing: nobody knows. A pure function, any thread.
DraftEffect effectOf(const Basis &basis, const std::vector<Draft> &drafts, const std::optional<Identity> &writer);

/// Takes as long as looking for all risks. Any thread.
RiskChanges riskChanges(const Basis &basis, const DraftEffect &effect);

/// Whether an object, as somebody read it, is another one now, or is gone.
bool isOtherThan(const DraftedObject &read, const Basis &basis);

} // namespace rbac
