#pragma once

#include "models/rbac/AccessPicture.h"

#include <QString>

#include <string_view>

namespace rbac {

/// What a kind of thing in the graph is, for those who learn it: one or two sentences; empty where there is nothing to learn.
QString lessonOf(const AccessPicture &picture, const GraphNode &node);

/// What a line between two objects is, and what it leads to.
QString lessonOf(const GraphEdge &connection);

/// What a verb of a rule means, and with which HTTP method it is asked; of URLs the methods are the verbs themselves.
QString lessonOf(std::string_view verb, std::string_view row);

} // namespace rbac
