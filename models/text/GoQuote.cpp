#include "models/text/GoQuote.h"

#include "models/text/GoPrintable.h"
#include "models/text/Utf8.h"

#include <charconv>

namespace text {
namespace {

/// The escape of a character that has a short one, or null.
const char *shortEscape(char32_t c)
{
    switch (c) {
    case '\a': return "\\a";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    case '\v': return "\\v";
    case '\\': return "\\\\";
    case '"': return "\\\"";
    default: return nullptr;
    }
}

void appendHexByte(std::string &out, unsigned char byte)
{
    constexpr char hex[] = "0123456789abcdef";
    out += {'\\', 'x', hex[byte >> 4], hex[byte & 15]};
}

/// \u200b, \U000e0001
void appendNumber(std::string &out, char32_t character)
{
    constexpr char hex[] = "0123456789abcdef";
    const bool isShort = character < 0x10000;
    out += isShort ? "\\u" : "\\U";
    for (int shift = isShort ? 12 : 28; shift >= 0; shift -= 4)
        out += hex[(character >> shift) & 15];
}

/// Takes the digits of a numbered escape from the front of the text.
std::optional<unsigned long> takeNumber(std::string_view &text, std::size_t digits, int base)
{
    unsigned long number = 0;
    if (text.size() < digits)
        return std::nullopt;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + digits, number, base);
    if (problem != std::errc() || end != text.data() + digits)
        return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

/// A byte of three octal digits or two hexadecimal ones, or a character of four or eight: what stands behind a backslash.
bool appendNumbered(std::string &out, std::string_view &text)
{
    const char letter = text[0];
    const bool isOctal = letter >= '0' && letter <= '7';
    const std::size_t digits = isOctal ? 3 : letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (digits == 0)
        return false;
    if (!isOctal)
        text.remove_prefix(1);
    const auto number = takeNumber(text, digits, isOctal ? 8 : 16);
    if (!number || (isOctal && *number > 0xFF) || *number > 0x10FFFF)
        return false;
    if (isOctal || letter == 'x') {
        out += static_cast<char>(static_cast<unsigned char>(*number));
        return true;
    }
    if (*number >= 0xD800 && *number <= 0xDFFF)
        return false;
    appendUtf8(out, static_cast<char32_t>(*number));
    return true;
}

/// What stands behind a backslash, taken from the front of the text.
bool appendEscape(std::string &out, std::string_view &text, char quote)
{
    constexpr std::string_view letters = "abfnrtv\\";
    constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\";
    if (text.empty())
        return false;
    const std::size_t letter = letters.find(text[0]);
    if (letter == std::string_view::npos && text[0] != quote)
        return appendNumbered(out, text);
    out += letter == std::string_view::npos ? quote : meanings[letter];
    text.remove_prefix(1);
    return true;
}

} // namespace

std::string goQuoted(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        if (const char *escape = shortEscape(point.value))
            out += escape;
        else if (!point.valid || point.value < ' ' || point.value == 0x7F)
            appendHexByte(out, static_cast<unsigned char>(text[at]));
        else if (point.value > 0x7F && !isGoPrintable(point.value))
            appendNumber(out, point.value);
        else
            out += text.substr(at, point.size);
        at += point.size;
    }
    return out + '"';
}

std::optional<std::string> goUnquoted(std::string_view text, char quote)
{
    std::string out;
    while (!text.empty()) {
        const char c = text[0];
        text.remove_prefix(1);
        if (c == quote || (c == '\\' && !appendEscape(out, text, quote)))
            return std::nullopt;
        if (c != '\\')
            out += c;
    }
    return out;
}

} // namespace text
