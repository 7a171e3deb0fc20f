#pragma once

#include "models/text/JsonIndex.h"

#include <bit>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Walks one JSON value and skips what nobody wants by counting brackets, without looking at it.
///
/// What is skipped is not validated beyond strings and brackets; nothing is ever read outside of the bytes. A function that
/// returns false leaves the place where the text stopped making sense in offset().
class JsonWalker
{
public:
    /// The bytes must stay alive; memory is used again by the next start(). False: a string has no end.
    bool start(std::string_view bytes);

    std::size_t offset() const { return m_offset; }
    bool atEnd();

    /// The next byte that is no white space, not taken; 0 at the end.
    char peek()
    {
        while (m_offset < m_bytes.size() && isSpace(m_bytes[m_offset]))
            ++m_offset;
        return m_offset < m_bytes.size() ? m_bytes[m_offset] : '\0';
    }

    /// Takes that byte if it is the next one.
    bool take(char wanted)
    {
        if (peek() != wanted)
            return false;
        ++m_offset;
        return true;
    }

    /// Takes a string; the view holds it without its quotes and as it is spelled. `escaped` tells whether it has escapes.
    bool takeString(std::string_view &spelling, bool &escaped)
    {
        if (peek() != '"')
            return false;
        const std::size_t begin = m_offset + 1;
        const std::size_t end = nextQuote(begin);
        if (end >= m_bytes.size())
            return false;
        spelling = m_bytes.substr(begin, end - begin);
        escaped = hasBackslash(begin, end);
        m_offset = end + 1;
        return true;
    }

    /// Takes a number, true, false or null as it is spelled.
    std::string_view takeWord()
    {
        peek();
        const std::size_t begin = m_offset;
        while (m_offset < m_bytes.size() && !endsWord(m_bytes[m_offset]))
            ++m_offset;
        return m_bytes.substr(begin, m_offset - begin);
    }

    /// Takes any value; the view is its spelling.
    bool takeRaw(std::string_view &spelling)
    {
        peek();
        const std::size_t begin = m_offset;
        if (!skip())
            return false;
        spelling = m_bytes.substr(begin, m_offset - begin);
        return true;
    }

    bool skip()
    {
        const char next = peek();
        if (next == '{' || next == '[')
            return skipBrackets();
        if (next == '"') {
            const std::size_t end = nextQuote(m_offset + 1);
            if (end >= m_bytes.size())
                return false;
            m_offset = end + 1;
            return true;
        }
        return !takeWord().empty();
    }

    /// Inside of an object or list: the comma, or the end. Begins with first = true.
    enum class Step { Next, End, Broken };
    Step step(char close, bool &first)
    {
        const char next = peek();
        if (next == close) {
            ++m_offset;
            return Step::End;
        }
        if (first) {
            first = false;
            return next == '\0' ? Step::Broken : Step::Next;
        }
        if (next != ',')
            return Step::Broken;
        ++m_offset;
        return Step::Next;
    }

private:
    static bool isSpace(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }
    static bool endsWord(char byte)
    {
        return byte == ',' || byte == '}' || byte == ']' || byte == ':' || byte == '"' || isSpace(byte);
    }

    std::size_t nextQuote(std::size_t from) const
    {
        std::size_t block = from / 64;
        std::uint64_t bits = m_blocks[block].quotes & (~std::uint64_t(0) << (from % 64));
        while (bits == 0)
            bits = m_blocks[++block].quotes;
        return block * 64 + std::size_t(std::countr_zero(bits));
    }
    bool hasBackslash(std::size_t begin, std::size_t end) const;
    bool skipBrackets();

    std::string_view m_bytes;
    std::size_t m_offset = 0;
    std::vector<JsonBlock> m_blocks;   // and one more, whose bits end every search
};

/// Appends a string's content with its escapes resolved; false for an escape that is none. A lone surrogate becomes U+FFFD.
bool appendUnescaped(std::string &out, std::string_view spelling);

} // namespace text
