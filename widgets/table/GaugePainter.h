#pragma once

#include "models/tables/AddedCells.h"

#include <QRect>

class QPainter;

namespace table {

/// The width that a bar needs to be read.
inline constexpr int GaugeWidth = 72;

/// Draws a bar along the bottom of a cell's content: what is used, and marks for what was requested and what is allowed.
void paintGauge(QPainter &painter, const QRect &content, const tables::Gauge &gauge);

} // namespace table
