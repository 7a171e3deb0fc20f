#include "models/text/YamlBinary.h"

#include "models/text/Utf8.h"

#include <cstdint>

namespace text {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

} // namespace

std::optional<std::string> decodeYamlBinary(std::string_view base64)
{
    std::string bytes;
    std::uint32_t bits = 0;
    int digits = 0;
    int padding = 0;
    for (const char c : base64) {
        if (c == '\r' || c == '\n')
            continue;
        const std::size_t digit = alphabet.find(c);
        if (c == '=')
            ++padding;
        else if (digit == std::string_view::npos || padding > 0)
            return std::nullopt;
        bits = (bits << 6) | (c == '=' ? 0 : static_cast<std::uint32_t>(digit));
        if (++digits % 4 != 0)
            continue;
        if (padding > 2)
            return std::nullopt;
        for (int i = 0; i < 3 - padding; ++i)
            bytes.push_back(static_cast<char>(bits >> (16 - 8 * i)));
        bits = 0;
    }
    if (digits % 4 != 0)
        return std::nullopt;
    return validUtf8(std::move(bytes));
}

} // namespace text
