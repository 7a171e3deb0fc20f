#pragma once

#include "widgets/graph/Scene.h"

#include <QImage>

namespace graph {

/// The whole scene with its headings in the colours of the theme, twice as large as on screen, or as large as an image may be. GUI thread.
QImage imageOf(const Scene &scene);

} // namespace graph
