#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <string>
#include <string_view>

namespace text {

/// Parses one JSON value. Numbers keep their spelling, of any size; repeated keys are kept; depth is limited to 1000; bad
/// UTF-8, half surrogate pairs and text behind the value are errors, with the byte offset in the message. Any thread.
base::Result<Value> parseJson(std::string_view bytes);

/// Indented: four spaces, as kubectl -o json writes, and with its escapes: <, >, &, U+2028 and U+2029 as \u003c and so on.
/// Compact: no spaces, and only the escapes that JSON needs.
enum class JsonStyle { Compact, Indented };

/// Members in their own order, numbers as they are spelled; bytes that are not UTF-8 become U+FFFD. No line break at the end.
std::string writeJson(const Value &value, JsonStyle style = JsonStyle::Compact);

/// Appends a quoted string with the escapes of JsonStyle::Compact.
void appendJsonString(std::string &out, std::string_view text);

} // namespace text
