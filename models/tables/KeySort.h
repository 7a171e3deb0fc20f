#pragma once

#include "models/kube/Store.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tables {

/// Sorts many rows by the bytes of their keys, eight at a time: much faster than comparing texts.
class KeySort
{
public:
    /// For exactly that many rows.
    explicit KeySort(std::size_t rows);

    /// Where the key of the next row is appended to.
    std::string &keys() { return m_keys; }
    /// Ends the key of that row. Each row has a rank of its own below the number of rows; rows of equal keys stand by rank.
    void add(kube::RowId row, std::uint32_t rank);
    /// All rows by key.
    std::vector<kube::RowId> sorted();

private:
    struct Entry
    {
        std::uint64_t part = 0;
        std::uint32_t rank = 0;
    };
    struct Key
    {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        kube::RowId row = 0;
    };
    struct Range { std::size_t begin, end, depth; };

    std::uint64_t partOf(const Key &key, std::size_t depth) const;
    bool readParts(const Range &range);
    void sortParts(std::span<Entry> entries);
    void sortManyParts(std::span<Entry> entries);
    void pushEqualParts(const Range &range, std::vector<Range> &open) const;

    std::string m_keys;
    std::uint32_t m_lastEnd = 0;
    std::vector<Key> m_keyOfRank;
    std::vector<Entry> m_entries;
    std::vector<Entry> m_spare;
};

} // namespace tables
