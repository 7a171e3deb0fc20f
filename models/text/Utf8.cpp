#include "models/text/Utf8.h"

#include <simdjson.h>

#include <array>

namespace text {

namespace {

/// Lead bytes of one length: which they are, what they carry, and the least code point that needs so many bytes.
struct Lead
{
    unsigned char mask;
    unsigned char pattern;
    std::size_t size;
    char32_t least;
};

constexpr std::array<Lead, 3> leads = {{
    {0xE0, 0xC0, 2, 0x80},
    {0xF0, 0xE0, 3, 0x800},
    {0xF8, 0xF0, 4, 0x10000},
}};

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

CodePoint decode(std::string_view text, std::size_t at, const Lead &lead)
{
    if (text.size() - at < lead.size)
        return {};
    char32_t value = byteAt(text, at) & static_cast<unsigned char>(~lead.mask);
    for (std::size_t i = 1; i < lead.size; ++i) {
        const unsigned char byte = byteAt(text, at + i);
        if ((byte & 0xC0) != 0x80)
            return {};
        value = (value << 6) | (byte & 0x3F);
    }
    if (value < lead.least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return {};
    return {value, lead.size, true};
}

} // namespace

CodePoint codePointAt(std::string_view text, std::size_t at)
{
    const unsigned char first = byteAt(text, at);
    if (first < 0x80)
        return {first, 1, true};
    for (const Lead &lead : leads) {
        if ((first & lead.mask) == lead.pattern)
            return decode(text, at, lead);
    }
    return {};
}

std::size_t firstInvalidUtf8(std::string_view text)
{
    if (simdjson::validate_utf8(text.data(), text.size()))
        return text.size();
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        if (!point.valid)
            return at;
        at += point.size;
    }
    return text.size();
}

std::string validUtf8(std::string text)
{
    const std::size_t good = firstInvalidUtf8(text);
    if (good == text.size())
        return text;
    std::string out = text.substr(0, good);
    for (std::size_t at = good; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        appendUtf8(out, point.value);
        at += point.size;
    }
    return out;
}

void appendUtf8(std::string &out, char32_t codePoint)
{
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (codePoint < 0x80) {
        put(codePoint);
        return;
    }
    if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
    } else {
        if (codePoint < 0x10000) {
            put(0xE0 | (codePoint >> 12));
        } else {
            put(0xF0 | (codePoint >> 18));
            put(0x80 | ((codePoint >> 12) & 0x3F));
        }
        put(0x80 | ((codePoint >> 6) & 0x3F));
    }
    put(0x80 | (codePoint & 0x3F));
}

} // namespace text
