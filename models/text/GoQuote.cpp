#include "models/text/GoQuote.h"

#include "models/text/Utf8.h"

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
        else
            out += text.substr(at, point.size);
        at += point.size;
    }
    return out + '"';
}

} // namespace text
