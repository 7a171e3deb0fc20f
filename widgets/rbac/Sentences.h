#pragma once

#include "models/rbac/AccessPicture.h"

#include <QString>

#include <string>
#include <string_view>

namespace rbac {

/// One sentence for a box of the picture: what it is to the identity, and what comes of it.
QString sentenceOf(const AccessPicture &picture, const GraphNode &node);
/// One for a cell of the table of rights: whether it is allowed, where, and through what.
QString sentenceOf(const AccessPicture &picture, std::string_view verb, std::string_view row);

/// The same of a picture of what would be, with what becomes of it.
QString changedSentence(const AccessPicture &picture, const GraphNode &node);
QString changedSentence(const AccessPicture &picture, std::string_view verb, std::string_view row);

} // namespace rbac
