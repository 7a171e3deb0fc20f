#pragma once

#include "models/graph/Drawing.h"

#include <string>

namespace graph {

/// The drawing in the language of Graphviz, for other programs: left to right, a rank for each column. All words are quoted, the
/// marks become styles. The same drawing gives the same bytes.
std::string writeDot(const Drawing &drawing);

} // namespace graph
