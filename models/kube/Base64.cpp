#include "models/kube/Base64.h"

#include <algorithm>
#include <cstdint>

namespace kube {

namespace {

int sixBits(char letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return letter - 'A';
    if (letter >= 'a' && letter <= 'z')
        return letter - 'a' + 26;
    if (letter >= '0' && letter <= '9')
        return letter - '0' + 52;
    return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

base::Error illegalAt(std::size_t offset)
{
    return base::makeError(base::ErrorKind::BadInput, "illegal base64 data at input byte " + std::to_string(offset));
}

std::size_t skipLineBreaks(std::string_view text, std::size_t at)
{
    while (at < text.size() && (text[at] == '\n' || text[at] == '\r'))
        ++at;
    return at;
}

void appendBytes(std::string &out, std::uint32_t bits, int sextets)
{
    bits <<= 6 * (4 - sextets);
    for (int i = 0; i + 1 < sextets; ++i)
        out += static_cast<char>((bits >> (16 - 8 * i)) & 0xff);
}

} // namespace

base::Result<std::string> decodeBase64(std::string_view text)
{
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int sextets = 0;
    std::size_t at = skipLineBreaks(text, 0);
    for (; at < text.size(); at = skipLineBreaks(text, at + 1)) {
        const int value = sixBits(text[at]);
        if (value < 0)
            break;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        if (++sextets == 4) {
            appendBytes(out, bits, 4);
            bits = 0;
            sextets = 0;
        }
    }
    if (at >= text.size())
        return sextets == 0 ? base::Result<std::string>(std::move(out)) : illegalAt(text.size() - static_cast<std::size_t>(sextets));
    if (text[at] != '=' || sextets < 2)
        return illegalAt(at);
    std::size_t next = skipLineBreaks(text, at + 1);
    if (sextets == 2) {
        if (next >= text.size())
            return illegalAt(text.size());
        if (text[next] != '=')
            return illegalAt(next - 1);
        next = skipLineBreaks(text, next + 1);
    }
    if (next < text.size())
        return illegalAt(next);
    appendBytes(out, bits, sextets);
    return out;
}

base::Result<std::string> decodeBase64Url(std::string_view text)
{
    std::string standard(text);
    std::replace(standard.begin(), standard.end(), '-', '+');
    std::replace(standard.begin(), standard.end(), '_', '/');
    standard.append((4 - standard.size() % 4) % 4, '=');
    return decodeBase64(standard);
}

} // namespace kube
