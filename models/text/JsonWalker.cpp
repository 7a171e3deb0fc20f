#include "models/text/JsonWalker.h"

namespace text {
namespace {

constexpr std::size_t KeptBlocks = 64 * 1024;

void appendUtf8(std::string &out, std::uint32_t code)
{
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xc0 | (code >> 6));
        out += char(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        out += char(0xe0 | (code >> 12));
        out += char(0x80 | ((code >> 6) & 0x3f));
        out += char(0x80 | (code & 0x3f));
    } else {
        out += char(0xf0 | (code >> 18));
        out += char(0x80 | ((code >> 12) & 0x3f));
        out += char(0x80 | ((code >> 6) & 0x3f));
        out += char(0x80 | (code & 0x3f));
    }
}

bool readHex(std::string_view spelling, std::size_t at, std::uint32_t &code)
{
    if (at + 4 > spelling.size())
        return false;
    code = 0;
    for (const char digit : spelling.substr(at, 4)) {
        code *= 16;
        if (digit >= '0' && digit <= '9')
            code += std::uint32_t(digit - '0');
        else if ((digit | 0x20) >= 'a' && (digit | 0x20) <= 'f')
            code += std::uint32_t((digit | 0x20) - 'a' + 10);
        else
            return false;
    }
    return true;
}

/// Reads what follows \u, with the second half of a pair; moves `at` behind it.
bool appendUnicode(std::string &out, std::string_view spelling, std::size_t &at)
{
    std::uint32_t code = 0;
    if (!readHex(spelling, at, code))
        return false;
    at += 4;
    std::uint32_t low = 0;
    const bool isHigh = code >= 0xd800 && code < 0xdc00;
    if (isHigh && spelling.substr(at, 2) == "\\u" && readHex(spelling, at + 2, low) && low >= 0xdc00 && low < 0xe000) {
        at += 6;
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (code >= 0xd800 && code < 0xe000) {
        code = 0xfffd;
    }
    appendUtf8(out, code);
    return true;
}

} // namespace

bool JsonWalker::start(std::string_view bytes)
{
    m_bytes = bytes;
    m_offset = 0;
    const std::size_t whole = bytes.size() / 64;
    if (m_blocks.size() > KeptBlocks && whole < KeptBlocks) {
        m_blocks.resize(KeptBlocks);
        m_blocks.shrink_to_fit();
    }
    if (m_blocks.size() < whole + 2)
        m_blocks.resize(whole + 2);
    JsonScanState state;
    scanJsonBlocks(bytes.data(), whole, m_blocks.data(), state);
    scanJsonTail(bytes.data() + whole * 64, bytes.size() % 64, m_blocks[whole], state);
    constexpr std::uint64_t All = ~std::uint64_t(0);
    m_blocks[whole + 1] = {All, 0, All, All, state.depth, 64};
    return state.inString == 0;
}

bool JsonWalker::atEnd()
{
    peek();
    return m_offset >= m_bytes.size();
}

bool JsonWalker::hasBackslash(std::size_t begin, std::size_t end) const
{
    std::size_t block = begin / 64;
    const std::size_t last = end / 64;
    std::uint64_t bits = m_blocks[block].backslashes & (~std::uint64_t(0) << (begin % 64));
    while (block < last) {
        if (bits != 0)
            return true;
        bits = m_blocks[++block].backslashes;
    }
    return (bits & ((std::uint64_t(1) << (end % 64)) - 1)) != 0;
}

bool JsonWalker::skipBrackets()
{
    const std::size_t begin = m_offset;
    std::size_t block = begin / 64;
    const std::size_t end = m_bytes.size() / 64;
    const std::uint64_t from = ~std::uint64_t(0) << (begin % 64);
    std::uint64_t brackets = (m_blocks[block].opens | m_blocks[block].closes) & from;
    std::int32_t depth = 0;
    for (;;) {
        for (; brackets != 0; brackets &= brackets - 1) {
            const std::uint64_t bit = brackets & (~brackets + 1);
            depth += (m_blocks[block].closes & bit) != 0 ? -1 : 1;
            if (depth == 0) {
                m_offset = block * 64 + std::size_t(std::countr_zero(bit)) + 1;
                return true;
            }
        }
        const std::int32_t base = m_blocks[block + 1].depth - depth;
        do {
            if (++block > end)
                return false;
        } while (m_blocks[block].depth - m_blocks[block].closeCount > base);
        depth = m_blocks[block].depth - base;
        brackets = m_blocks[block].opens | m_blocks[block].closes;
    }
}

bool appendUnescaped(std::string &out, std::string_view spelling)
{
    static constexpr std::string_view Letters = "\"\\/bfnrt";
    static constexpr std::string_view Meanings = "\"\\/\b\f\n\r\t";
    for (std::size_t at = 0; at < spelling.size();) {
        const std::size_t backslash = spelling.find('\\', at);
        out += spelling.substr(at, backslash - at);
        if (backslash == std::string_view::npos)
            return true;
        if (backslash + 1 >= spelling.size())
            return false;
        at = backslash + 2;
        const char letter = spelling[backslash + 1];
        const std::size_t known = Letters.find(letter);
        if (known != std::string_view::npos)
            out += Meanings[known];
        else if (letter != 'u' || !appendUnicode(out, spelling, at))
            return false;
    }
    return true;
}

} // namespace text
