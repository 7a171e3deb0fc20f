#pragma once

#include "models/tables/TableRows.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tables {

/// One group of rows, and what a person sees of it while it is folded, too.
struct Group
{
    std::string label;                                          ///< the text of the cells they have in common
    std::size_t shown = 0;                                      ///< rows that pass the filter and are of a chosen state
    std::array<std::size_t, kinds::HealthCount> byHealth{};     ///< of the rows that pass the filter
    std::int64_t times = 0;                                     ///< of shown events: how often they were seen in all
    std::int64_t newest = kube::Cell::NoTime;                   ///< of shown events: when the last of them was, in unix seconds
    bool folded = false;
};

/// Which rows have equal cells in one column. Groups have small numbers, which are used again; a head stands for each of them among the ids
/// of rows.
class RowGroups
{
public:
    using Id = std::uint32_t;
    static constexpr kube::RowId HeadBit = 0x80000000;

    static bool isHead(kube::RowId row) { return (row & HeadBit) != 0; }
    static kube::RowId headOf(Id group) { return HeadBit | group; }
    static Id groupOfHead(kube::RowId head) { return head & ~HeadBit; }

    explicit RowGroups(const TableRows &rows) : m_rows(rows) { }

    /// The column that rows are grouped by; none: they are not.
    std::optional<std::size_t> column() const { return m_column; }
    /// Forgets all rows, not which groups are folded.
    void setColumn(std::optional<std::size_t> column);

    /// A row that came or changed; and one that went.
    void read(kube::RowId row);
    void drop(kube::RowId row);
    /// After rows were read or dropped, before ranks are asked for.
    void rank();
    Id groupOf(kube::RowId row) const { return m_groupOfRow[row]; }
    /// Where the group of a row stands among all of them.
    std::uint32_t rankOf(kube::RowId row) const { return m_groups[m_groupOfRow[row]].rank; }

    /// An empty one where it is gone.
    const Group &group(Id id) const;
    /// The heads of those that are gone since this was asked last; their numbers may be used again already.
    std::vector<kube::RowId> takeGone() { return std::exchange(m_gone, {}); }
    /// One above the largest number in use.
    Id end() const { return static_cast<Id>(m_groups.size()); }
    void count(const std::vector<Group> &counted);

    // By the labels, so that a group that comes back is as it was.
    const std::set<std::string> &folded() const { return m_folded; }
    void setFolded(std::set<std::string> labels);
    void setFolded(Id group, bool folded);
    void setAllFolded(bool folded);

private:
    static constexpr Id none = 0xffffffff;

    struct Entry
    {
        Group group;
        std::size_t rows = 0;
        std::uint32_t rank = 0;
    };

    std::string keyOf(const kube::Cell &cell) const;
    std::string labelOf(const kube::Cell &cell) const;
    Id take(std::string key, const kube::Cell &cell);

    const TableRows &m_rows;
    std::optional<std::size_t> m_column;
    std::vector<Id> m_groupOfRow;
    std::map<std::string, Id> m_idOfKey;        ///< in the order of the cells
    std::vector<std::map<std::string, Id>::iterator> m_keys;
    std::vector<Entry> m_groups;
    std::vector<Id> m_free;
    std::vector<kube::RowId> m_gone;
    std::set<std::string> m_folded;
    bool m_isRanked = true;
};

} // namespace tables
