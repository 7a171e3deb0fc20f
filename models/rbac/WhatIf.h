#pragma once

#include "models/rbac/ChangeSet.h"
#include "models/rbac/Explain.h"
#include "models/rbac/WriteCheck.h"

#include <optional>
#include <vector>

namespace rbac {

/// A right that somebody gets or loses.
struct RightChange
{
    ObjectRef identity;
    Right right;

    auto operator<=>(const RightChange &) const = default;
};

/// What a change would do. A right that was held already in another way is not gained, one that is still held not lost.
struct WhatIf
{
    std::vector<RightChange> gained;
    std::vector<RightChange> lost;
    std::vector<ObjectRef> touched;    ///< whose rights may be others, in order: also those who gain and lose nothing
    Inputs after;
    std::optional<WriteCheck> write;   ///< nothing when nobody was named as the writer
};

/// Looks at each subject that the change names or touches, with the groups that come with it; the members of a group are not known, so
/// it stands for them.
WhatIf whatIf(const AccessEvaluator &evaluator, const Inputs &inputs, const ChangeSet &changes, const std::optional<Identity> &writer);

} // namespace rbac
