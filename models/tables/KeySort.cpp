#include "models/tables/KeySort.h"

#include <algorithm>
#include <cstring>

namespace tables {

namespace {

constexpr std::size_t partSize = sizeof(std::uint64_t);
/// Bytes that most keys do not exceed; it only saves growing.
constexpr std::size_t usualKey = 32;

} // namespace

KeySort::KeySort(std::size_t rows)
{
    m_keys.reserve(rows * usualKey);
    m_ends.reserve(rows);
    m_entries.reserve(rows);
}

void KeySort::add(kube::RowId row, std::uint32_t rank)
{
    m_entries.push_back({0, static_cast<std::uint32_t>(m_ends.size()), rank, row});
    m_ends.push_back(static_cast<std::uint32_t>(m_keys.size()));
}

/// Eight bytes of a key as a number; what lies behind its end is zero.
std::uint64_t KeySort::partOf(std::uint32_t place, std::size_t depth) const
{
    const std::size_t begin = (place > 0 ? m_ends[place - 1] : 0) + depth;
    const std::size_t end = m_ends[place];
    unsigned char bytes[partSize] = {};
    if (begin < end)
        std::memcpy(bytes, m_keys.data() + begin, std::min(end - begin, partSize));
    std::uint64_t part = 0;
    for (const unsigned char byte : bytes)
        part = part << 8 | byte;
    return part;
}

/// False when all keys of the range have ended before this depth: then they are equal and stay as they came.
bool KeySort::readParts(const Range &range)
{
    bool open = false;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        Entry &entry = m_entries[i];
        entry.part = partOf(entry.place, range.depth);
        open |= (entry.place > 0 ? m_ends[entry.place - 1] : 0) + range.depth < m_ends[entry.place];
    }
    return open;
}

void KeySort::pushEqualParts(const Range &range, std::vector<Range> &open) const
{
    for (std::size_t begin = range.begin; begin < range.end;) {
        std::size_t end = begin + 1;
        while (end < range.end && m_entries[end].part == m_entries[begin].part)
            ++end;
        if (end - begin > 1)
            open.push_back({begin, end, range.depth + partSize});
        begin = end;
    }
}

std::vector<kube::RowId> KeySort::sorted()
{
    std::vector<Range> open{{0, m_entries.size(), 0}};
    while (!open.empty()) {
        const Range range = open.back();
        open.pop_back();
        if (!readParts(range))
            continue;
        const auto begin = m_entries.begin() + static_cast<std::ptrdiff_t>(range.begin);
        const auto end = m_entries.begin() + static_cast<std::ptrdiff_t>(range.end);
        const auto less = [](const Entry &a, const Entry &b) { return a.part != b.part ? a.part < b.part : a.rank < b.rank; };
        if (!std::is_sorted(begin, end, less))
            std::sort(begin, end, less);
        pushEqualParts(range, open);
    }
    std::vector<kube::RowId> rows;
    rows.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        rows.push_back(entry.row);
    return rows;
}

} // namespace tables
