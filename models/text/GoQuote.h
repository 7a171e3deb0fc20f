#pragma once

#include <string>
#include <string_view>

namespace text {

/// The text as Go's %q prints it in messages; characters beyond ASCII are all taken as printable.
std::string goQuoted(std::string_view text);

} // namespace text
