#pragma once

#include "models/rbac/AccessPicture.h"
#include "models/rbac/Sentence.h"
#include "models/rights/LiveRights.h"
#include "widgets/base/Address.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// In the person's language, on one line.
QString textOf(const Sentence &sentence);
/// The words of the drawing in the person's language.
DrawingWords drawingWords();
/// "+ gained", "− lost", "~ changed"; empty where nothing changes.
QString changeWord(GraphChange change);
/// "ServiceAccount shop/front", on one line.
QString nameOf(const ObjectRef &ref);
/// The same for a reference as text; a text that is none as it is.
QString nameOf(std::string_view reference);
/// Where the object is opened; nothing for users, groups and kinds that have no page.
std::optional<base::Address> addressOf(const ObjectRef &ref);
/// "in namespace shop", "in the whole cluster"
QString placeOf(std::string_view namespaceName);
/// "get, list pods, secrets; get pods/log and 3 more", rows with the same verbs together; those rows first that one of the others is in.
QString rightsText(const std::vector<const Right *> &rights, const std::vector<const Right *> &first = {});
/// What may not be read, for a notice; empty when everything could be.
QString unreadableText(const Inputs &inputs);
/// Which lists are silent, and why.
QString staleText(const rights::Stale &stale);

} // namespace rbac
