#pragma once

#include <string>
#include <string_view>

namespace text {

/// Makes text from outside safe to show: control characters (all but line feed and tab) and terminal escape sequences are taken out,
/// characters that change direction or are not seen become marks such as ⟨U+202E⟩, bytes that are not UTF-8 become U+FFFD.
/// What comes out goes through unchanged.
std::string plain(std::string_view text);

/// What kubectl does to a printed cell: ESC becomes ^[ and a carriage return \r (cli-runtime printers/terminal.go).
std::string escapeTerminal(std::string_view text);

} // namespace text
