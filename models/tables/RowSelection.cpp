#include "models/tables/RowSelection.h"

#include <algorithm>

namespace tables {

void RowSelection::add(kube::RowId row)
{
    if (RowGroups::isHead(row))
        return;
    if (m_selected.size() <= row)
        m_selected.resize(row + 1u, 0);
    m_size += m_selected[row] == 0 ? 1 : 0;
    m_selected[row] = 1;
}

void RowSelection::drop(kube::RowId row)
{
    if (contains(row)) {
        m_selected[row] = 0;
        --m_size;
    }
    if (m_current == row)
        m_current = none;
    if (m_anchor == row)
        m_anchor = none;
}

void RowSelection::clear()
{
    m_selected.clear();
    m_size = 0;
}

void RowSelection::select(kube::RowId row)
{
    clear();
    add(row);
    m_current = m_anchor = row;
}

void RowSelection::toggle(kube::RowId row)
{
    if (contains(row)) {
        m_selected[row] = 0;
        --m_size;
    } else {
        add(row);
    }
    m_current = m_anchor = row;
}

void RowSelection::selectRange(std::span<const kube::RowId> rows, kube::RowId newCurrent)
{
    selectAll(rows);
    m_current = newCurrent;
}

void RowSelection::selectAll(std::span<const kube::RowId> rows)
{
    clear();
    for (const kube::RowId row : rows)
        add(row);
}

bool RowSelection::keep(std::span<const kube::RowId> shown, std::span<const kube::RowId> gone)
{
    const std::size_t before = m_size;
    const kube::RowId currentBefore = m_current;
    for (const kube::RowId row : gone)
        drop(row);
    if (m_size == 0 && m_current == none)
        return before > 0 || currentBefore != none;
    std::vector<char> kept(m_selected.size(), 0);
    bool currentShown = false, anchorShown = false;
    m_size = 0;
    for (const kube::RowId row : shown) {
        currentShown |= row == m_current;
        anchorShown |= row == m_anchor;
        if (contains(row)) {
            kept[row] = 1;
            ++m_size;
        }
    }
    m_selected = std::move(kept);
    m_current = currentShown ? m_current : none;
    m_anchor = anchorShown ? m_anchor : none;
    return m_size != before || m_current != currentBefore;
}

} // namespace tables
