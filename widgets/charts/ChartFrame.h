#pragma once

#include "models/charts/TimeAxis.h"
#include "models/charts/Trace.h"
#include "models/charts/ValueAxis.h"
#include "widgets/charts/ChartWords.h"

#include <QRect>

#include <vector>

namespace charts {

/// Of what was measured, in pixels.
inline constexpr double ValueLineWidth = 1.5;

/// Of the name of a bound. Above the plot of a chart that has some there is room for one row: for those above the axis.
inline constexpr int MarkHeight = 14;

/// Where the parts of a chart are in its widget.
struct Places
{
    QRect title;
    QRect picture;      ///< axes, their words and the lines
    QRect plot;         ///< the lines alone
    QRect legend;
};

/// Places in a widget of that size.
Places placesIn(const QSize &size, const Chart &chart);

/// What is drawn of a chart: its axes, and how times and values become places. From the upper left corner of the plot.
struct Scales
{
    ValueAxis values;
    std::vector<TimeTick> times;
    Frame frame;
};

Scales scalesOf(const Chart &chart, const Hidden &hidden, const Range &range, const QSize &plot);

} // namespace charts
