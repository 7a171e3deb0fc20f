#include "models/text/NaturalKey.h"

#include <cstdint>

namespace text {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
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
        if (!isDigit(text[at])) {
            key += text[at++];
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        const std::size_t begin = at;
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
