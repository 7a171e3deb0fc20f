#pragma once

#include "models/base/Result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace text {

/// An age as kubectl prints it (apimachinery util/duration): 119s, 2m5s, 3h4m, 47h, 7d3h, 2y35d; "<invalid>" below -1 s.
/// Sub-second parts are cut off toward zero; beyond 292 years it stands still, as Go's time.Duration does.
std::string humanDuration(std::chrono::milliseconds age);

/// The same with one unit only: 59s, 59m, 23h, 364d, 3y.
std::string shortHumanDuration(std::chrono::milliseconds age);

/// Go's time.ParseDuration: "1h30m", "-1.5s", "500ms", "0"; errors in Go's words.
base::Result<std::chrono::nanoseconds> parseDuration(std::string_view text);

/// What --request-timeout takes: a whole number of seconds, or a duration; the error is kubectl's.
base::Result<std::chrono::nanoseconds> parseTimeout(std::string_view text);

/// Go's Duration.String: "1h0m0s", "1.5s", "0s".
std::string formatDuration(std::chrono::nanoseconds duration);

} // namespace text
