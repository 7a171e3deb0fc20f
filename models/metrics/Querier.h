#pragma once

#include "models/base/Job.h"
#include "models/base/Result.h"
#include "models/metrics/Series.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace metrics {

/// PromQL for one moment; without one, for the server's now.
struct InstantQuery
{
    std::string expression;
    std::optional<base::SystemTime> at = {};

    bool operator==(const InstantQuery &) const = default;
};

/// PromQL for each step from the first moment to the last, both included.
struct RangeQuery
{
    std::string expression;
    base::SystemTime from{};
    base::SystemTime to{};
    std::chrono::milliseconds step{};

    bool operator==(const RangeQuery &) const = default;
};

/// What a server of the Prometheus API answered to a query.
struct Answer
{
    enum class Kind {
        Vector,
        Matrix,
        Scalar,     ///< one series without labels
        Text,       ///< no series
    };

    std::vector<Series> series;
    std::vector<std::string> warnings = {};     ///< the server's own words; and ours, about what in its answer could not be used
    std::string raw = {};                       ///< its bytes, cut where they are long, for whoever wants to see them
    std::chrono::milliseconds took{};           ///< from asking to the last byte
    Kind kind = Kind::Vector;
    std::string text = {};                      ///< of Kind::Text
};

/// Asks a server of the Prometheus API.
class Querier
{
public:
    virtual ~Querier() = default;

    /// Any thread; the callback comes on the I/O thread, once, unless the job is let go. Errors carry the server's words.
    virtual base::Job query(const InstantQuery &query, std::function<void(base::Result<Answer>)> done) = 0;
    virtual base::Job query(const RangeQuery &query, std::function<void(base::Result<Answer>)> done) = 0;
};

} // namespace metrics
