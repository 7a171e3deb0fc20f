#pragma once

#include "models/graph/Drawing.h"
#include "models/graph/Layout.h"
#include "models/graph/Palette.h"
#include "models/graph/SvgText.h"

namespace graph {

/// One box with its words and marks, or its matrix, at its place.
void writeSvgBox(SvgText &svg, const Box &box, const Place &place, const Palette &palette);

} // namespace graph
