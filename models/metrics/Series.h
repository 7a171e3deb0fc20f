#pragma once

#include "models/base/Clock.h"

#include <map>
#include <string>
#include <vector>

namespace metrics {

/// A value as it was measured or computed. NaN and infinities stay what the server sent: whoever draws asks std::isfinite.
struct Point
{
    base::SystemTime time{};
    double value = 0;

    bool operator==(const Point &) const = default;
};

/// By name; the metric's own name is "__name__".
using Labels = std::map<std::string, std::string, std::less<>>;

/// What was measured of one thing, by time, rising. Where nothing was measured there is no point.
struct Series
{
    Labels labels;
    std::vector<Point> points;

    bool operator==(const Series &) const = default;
};

} // namespace metrics
