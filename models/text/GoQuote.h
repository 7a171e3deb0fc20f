#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// The text as Go's %q prints it in messages; characters beyond ASCII are all taken as printable.
std::string goQuoted(std::string_view text);

/// Undoes Go's quoting, of text without its quotes of that sort (strconv.UnquoteChar); nothing when it is no such text.
std::optional<std::string> goUnquoted(std::string_view text, char quote);

} // namespace text
