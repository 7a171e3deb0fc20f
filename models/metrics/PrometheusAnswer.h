#pragma once

#include "models/base/Result.h"
#include "models/metrics/Querier.h"
#include "models/text/Value.h"

#include <string>
#include <string_view>

namespace metrics {

/// Error::reason beside the server's own words for it ("bad_data", "execution", "timeout").
namespace reason {
inline constexpr std::string_view NotPrometheus = "not-prometheus";     ///< what answers is something else
inline constexpr std::string_view WrongPrefix = "wrong-prefix";         ///< the path is not there
inline constexpr std::string_view Redirected = "redirected";
inline constexpr std::string_view NoReadyPod = "no-ready-pod";
inline constexpr std::string_view SecretsLost = "secrets-lost";         ///< what a person typed for it is not known any more
inline constexpr std::string_view Malformed = "malformed";              ///< it says it is Prometheus, and its answer makes no sense
} // namespace reason

/// The answer of /api/v1/query and /api/v1/query_range. Errors name the place in the answer, or are the server's own.
///
/// NaN and infinities stay; any other spelling that is no number is an error, and never a value. Samples that come unsorted are sorted, of
/// several for one moment the last one stays, histograms are left out: each with a warning. `raw` is the beginning of the body. Any thread.
base::Result<Answer> parseAnswer(std::string_view body);

/// Of Answer::raw.
inline constexpr std::size_t RawCap = 64 * 1024;

/// What stands in "data" of any other answer.
base::Result<text::Value> parseData(std::string_view body);

/// The error of an answer with a status of 400 or above, or of a body that is not JSON.
base::Error refusalOf(int status, std::string_view body);
/// A refusal that kube::Api made an error of; nothing where it is the API server's own and none of what is behind its proxy.
std::optional<base::Error> refusalBehindProxy(const base::Error &error);

/// A sample's value as Prometheus spells it; nothing when it is none.
std::optional<double> parseSampleValue(std::string_view spelling);
/// Seconds since 1970; nothing when a clock cannot hold them.
std::optional<base::SystemTime> parseTimestamp(std::string_view spelling);

} // namespace metrics
