#pragma once

#include "widgets/graph/Camera.h"
#include "widgets/graph/Scene.h"

#include <QFontMetrics>
#include <QString>

#include <vector>

namespace graph {

/// The heading of a column, where it is in a view.
struct ShownHeading
{
    double x = 0;
    QString text;
};

/// Each above its column. One that is too long gives way to the next; at a size where too little of it would be left, the next one is left out.
std::vector<ShownHeading> shownHeadings(const Scene &scene, const Camera &camera, const QFontMetrics &metrics, double width);

} // namespace graph
