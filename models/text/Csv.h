#pragma once

#include "models/base/Result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Appends one row of RFC 4180: every cell quoted, the line ended by CRLF. A cell that a spreadsheet would take for a formula
/// (first character = + - @, tab or carriage return) gets a ' before it.
void appendCsvRow(std::string &out, std::span<const std::string_view> cells);

/// Reads RFC 4180 back, quoted or bare cells, CRLF or LF; an error names the line.
base::Result<std::vector<std::vector<std::string>>> parseCsv(std::string_view text);

} // namespace text
