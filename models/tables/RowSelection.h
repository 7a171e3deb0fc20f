#pragma once

#include "models/tables/RowGroups.h"

#include <span>
#include <vector>

namespace tables {

/// Which rows a person has selected, and which one is current. Rows, not places: they stay selected wherever they move. The head of a group
/// can be current, never selected.
class RowSelection
{
public:
    static constexpr kube::RowId none = 0xffffffff;

    bool contains(kube::RowId row) const { return row < m_selected.size() && m_selected[row] != 0; }
    std::size_t size() const { return m_size; }
    /// The row that keys act on; none when there is none.
    kube::RowId current() const { return m_current; }
    /// Where a range begins that is extended to the current row.
    kube::RowId anchor() const { return m_anchor; }

    void clear();
    /// Only this row.
    void select(kube::RowId row);
    void toggle(kube::RowId row);
    /// Only these rows; the current one is the end of the range that is not the anchor.
    void selectRange(std::span<const kube::RowId> rows, kube::RowId newCurrent);
    /// Only these rows; the current one stays.
    void selectAll(std::span<const kube::RowId> rows);
    void setCurrent(kube::RowId row) { m_current = row; }

    /// Lets go of every row that is not shown any more; true when there was one. `gone` are rows whose id may name another object now.
    bool keep(std::span<const kube::RowId> shown, std::span<const kube::RowId> gone);

private:
    void add(kube::RowId row);
    void drop(kube::RowId row);

    std::vector<char> m_selected;       ///< by row id
    std::size_t m_size = 0;
    kube::RowId m_current = none;
    kube::RowId m_anchor = none;
};

} // namespace tables
