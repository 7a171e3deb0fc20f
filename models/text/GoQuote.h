#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// The text as Go's %q prints it: what cannot be seen is written as its number.
std::string goQuoted(std::string_view text);

/// Undoes Go's quoting, of text without its quotes of that sort (strconv.UnquoteChar); nothing when it is no such text.
std::optional<std::string> goUnquoted(std::string_view text, char quote);

} // namespace text
