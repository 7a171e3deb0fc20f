#pragma once

#include "models/base/Result.h"
#include "models/text/Value.h"

#include <string>
#include <string_view>

namespace text {

/// Parses one JSON value; numbers keep their spelling, depth is limited to 1000, bad UTF-8 is an error with its byte offset
/// in the message. Any thread.
base::Result<Value> parseJson(std::string_view bytes);

enum class JsonStyle { Compact, Indented };   ///< Indented: four spaces, as kubectl -o json writes

/// Members in their own order; <, > and & are written as they are.
std::string writeJson(const Value &value, JsonStyle style = JsonStyle::Compact);

/// Appends a quoted and escaped JSON string.
void appendJsonString(std::string &out, std::string_view text);

} // namespace text
