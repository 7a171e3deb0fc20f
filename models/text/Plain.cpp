#include "models/text/Plain.h"

#include "models/text/Utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>

namespace text {
namespace {

constexpr char32_t Escape = 0x1B;

struct Range
{
    char32_t first;
    char32_t last;
};

/// Characters that are not seen, or that change what is seen of others.
constexpr std::array<Range, 10> Unseen = {{
    {0x061C, 0x061C}, {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0x1D173, 0x1D17A}, {0xE0000, 0xE007F}, {0x00AD, 0x00AD},
}};

bool isUnseen(char32_t c)
{
    return std::any_of(Unseen.begin(), Unseen.end(), [&](const Range &range) { return c >= range.first && c <= range.last; });
}

bool isControl(char32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
}

/// Where the characters end that are taken over as they are, one byte each.
std::size_t endOfOrdinary(std::string_view text, std::size_t at)
{
    const auto isOrdinary = [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; };
    return static_cast<std::size_t>(std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isOrdinary) - text.begin());
}

/// A character of the sequence that ESC [ or U+009B begins: parameters, then one final character.
std::size_t endOfControlSequence(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x3F)
        ++at;
    return at < text.size() && text[at] >= 0x40 && text[at] <= 0x7E ? at + 1 : at;
}

/// Behind the BEL, ESC \ or U+009C that ends a string; where none comes, only the introducer is dropped and the text is kept.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    for (std::size_t i = at; i < text.size(); ++i) {
        if (text[i] == '\a')
            return i + 1;
        if (text[i] == '\x1B')
            return i + 1 < text.size() && text[i + 1] == '\\' ? i + 2 : at;
        if (text.substr(i, 2) == "\xC2\x9C")
            return i + 2;
        if (text[i] == '\n')
            return at;
    }
    return at;
}

/// `introducer` is the second character of the seven-bit form.
std::size_t endOfSequence(std::string_view text, std::size_t at, char introducer)
{
    if (introducer == '[')
        return endOfControlSequence(text, at);
    if (std::string_view("]PX^_").find(introducer) != std::string_view::npos)
        return endOfString(text, at);
    return at;
}

std::size_t endOfEscape(std::string_view text, std::size_t at)
{
    std::size_t i = at;
    while (i < text.size() && text[i] >= 0x20 && text[i] <= 0x2F)
        ++i;
    if (i >= text.size() || text[i] < 0x30 || text[i] > 0x7E)
        return at;
    return i == at ? endOfSequence(text, i + 1, text[i]) : i + 1;
}

void appendMark(std::string &out, char32_t c)
{
    char mark[24];
    std::snprintf(mark, sizeof mark, "\u27E8U+%04X\u27E9", static_cast<unsigned>(c));
    out += mark;
}

} // namespace

std::string plain(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t ordinary = endOfOrdinary(text, at);
        out += text.substr(at, ordinary - at);
        if ((at = ordinary) == text.size())
            break;
        const CodePoint point = codePointAt(text, at);
        const char32_t c = point.value;
        at += point.size;
        if (c == Escape)
            at = endOfEscape(text, at);
        else if (c >= 0x80 && c <= 0x9F)
            at = endOfSequence(text, at, static_cast<char>(c - 0x40));
        else if (isUnseen(c))
            appendMark(out, c);
        else if (!isControl(c))
            appendUtf8(out, c);
    }
    return out;
}

std::string escapeTerminal(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '\x1B')
            out += "^[";
        else if (c == '\r')
            out += "\\r";
        else
            out += c;
    }
    return out;
}

} // namespace text
