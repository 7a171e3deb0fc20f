#include "models/rbac/WhatIf.h"

#include "models/rbac/Covers.h"

namespace rbac {

namespace {

bool isSomebody(const ObjectRef &subject)
{
    const bool isKnownKind = subject.kind == "User" || subject.kind == "Group" || subject.kind == "ServiceAccount";
    return isKnownKind && (subject.kind != "ServiceAccount" || !subject.namespaceName.empty());
}

} // namespace

WhatIf whatIf(const AccessEvaluator &evaluator, const Inputs &inputs, const ChangeSet &changes, const std::optional<Identity> &writer)
{
    WhatIf out;
    out.after = changedInputs(inputs, changes);
    AccessEvaluator after = evaluator;
    applyChanges(inputs, out.after, after);
    for (const ObjectRef &subject : affectedSubjects(inputs, out.after)) {
        if (!isSomebody(subject))
            continue;
        out.touched.push_back(subject);
        const Identity identity = Identity::ofSubject(subject);
        const auto held = rightsOf(evaluator, identity);
        const auto holding = rightsOf(after, identity);
        for (Right &right : uncoveredRights(held, holding))
            out.gained.push_back({subject, std::move(right)});
        for (Right &right : uncoveredRights(holding, held))
            out.lost.push_back({subject, std::move(right)});
    }
    if (writer)
        out.write = checkWrites(evaluator, inputs, *writer, changes);
    return out;
}

} // namespace rbac
