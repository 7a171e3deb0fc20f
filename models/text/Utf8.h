#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

/// One code point of a UTF-8 text and the bytes it takes; an invalid byte is U+FFFD of one byte, and valid is false.
struct CodePoint
{
    char32_t value = 0xFFFD;
    std::size_t size = 1;
    bool valid = false;
};

/// The code point that begins at that byte, which must be inside of the text.
CodePoint codePointAt(std::string_view text, std::size_t at);

/// The offset of the first byte that is not UTF-8, or the text's size.
std::size_t firstInvalidUtf8(std::string_view text);

/// The text with U+FFFD for every byte that is not UTF-8, as Go's JSON writer does it.
std::string validUtf8(std::string text);

void appendUtf8(std::string &out, char32_t codePoint);

} // namespace text
