#include "models/text/TextTable.h"

#include "models/text/Utf8.h"

#include <algorithm>
#include <utility>

namespace text {
namespace {

constexpr std::size_t LeastWidth = 6;
constexpr std::size_t Padding = 3;
constexpr std::size_t ChunkSize = 256 * 1024;
constexpr std::size_t PieceSize = 64 * 1024;

/// As Go counts runes: a byte that fits nowhere is one, too.
std::size_t characterCount(std::string_view text)
{
    unsigned char seen = 0;
    for (const char c : text)
        seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
    if (seen < 0x80)
        return text.size();
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        at += codePointAt(text, at).size;
    return count;
}

} // namespace

TextTable::TextTable(Sink sink) : m_sink(std::move(sink)) { }

void TextTable::header(std::span<const std::string_view> names)
{
    std::vector<std::string> capitals(names.begin(), names.end());
    for (std::string &name : capitals)
        std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const std::vector<std::string_view> cells(capitals.begin(), capitals.end());
    row(cells);
}

void TextTable::row(std::span<const std::string_view> cells)
{
    std::size_t size = 0;
    for (const std::string_view cell : cells)
        size += 2 * cell.size() + 4;
    beginRow(size);
    bool first = true;
    for (const std::string_view cell : cells) {
        if (!std::exchange(first, false))
            endCell(m_cellStart);
        appendCell(cell);
    }
    endRow();
}

void TextTable::beginRow(std::size_t capacity)
{
    if (m_chunks.empty() || m_chunks.back().capacity() - m_chunks.back().size() < capacity) {
        m_chunks.emplace_back();
        m_chunks.back().reserve(std::max(ChunkSize, capacity));
    }
    m_padded = 0;
    m_cellStart = m_chunks.back().size();
}

void TextTable::appendCell(std::string_view cell)
{
    std::string &out = m_chunks.back();
    for (const char c : cell) {
        switch (c) {
        case '\f': case '\n': case '\r':
            out += "...";
            return;
        case '\t': case '\v':
            endCell(m_cellStart);
            break;
        case '\x1B':
            out += "^[";
            break;
        default:
            out += c;
        }
    }
}

/// The cell that began there is followed by another one, so it belongs to a column.
void TextTable::endCell(std::size_t begin)
{
    std::string &out = m_chunks.back();
    if (m_padded == m_columns.size())
        m_columns.emplace_back();
    Column &column = m_columns[m_padded];
    if (m_padded >= m_open)
        column.runs.push_back(std::max(column.width, LeastWidth));
    ++m_padded;
    std::size_t &width = column.runs.back();
    width = std::max(width, characterCount(std::string_view(out).substr(begin)) + Padding);
    column.width = std::max(column.width, width);
    out += '\t';
    m_cellStart = out.size();
}

void TextTable::endRow()
{
    m_chunks.back() += '\n';
    m_open = m_padded;
    if (m_padded == 0)
        flush();
}

void TextTable::flush()
{
    m_next.assign(m_columns.size(), 0);
    m_open = 0;
    for (std::string &chunk : m_chunks) {
        std::string_view rest = chunk;
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            writeRow(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        std::string().swap(chunk);
    }
    m_chunks.clear();
    for (Column &column : m_columns)
        column.runs.clear();
    m_open = 0;
    if (!m_out.empty())
        m_sink(m_out);
    m_out.clear();
}

void TextTable::writeRow(std::string_view row)
{
    std::size_t column = 0;
    for (;; ++column) {
        const std::size_t end = row.find('\t');
        if (end == std::string_view::npos)
            break;
        if (column >= m_open)
            ++m_next[column];
        const std::string_view cell = row.substr(0, end);
        m_out += cell;
        pad(m_columns[column].runs[m_next[column] - 1] - characterCount(cell));
        row.remove_prefix(end + 1);
    }
    m_open = column;
    m_out += row;
    m_out += '\n';
    if (m_out.size() >= PieceSize) {
        m_sink(m_out);
        m_out.clear();
    }
}

void TextTable::pad(std::size_t count)
{
    m_out.append(count, ' ');
}

} // namespace text
