#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace promql {

/// What can stand at a place of a query.
enum class Wanted {
    Nothing,            ///< in comments, numbers, and strings that are no label's value
    Expression,         ///< a metric, a function, an aggregation, a keyword
    LabelName,
    LabelValue,
    Duration,
};

/// A place of a query where somebody types, and what is known about it from the rest.
struct Place
{
    Wanted wanted = Wanted::Nothing;
    std::size_t begin = 0;              ///< of the word that a choice replaces, in bytes
    std::size_t length = 0;
    std::string typed = {};             ///< of that word, before the cursor; of a value without its quote
    std::string metric = {};            ///< whose labels they are; empty: not known
    std::string label = {};             ///< whose value it is
    std::string selector = {};          ///< of the series that the rest leaves, as PromQL; empty: all
    bool isQuoted = false;              ///< a value's quote stands there already

    bool operator==(const Place &) const = default;
};

/// For queries that are unfinished or wrong, too. The cursor is in bytes. Any thread.
Place placeAt(std::string_view query, std::size_t cursor);

} // namespace promql
