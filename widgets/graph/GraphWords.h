#pragma once

#include "widgets/graph/Scene.h"

#include <QString>

namespace graph {

/// What a reader says of a place, and a tool tip shows: "view, ClusterRole, cluster-wide", "list pods: allowed".
QString nameOf(const Scene &scene, const Spot &spot);
/// From where lines come and where they go; empty for a cell.
QString surroundingsOf(const Scene &scene, const Spot &spot);
/// A row of a table as people read it: "*.* (everything)".
QString rowText(const std::string &name);
/// The marks in the person's language: "cluster-wide, risk"; empty without marks.
QString textOf(const Marks &marks);

} // namespace graph
