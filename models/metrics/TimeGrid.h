#pragma once

#include "models/base/Clock.h"
#include "models/metrics/Querier.h"

#include <chrono>
#include <string_view>

namespace metrics {

/// The moments at which a chart has points. They are whole multiples of the step since 1970, so that all who look at the same range at
/// about the same time ask for the same, and one answer serves them.
struct TimeGrid
{
    base::SystemTime from{};
    base::SystemTime to{};
    std::chrono::milliseconds step{};

    bool operator==(const TimeGrid &) const = default;
};

/// For a range that ends at the moment: about as many points as are of use, none closer than values are measured.
TimeGrid gridOf(base::SystemTime end, std::chrono::milliseconds range, std::chrono::milliseconds scrapeInterval, int points = 360);

/// The same number of steps that ends where the range begins, or any other time earlier by whole steps.
TimeGrid previous(const TimeGrid &grid);

/// What rate() looks back: what it needs to see (Capabilities::rateWindow), and never less than the step, so that nothing falls between two.
std::chrono::milliseconds windowOf(const TimeGrid &grid, std::chrono::milliseconds needed);

/// The query for the grid, with its window filled in.
RangeQuery rangeQuery(std::string_view expression, const TimeGrid &grid, std::chrono::milliseconds neededWindow);
InstantQuery instantQuery(std::string_view expression, std::chrono::milliseconds neededWindow);

} // namespace metrics
