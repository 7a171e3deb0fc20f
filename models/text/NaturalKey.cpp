#include "models/text/NaturalKey.h"

#include <algorithm>
#include <cstdint>

namespace text {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// How many digits follow, as one byte among the digits, so that numbers keep their place among other characters.
char *writeLength(char *out, std::size_t length)
{
    constexpr std::size_t longest = 9;
    *out++ = static_cast<char>('0' + (length < longest ? length : longest));
    for (int shift = 24; length >= longest && shift >= 0; shift -= 8)
        *out++ = static_cast<char>(static_cast<std::uint32_t>(length) >> shift);
    return out;
}

} // namespace

void appendNaturalKey(std::string &key, std::string_view text)
{
    // Room for every run of digits to grow by its length, and for the text itself behind it.
    const std::size_t before = key.size();
    key.resize(before + 3 * text.size() + 2);
    char *out = key.data() + before;
    bool isAmbiguous = false;
    for (std::size_t at = 0; at < text.size();) {
        if (!isDigit(text[at])) {
            *out++ = text[at++];
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && text[at] == '0')
            ++at;
        const std::size_t first = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        isAmbiguous |= first > begin && at - begin > 1;
        out = writeLength(out, at - first);
        out = std::copy_n(text.data() + first, at - first, out);
    }
    if (isAmbiguous) {
        *out++ = '\1';
        out = std::copy_n(text.data(), text.size(), out);
    }
    key.resize(static_cast<std::size_t>(out - key.data()));
}

} // namespace text
