#pragma once

namespace charts {

class ChartView;

/// A chart as a screen reader meets it: its name, a summary, what is under the crosshair, and each line with its figures, which can be turned
/// off and on.
void installChartAccessibility();
/// The crosshair stands elsewhere.
void sayReading(ChartView *view);
/// There are other lines.
void sayChart(ChartView *view);

} // namespace charts
