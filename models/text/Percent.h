#pragma once

#include <string>
#include <string_view>

namespace text {

/// The bytes that a piece of a URL stands for; an escape that is none stays as it is. In a query a plus is a space.
std::string percentDecoded(std::string_view text, bool plusIsSpace);

} // namespace text
