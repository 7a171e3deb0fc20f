#pragma once

#include "models/inside/Inside.h"

#include <string_view>

namespace inside {

/// "NAME=value", each ended by NUL. Nothing is taken for wrong: what has no "=" is a name.
std::vector<Variable> readZeros(std::string_view text);

/// One for each line; a line without "=" goes on with the value before it, which is as much as can be told.
std::vector<Variable> readLines(std::string_view text);

} // namespace inside
