#pragma once

#include "models/rbac/Question.h"
#include "widgets/base/Theme.h"

#include <QString>

namespace rbac {

/// "Yes.", "No. Nothing allows it.", with the meaning of its colour and sign.
struct VerdictWords
{
    base::Meaning meaning;
    QString text;
};
VerdictWords verdictOf(const Answer &answer);

/// What was understood, and through what it is allowed or what comes nearest; a line for each.
QString explanationOf(const Answer &answer);
/// Who may do it, and through what.
VerdictWords verdictOf(const Holders &holders);
QString explanationOf(const Holders &holders);
/// "Role + RoleBinding in team-a"
QString fixName(const Fix &fix, const Answer &answer);
/// What it gives, and to how many.
QString effectOf(const Fix &fix);

} // namespace rbac
