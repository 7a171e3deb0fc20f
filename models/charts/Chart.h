#pragma once

#include "models/base/Clock.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace charts {

/// What values are counted in.
enum class Unit {
    Cores,
    Bytes,
    BytesPerSecond,
    Ratio,              ///< 1 is all of it: shown as 100 %
    Seconds,
    Count,
    PerSecond,
};

/// A value at a time. What is not finite is no value: whoever draws leaves a gap there.
struct Point
{
    base::SystemTime time{};
    double value = 0;

    bool operator==(const Point &) const = default;
};

/// What a line is beside what was measured: a bound that is drawn thin with its name, or the same of an earlier period, moved to this one.
enum class Role { Value, Mark, Before };

/// A line by time, rising. Where nothing was measured there is no point.
struct Line
{
    std::string name;
    std::vector<Point> points;
    Role role = Role::Value;

    bool operator==(const Line &) const = default;
};

/// Something that happened: marked on the time axis.
struct Event
{
    base::SystemTime time{};
    std::string text;
    bool isTrouble = false;     ///< a restart, a kill: what somebody looks for

    bool operator==(const Event &) const = default;
};

/// The moments that are shown, both included.
struct Range
{
    base::SystemTime from{};
    base::SystemTime to{};

    std::chrono::milliseconds length() const { return std::chrono::duration_cast<std::chrono::milliseconds>(to - from); }
    bool contains(base::SystemTime time) const { return time >= from && time <= to; }
    bool operator==(const Range &) const = default;
};

/// All that one chart shows.
struct Chart
{
    Unit unit = Unit::Count;
    Range range;
    std::chrono::milliseconds step{};           ///< between two values where none is missing
    std::vector<Line> lines;
    std::vector<Event> events = {};
    std::optional<base::SystemTime> staleSince = {};    ///< from then on nobody could be asked

    /// Two neighbours further apart than this have something missing between them.
    std::chrono::milliseconds gap() const { return step + step / 2; }
};

} // namespace charts
