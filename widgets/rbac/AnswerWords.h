#pragma once

#include "models/rbac/Question.h"
#include "widgets/base/Theme.h"

#include <QString>

#include <optional>
#include <vector>

namespace rbac {

/// "Yes.", "No. Nothing allows it.", with the meaning of its colour and sign.
struct VerdictWords
{
    base::Meaning meaning;
    QString text;
};
VerdictWords verdictOf(const Answer &answer);
/// "list deployments.apps in namespace shop": machine words as they are, the place in the person's language.
QString requestText(const Request &request);

/// Why bindings do not count for members of system:masters.
QString mastersText();
/// A line of an answer, and the binding that it is about.
struct ToldLine
{
    QString text;
    std::optional<ObjectRef> object = {};

    bool operator==(const ToldLine &) const = default;
};
/// What was understood, and through what it is allowed or what comes nearest.
std::vector<ToldLine> linesOf(const Answer &answer);
/// The same as one text.
QString explanationOf(const Answer &answer);
/// "Role + RoleBinding in team-a"
QString fixName(const Fix &fix, const Answer &answer);
/// Which risks come with it, and of whom; nothing where nobody looked for them.
struct RiskEffect
{
    base::Meaning meaning = base::Meaning::Unknown;
    QString text = {};          ///< "✓ No new risk"
    QString detail = {};        ///< a line for each
};
RiskEffect riskEffectOf(const Fix &fix);
/// What it gives, and to how many.
QString effectOf(const Fix &fix);

} // namespace rbac
