#pragma once

#include "models/charts/Chart.h"

#include <span>
#include <vector>

namespace charts {

/// A place in a picture, in pixels from its upper left corner.
struct Dot
{
    double x = 0;
    double y = 0;

    bool operator==(const Dot &) const = default;
};

/// A part of a line without a gap; one dot where a value has no neighbours.
using Stretch = std::vector<Dot>;

/// What is shown of time and values, and on how many pixels.
struct Frame
{
    Range range;
    double low = 0;
    double high = 1;
    double width = 0;
    double height = 0;
    double column = 1;          ///< how wide a line is drawn: what is closer together is one

    double xOf(base::SystemTime time) const;
    double yOf(double value) const;
    base::SystemTime timeAt(double x) const;
};

/// The line as this frame can show it, where two values further apart than the gap, and whatever is not finite, part it.
///
/// Of the values in a column as wide as the line the lowest and the highest stay, in their order and at their places, because they cover the
/// same pixels as all of them do; one stays where both are on the same pixel, or where the neighbours' straight line would lead through it anyhow. The first and last of a
/// stretch stay, and so does every gap. Beyond each edge of the frame one value is kept, to lead the line there.
std::vector<Stretch> trace(std::span<const Point> points, std::chrono::milliseconds gap, const Frame &frame);

/// Every value as a dot of its own, for comparison.
std::vector<Stretch> traceAll(std::span<const Point> points, std::chrono::milliseconds gap, const Frame &frame);

} // namespace charts
