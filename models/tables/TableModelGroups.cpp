// The groups of a live table.

#include "models/tables/TableModel.h"

#include <algorithm>

namespace tables {

/// As all others of its column are.
kube::Cell TableModel::anyCell(int column) const
{
    const std::vector<kube::RowId> &rows = m_order.rows();
    const bool isThere = !rows.empty() && m_rows.store().contains(rows.front());
    return isThere ? m_rows.cell(rows.front(), static_cast<std::size_t>(column)) : kube::Cell();
}

bool TableModel::canGroupBy(int column) const
{
    return anyCell(column).type != kube::Cell::Type::Age;
}

void TableModel::readGroups()
{
    for (const kube::RowId row : m_order.rows())
        m_groups.read(row);
    m_groups.rank();
}

void TableModel::setGroupColumn(std::optional<std::size_t> column)
{
    if (column == m_groups.column())
        return;
    m_groups.setColumn(column);
    wantAdded();
    readGroups();
    m_order.sort(sortBy());
    move(collect(), m_groups.takeGone());
}

int TableModel::groupRowOf(int row) const
{
    if (!m_groups.column())
        return -1;
    while (!isGroup(row))
        --row;
    return row;
}

void TableModel::setFolded(int row, bool folded)
{
    m_groups.setFolded(RowGroups::groupOfHead(rowId(row)), folded);
    move(collect(), {});
}

void TableModel::setAllFolded(bool folded)
{
    m_groups.setAllFolded(folded);
    move(collect(), {});
}

void TableModel::setFoldedGroups(std::set<std::string> labels)
{
    m_groups.setFolded(std::move(labels));
    move(collect(), {});
}

void TableModel::reveal(kube::RowId row)
{
    const bool isFolded = m_groups.column() && row < m_known.size() && m_known[row] != 0 && m_groups.group(m_groups.groupOf(row)).folded;
    if (!isFolded)
        return;
    m_groups.setFolded(m_groups.groupOf(row), false);
    move(collect(), {});
}

} // namespace tables
