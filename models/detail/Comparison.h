#pragma once

#include "models/text/Value.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace detail {

/// What of two objects is compared, and what of that is shown.
struct ComparisonWish
{
    bool noise = false;             ///< what the server keeps for itself, and how the object is
    bool equalLines = false;        ///< also those far from any difference
    bool onlyApplied = false;       ///< of the object after, only the fields that the one before has
    std::size_t longest = 1000;     ///< lines are cut there, in bytes

    bool operator==(const ComparisonWish &) const = default;
};

/// Two objects as one text: lines that only the first has begin with "- ", of the second with "+ ", of both with two spaces; a line of
/// "⋯" stands for equal ones, with how many they are and where the text goes on.
struct Comparison
{
    enum class Kind : unsigned char { Equal, Removed, Added, Gap };

    std::string text;
    std::vector<Kind> lines;
    std::vector<int> differences;   ///< the first line of each
    std::size_t removed = 0;
    std::size_t added = 0;

    static constexpr std::size_t Around = 3;        ///< equal lines shown beside a difference
};

/// Values of a Secret stay hidden; of two that differ the second has another sign. Any thread.
Comparison compare(const text::Value &before, const text::Value &after, const ComparisonWish &wish);

/// What kubectl apply was last given for the object, as it keeps it there; nothing where there is none, or none that makes sense.
std::optional<text::Value> lastApplied(const text::Value &object);

} // namespace detail
