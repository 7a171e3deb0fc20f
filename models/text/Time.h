#pragma once

#include "models/base/Clock.h"
#include "models/base/Result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace text {

/// A point in time: seconds since 1970 in UTC, and nanoseconds of that second.
struct Time
{
    std::int64_t seconds = 0;
    std::int32_t nanoseconds = 0;   ///< 0 to 999999999, also before 1970

    auto operator<=>(const Time &) const = default;

    static Time from(base::SystemTime time);
    base::SystemTime toSystemTime() const;   ///< saturates where the machine's clock ends
};

/// The time that Go calls zero and Kubernetes prints as <unknown>: the first second of the year 1.
constexpr std::int64_t ZeroTimeSeconds = -62'135'596'800;

/// RFC 3339 as Go's time.Parse reads it: four-digit year, capital T and Z, any number of fraction digits (cut after nine, a comma
/// is as good as a point), an hour of one digit, offsets to 24:60; no leap second. Independent of locale and time zone.
base::Result<Time> parseTime(std::string_view text);

/// "2026-11-21T10:00:00Z": what metav1.Time writes; fractions are cut off.
std::string formatTime(Time time);
/// "2026-11-21T10:00:00.000000Z": what metav1.MicroTime writes.
std::string formatMicroTime(Time time);

} // namespace text
