#pragma once

#include "widgets/graph/Scene.h"

#include <Qt>

namespace graph {

/// Where a key leads: Left and Right along lines, else to the nearest box that way; Up and Down in the order of reading, so that every box is
/// reached; Home and End; in a table from cell to cell. The same place where it leads nowhere.
Spot step(const Scene &scene, const Spot &from, Qt::Key key);

/// Where walking begins: the identity in the middle; nowhere without boxes.
Spot beginning(const Scene &scene);

} // namespace graph
