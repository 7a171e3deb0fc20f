#include "models/tables/KeySort.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace tables {

namespace {

constexpr std::size_t partSize = sizeof(std::uint64_t);
/// Bytes that most keys do not exceed; it only saves growing.
constexpr std::size_t usualKey = 32;
/// From here on counting bytes beats comparing.
constexpr std::size_t many = 512;

} // namespace

KeySort::KeySort(std::size_t rows) : m_keyOfRank(rows), m_entries(rows), m_spare(rows)
{
    m_keys.reserve(rows * usualKey);
}

void KeySort::add(kube::RowId row, std::uint32_t rank)
{
    const auto end = static_cast<std::uint32_t>(m_keys.size());
    m_keyOfRank[rank] = {std::exchange(m_lastEnd, end), end, row};
    m_entries[rank] = {partOf(m_keyOfRank[rank], 0), rank};
}

/// Eight bytes of a key as a number; what lies behind its end is zero.
std::uint64_t KeySort::partOf(const Key &key, std::size_t depth) const
{
    const std::size_t begin = key.begin + depth;
    unsigned char bytes[partSize] = {};
    if (begin < key.end)
        std::memcpy(bytes, m_keys.data() + begin, std::min(key.end - begin, partSize));
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
        const Key &key = m_keyOfRank[m_entries[i].rank];
        open |= key.begin + range.depth < key.end;
        m_entries[i].part = partOf(key, range.depth);
    }
    return open;
}

/// By part, then by rank. The entries come by rank.
void KeySort::sortParts(std::span<Entry> entries)
{
    const auto less = [](const Entry &a, const Entry &b) { return a.part != b.part ? a.part < b.part : a.rank < b.rank; };
    if (std::is_sorted(entries.begin(), entries.end(), less))
        return;
    if (entries.size() < many)
        std::sort(entries.begin(), entries.end(), less);
    else
        sortManyParts(entries);
}

/// Byte by byte from the last to the first, each time keeping what is equal as it stands; bytes that all share are skipped.
void KeySort::sortManyParts(std::span<Entry> entries)
{
    std::array<std::array<std::uint32_t, 256>, partSize> counts{};
    for (const Entry &entry : entries)
        for (std::size_t byte = 0; byte < partSize; ++byte)
            ++counts[byte][entry.part >> (8 * byte) & 0xff];
    std::span<Entry> from = entries, to = std::span(m_spare).first(entries.size());
    for (std::size_t byte = 0; byte < partSize; ++byte) {
        std::array<std::uint32_t, 256> &count = counts[byte];
        if (count[entries[0].part >> (8 * byte) & 0xff] == entries.size())
            continue;
        for (std::uint32_t place = 0; std::uint32_t &each : count)
            place += std::exchange(each, place);
        for (const Entry &entry : from)
            to[count[entry.part >> (8 * byte) & 0xff]++] = entry;
        std::swap(from, to);
    }
    if (from.data() != entries.data())
        std::copy(from.begin(), from.end(), entries.begin());
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
        // The parts at the beginning were read while the keys were written.
        if (range.depth > 0 && !readParts(range))
            continue;
        sortParts(std::span(m_entries).subspan(range.begin, range.end - range.begin));
        pushEqualParts(range, open);
    }
    std::vector<kube::RowId> rows;
    rows.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        rows.push_back(m_keyOfRank[entry.rank].row);
    return rows;
}

} // namespace tables
