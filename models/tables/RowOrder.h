#pragma once

#include "models/tables/RowGroups.h"
#include "models/tables/TableRows.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tables {

/// One column that rows are sorted by.
struct SortColumn
{
    std::size_t column = 0;
    bool descending = false;

    bool operator==(const SortColumn &) const = default;
};

/// What rows are sorted by: the first column decides, among its equals the second. Rows of equal cells stand by namespace and name, also
/// when descending.
struct SortBy
{
    std::vector<SortColumn> columns;
    bool brokenFirst = false;       ///< what needs attention comes first, whatever the columns say

    /// Where that column stands among those that are sorted by.
    std::optional<std::size_t> rankOf(std::size_t column) const;
    /// By that column alone; turned when it is already the only one.
    SortBy only(std::size_t column) const;
    /// By that column, too: ascending at first, then descending, then no more, unless it is the only one.
    SortBy with(std::size_t column) const;
    bool operator==(const SortBy &) const = default;
};

/// A list of rows that is kept sorted by a key: a change moves the rows it names, it never sorts all of them.
class SortedRows
{
public:
    /// Appends the key of a row.
    using KeyOf = std::function<void(std::string &key, kube::RowId row)>;

    explicit SortedRows(KeyOf keyOf) : m_keyOf(std::move(keyOf)) { }

    const std::vector<kube::RowId> &rows() const { return m_rows; }
    /// Takes over rows that are in order.
    void assign(std::vector<kube::RowId> rows) { m_rows = std::move(rows); }
    /// Takes out all marked rows and puts those of the list to their places; they must be marked if they are in.
    void repair(const std::vector<char> &marked, std::span<const kube::RowId> put);

private:
    struct Placed { std::string key; kube::RowId row; std::size_t at = 0; };

    std::size_t placeOf(const std::string &key, std::size_t from, std::string &probe) const;
    void splice(const std::vector<Placed> &placed);

    KeyOf m_keyOf;
    std::vector<kube::RowId> m_rows;
};

/// All rows of a table in the order a person chose: group by group where there are groups, which turn with their column.
class RowOrder
{
public:
    RowOrder(const TableRows &rows, const RowGroups &groups, const std::vector<kinds::Health> &healthOfRow);

    const std::vector<kube::RowId> &rows() const { return m_sorted.rows(); }
    const SortBy &sortBy() const { return m_sortBy; }
    /// Columns that are not there are left out.
    void sort(SortBy by);
    /// Marks are by row id: what is gone or may stand elsewhere now. `added` and `changed` are the rows that are there.
    void update(const std::vector<char> &marked, std::span<const kube::RowId> added, std::span<const kube::RowId> changed);
    void clear();

private:
    void appendGroupRank(std::string &key, kube::RowId row) const;
    void appendKey(std::string &key, kube::RowId row) const;
    void sortAll();
    void sortIdentities(std::vector<kube::RowId> rows);

    const TableRows &m_rows;
    const RowGroups &m_groups;
    const std::vector<kinds::Health> &m_health;
    SortBy m_sortBy;
    SortedRows m_identities;        ///< by namespace and name: where a sort of all rows begins
    SortedRows m_sorted;
};

} // namespace tables
