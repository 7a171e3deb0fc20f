#pragma once

#include <string>
#include <string_view>

namespace text {

/// Appends bytes whose order is the natural order of the texts: numbers inside of them count by value, so that web-2 comes before
/// web-10; everything else counts by its bytes. Different texts have different keys.
void appendNaturalKey(std::string &key, std::string_view text);

} // namespace text
