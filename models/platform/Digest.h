#pragma once

#include <string>
#include <string_view>

namespace platform {

/// SHA-256 in small hexadecimal digits.
std::string sha256Hex(std::string_view bytes);

} // namespace platform
