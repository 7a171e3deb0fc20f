#pragma once

#include "models/text/Pattern.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace demo {

/// By name; the metric's own name is "__name__".
using SeriesLabels = std::map<std::string, std::string, std::less<>>;

/// The value of a label, empty where there is none.
const std::string &labelOf(const SeriesLabels &labels, std::string_view name);

struct Sample
{
    std::int64_t time = 0;      ///< milliseconds since 1970
    double value = 0;

    bool operator==(const Sample &) const = default;
};

/// What a label must be for a series to be selected.
struct LabelMatcher
{
    enum class Type { Equal, NotEqual, Like, NotLike };

    std::string name;
    Type type = Type::Equal;
    std::string value;
    std::optional<text::Pattern> pattern = {};      ///< of Like and NotLike, for the whole value

    bool matches(const SeriesLabels &labels) const;
};

bool matchesAll(const std::vector<LabelMatcher> &matchers, const SeriesLabels &labels);

/// A series with a way to read its samples.
struct StoredSeries
{
    SeriesLabels labels;
    /// Appends those from the first moment to the last, both included, by time.
    std::function<void(std::int64_t from, std::int64_t to, std::vector<Sample> &samples)> read;
};

/// What a query can select from.
class SampleSource
{
public:
    virtual ~SampleSource() = default;
    virtual std::vector<StoredSeries> select(const std::vector<LabelMatcher> &matchers) const = 0;
};

} // namespace demo
