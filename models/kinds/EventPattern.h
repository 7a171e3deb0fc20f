#pragma once

#include <string>
#include <string_view>

namespace kinds {

/// What messages of one cause have in common: words that differ from object to object and from time to time (with a digit, in quotes, paths,
/// the object's own name) are "…". At most LongestPattern bytes, cut at a word.
std::string messagePattern(std::string_view message, std::string_view objectName);

inline constexpr std::size_t LongestPattern = 80;

} // namespace kinds
