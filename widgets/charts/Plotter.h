#pragma once

#include "models/charts/Trace.h"

#include <QPen>

#include <memory>
#include <vector>

class QPainter;

namespace charts {

/// Draws lines, by QtCharts: all charts of a page share one, for they are drawn one after the other, into pictures of their own.
///
/// QtCharts gets places in pixels, and neither axes nor words: those are ours. What it would compute for them it computes for every line again,
/// and its words would be read as HTML.
class Plotter
{
public:
    struct Stroke
    {
        std::vector<Stretch> stretches;
        QPen pen;
    };

    Plotter();
    ~Plotter();

    /// The first stroke lies below the others. What is outside of the place is cut off.
    void paint(QPainter &painter, const QRectF &place, const std::vector<Stroke> &strokes);

private:
    class Canvas;
    std::unique_ptr<Canvas> m_canvas;       ///< once somebody paints
};

} // namespace charts
