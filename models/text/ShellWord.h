#pragma once

#include <string>
#include <string_view>

namespace text {

/// A word of a command line, quoted for a shell where it must be.
std::string shellWord(std::string_view word);

} // namespace text
