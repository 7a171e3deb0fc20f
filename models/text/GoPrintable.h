#pragma once

namespace text {

/// Whether Go's strconv.IsPrint says so of a character beyond ASCII: letters, marks, numbers, punctuation and symbols of Unicode 15.
bool isGoPrintable(char32_t character);

} // namespace text
