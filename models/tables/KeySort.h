#pragma once

#include "models/kube/Store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tables {

/// Sorts many rows by the bytes of their keys, eight at a time: much faster than comparing texts.
class KeySort
{
public:
    explicit KeySort(std::size_t rows);

    /// Where the key of the next row is appended to.
    std::string &keys() { return m_keys; }
    /// Ends the key of that row. Rows of equal keys stand by their rank.
    void add(kube::RowId row, std::uint32_t rank);
    std::vector<kube::RowId> sorted();

private:
    struct Entry
    {
        std::uint64_t part = 0;
        std::uint32_t place = 0;    ///< of its key
        std::uint32_t rank = 0;
        kube::RowId row = 0;
    };
    struct Range { std::size_t begin, end, depth; };

    std::uint64_t partOf(std::uint32_t place, std::size_t depth) const;
    bool readParts(const Range &range);
    void pushEqualParts(const Range &range, std::vector<Range> &open) const;

    std::string m_keys;
    std::vector<std::uint32_t> m_ends;
    std::vector<Entry> m_entries;
};

} // namespace tables
