#pragma once

#include "models/graph/Drawing.h"
#include "models/graph/Layout.h"
#include "models/graph/Palette.h"

#include <string>

namespace graph {

/// The drawing as an SVG document in UTF-8, without scripts, style sheets and outside links; all words are escaped. layout is that of
/// graphOf(drawing); boxes and lines without a place are left out. The same input gives the same bytes.
std::string writeSvg(const Drawing &drawing, const Layout &layout, const Palette &palette);

} // namespace graph
