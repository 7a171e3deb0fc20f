#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace detail {

/// Lines of a text that give way to others.
struct LineChange
{
    std::size_t first = 0;              ///< in the text before, from 0
    std::size_t removed = 0;
    std::string_view inserted;          ///< whole lines of the text after, each with its line break

    bool operator==(const LineChange &) const = default;
};

/// What turns one text into the other, from top to bottom: few changes, though not always the fewest. Both texts end with a
/// line break or are empty. Lines that both have once hold the texts together. Costs n log n for n lines.
std::vector<LineChange> lineChanges(std::string_view before, std::string_view after);

} // namespace detail
