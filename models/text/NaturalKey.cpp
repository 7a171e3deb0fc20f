#include "models/text/NaturalKey.h"

#include <cstdint>

namespace text {
namespace {

std::size_t endOf(std::string_view text, std::size_t at, bool ofDigits)
{
    while (at < text.size() && (text[at] >= '0' && text[at] <= '9') == ofDigits)
        ++at;
    return at;
}

/// How many digits follow, as one byte among the digits, so that numbers keep their place among other characters.
void appendLength(std::string &key, std::size_t length)
{
    constexpr std::size_t longest = 9;
    key += static_cast<char>('0' + (length < longest ? length : longest));
    if (length < longest)
        return;
    for (int shift = 24; shift >= 0; shift -= 8)
        key += static_cast<char>(static_cast<std::uint32_t>(length) >> shift);
}

} // namespace

void appendNaturalKey(std::string &key, std::string_view text)
{
    bool ambiguous = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = endOf(text, at, false);
        key.append(text, at, begin - at);
        const std::size_t end = endOf(text, begin, true);
        at = begin;
        if (begin == end)
            break;
        while (at < end && text[at] == '0')
            ++at;
        ambiguous |= at > begin && end - begin > 1;
        appendLength(key, end - at);
        key.append(text, at, end - at);
        at = end;
    }
    if (ambiguous)
        key.append(1, '\1').append(text);
}

} // namespace text
