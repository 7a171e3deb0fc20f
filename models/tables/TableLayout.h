#pragma once

#include "models/tables/UserColumn.h"
#include "models/text/Value.h"

#include <span>
#include <string>
#include <vector>

namespace tables {

/// How a person wants the table of a kind. Columns go by their names, so that others may come and go.
struct TableLayout
{
    struct Column
    {
        std::string name;
        bool shown = true;
        int width = 0;              ///< pixels; 0: as it fits

        bool operator==(const Column &) const = default;
    };
    struct Sort
    {
        std::string column;
        bool descending = false;

        bool operator==(const Sort &) const = default;
    };

    std::vector<Column> columns;    ///< from left to right; empty: as the kind has them
    std::vector<Sort> sort;         ///< empty: by name
    bool brokenFirst = false;
    std::vector<UserColumn> userColumns;
    std::string group;              ///< the column that rows are grouped by; empty: none
    std::vector<std::string> folded;    ///< the groups that are folded, by their texts

    const Column *find(std::string_view column) const;
    bool operator==(const TableLayout &) const = default;
};

/// How the table of a kind is before somebody chose otherwise; of columns only those that are not shown or hidden as their kind has them.
/// Events stand in groups of one cause, warnings first, and in each the newest first; all others by name.
TableLayout layoutOfKind(std::string_view kind);

/// As it is remembered; readLayout() takes what is not as expected for absent.
text::Value toValue(const TableLayout &layout);
TableLayout readLayout(const text::Value &value);

/// The columns of a table in the order of the layout, as places in `names`. One that the layout does not know stands behind the one that it
/// stands behind in the table.
std::vector<std::size_t> orderOf(std::span<const std::string> names, const TableLayout &layout);

} // namespace tables
