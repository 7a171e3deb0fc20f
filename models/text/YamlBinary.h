#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// The text of a !!binary scalar: base64 with padding, line breaks ignored; bytes that are not UTF-8 become U+FFFD, as they
/// do on the way to JSON. Nothing when it is not base64.
std::optional<std::string> decodeYamlBinary(std::string_view base64);

} // namespace text
