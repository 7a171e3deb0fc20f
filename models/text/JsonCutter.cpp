#include "models/text/JsonCutter.h"

#include <algorithm>
#include <array>
#include <bit>

namespace text {
namespace {

constexpr std::size_t BlocksAtOnce = 64;
constexpr std::string_view Spaces = " \t\r\n";

std::string_view trimEnd(std::string_view text)
{
    const std::size_t last = text.find_last_not_of(Spaces);
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Whether the text ends in the key of a list's elements and its colon.
bool endsInItemsKey(std::string_view text)
{
    text = trimEnd(text);
    if (!text.ends_with(':'))
        return false;
    text = trimEnd(text.substr(0, text.size() - 1));
    for (const std::string_view key : {"\"items\"", "\"rows\""}) {
        if (!text.ends_with(key))
            continue;
        const std::string_view before = trimEnd(text.substr(0, text.size() - key.size()));
        return before.ends_with('{') || before.ends_with(',');
    }
    return false;
}

} // namespace

JsonCutter::JsonCutter(Source source)
    : m_source(source), m_place(source == Source::List ? Place::Envelope : Place::Items)
{
}

bool JsonCutter::isComplete() const
{
    return m_source == Source::List ? m_place == Place::Behind : m_place == Place::Items;
}

base::Result<void> JsonCutter::feed(std::string_view chunk, const ItemSink &sink)
{
    if (!m_error.message.empty())
        return m_error;
    m_chunk = chunk;
    m_from = 0;
    m_sink = &sink;
    std::array<JsonBlock, BlocksAtOnce> blocks;
    for (std::size_t at = 0; at < chunk.size();) {
        std::size_t count = std::min((chunk.size() - at) / 64, BlocksAtOnce);
        if (count > 0) {
            scanJsonBlocks(chunk.data() + at, count, blocks.data(), m_scan);
        } else {
            scanJsonTail(chunk.data() + at, chunk.size() - at, blocks[0], m_scan);
            count = 1;
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (!feedBlock(blocks[i], at + i * 64))
                return m_error;
        }
        at += count * 64;
    }
    if (!endChunk())
        return m_error;
    m_offset += chunk.size();
    return {};
}

bool JsonCutter::feedBlock(const JsonBlock &block, std::size_t base)
{
    if (m_place == Place::Item && block.depth - block.closeCount > m_itemDepth)
        return true;
    m_depth = block.depth;
    for (std::uint64_t brackets = block.opens | block.closes; brackets != 0; brackets &= brackets - 1) {
        const int bit = std::countr_zero(brackets);
        const bool isOpen = (block.opens >> bit & 1) != 0;
        if (!(isOpen ? open(base + std::size_t(bit)) : close(base + std::size_t(bit))))
            return false;
    }
    return true;
}

bool JsonCutter::open(std::size_t at)
{
    const std::int32_t depth = m_depth++;
    if (m_place == Place::Items)
        return beginItem(at);
    if (m_place == Place::Behind)
        return fail("more text follows the list", at);
    if (m_place == Place::Item)
        return true;
    if (depth == 0 && !takeGap(at))
        return false;
    if (depth != 1 || m_chunk[at] != '[')
        return true;
    if (!takeEnvelope(at))
        return false;
    if (!endsInItemsKey(m_envelope))
        return true;
    m_envelope += '[';
    m_from = at + 1;
    m_place = Place::Items;
    m_itemDepth = 2;
    m_isFirst = true;
    m_commas = 0;
    return true;
}

bool JsonCutter::close(std::size_t at)
{
    --m_depth;
    if (m_place == Place::Item)
        return m_depth > m_itemDepth || endItem(at);
    if (m_depth < 0)
        return fail("a closing bracket without an opening one", at);
    if (m_place == Place::Items) {
        if (!takeGap(at))
            return false;
        if (m_chunk[at] != ']' || m_commas > 0)
            return fail("the list of items ends in a way that makes no sense", at);
        m_place = Place::Envelope;
        return true;
    }
    if (m_depth > 0)
        return true;
    m_place = Place::Behind;
    return takeEnvelope(at + 1);
}

bool JsonCutter::beginItem(std::size_t at)
{
    if (!takeGap(at))
        return false;
    const int wanted = m_isFirst || m_source == Source::Stream ? 0 : 1;
    if (m_chunk[at] != '{' || m_commas != wanted)
        return fail("an object is wanted here", at);
    m_place = Place::Item;
    return true;
}

bool JsonCutter::endItem(std::size_t at)
{
    const std::string_view rest = m_chunk.substr(m_from, at + 1 - m_from);
    if (m_chunk[at] != '}')
        return fail("an object ends in ]", at);
    if (m_partial.size() + rest.size() > MaxItemBytes)
        return fail("an object has more than 64 MiB", at, base::ErrorKind::TooLarge);
    m_place = Place::Items;
    m_isFirst = false;
    m_commas = 0;
    m_from = at + 1;
    if (m_partial.empty()) {
        (*m_sink)(rest);
        return true;
    }
    m_partial += rest;
    (*m_sink)(m_partial);
    m_partial.clear();
    return true;
}

bool JsonCutter::endChunk()
{
    const std::size_t end = m_chunk.size();
    if (m_place == Place::Item)
        return keep(m_partial, m_chunk.substr(m_from));
    const bool isOutside = m_place == Place::Behind || (m_place == Place::Envelope && m_scan.depth == 0);
    if (m_place == Place::Items || isOutside)
        return takeGap(end);
    return takeEnvelope(end);
}

/// What stands between items, before a list or behind it: white space, and one comma where it belongs.
bool JsonCutter::takeGap(std::size_t end)
{
    for (; m_from < end; ++m_from) {
        const char byte = m_chunk[m_from];
        const bool isComma = byte == ',' && m_place == Place::Items && m_source == Source::List && !m_isFirst && m_commas == 0;
        if (isComma)
            ++m_commas;
        else if (Spaces.find(byte) == std::string_view::npos)
            return fail("this is no JSON", m_from);
    }
    return true;
}

bool JsonCutter::takeEnvelope(std::size_t end)
{
    const std::size_t from = m_from;
    m_from = end;
    return keep(m_envelope, m_chunk.substr(from, end - from));
}

bool JsonCutter::keep(std::string &target, std::string_view bytes)
{
    if (target.size() + bytes.size() > MaxItemBytes)
        return fail("an object has more than 64 MiB", m_chunk.size(), base::ErrorKind::TooLarge);
    target += bytes;
    return true;
}

bool JsonCutter::fail(std::string message, std::size_t at, base::ErrorKind kind)
{
    m_error = base::makeError(kind, std::move(message) + ", at byte " + std::to_string(m_offset + at));
    return false;
}

} // namespace text
