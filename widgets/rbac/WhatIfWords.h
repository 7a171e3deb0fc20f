#pragma once

#include "models/rights/DraftWork.h"
#include "models/rights/Viewer.h"
#include "widgets/base/Theme.h"

#include <QString>

#include <optional>

namespace rbac {

/// Words with the meaning of their colour; the sign stands in front.
struct SignedWords
{
    base::Meaning meaning = base::Meaning::Unknown;
    QString text;
    QString detail = {};
};

/// "New", "Changed", "Deleted and made anew", ... without a sign where it is no state.
SignedWords wordsOf(DraftState state);
/// Whether who looks may apply it, and what is lacking. viewer: nothing while it is not known who that is.
SignedWords mayApplyOf(const std::optional<WriteCheck> &check, const std::optional<base::Result<Identity>> &viewer);
/// The same for one object, in a word; what is lacking is the detail.
SignedWords wordsOf(const ObjectCheck &check);
/// "create rolebindings.rbac.authorization.k8s.io in namespace shop"
QString lackOf(const Right &right);
/// "line 3, column 5: ..."; of the whole without a place.
QString textOf(const DraftProblem &problem);
/// The steps as somebody types them into a shell.
QString scriptOf(const std::vector<KubectlStep> &steps, const QString &context);

} // namespace rbac
