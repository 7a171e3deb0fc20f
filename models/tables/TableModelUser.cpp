// The columns that a person made.

#include "models/tables/TableModel.h"

#include <algorithm>

namespace tables {

void TableModel::setUserColumns(std::vector<UserColumn> columns)
{
    if (columns == userColumns())
        return;
    beginResetModel();
    const std::vector<std::string> namesBefore = columnNames();
    m_rows.setUserColumns(std::move(columns));
    readColumns(namesBefore);
    readRows();
    endResetModel();
}

bool TableModel::isOrderedBeside() const
{
    const auto isBeside = [&](std::size_t column) { return columns()[column].isBeside(); };
    return std::ranges::any_of(sortBy().columns, isBeside, &SortColumn::column) || (groupColumn() && isBeside(*groupColumn()));
}

void TableModel::takeUserValues(const UserValues &values)
{
    const kube::Store &store = m_rows.store();
    kube::Delta delta;
    for (const UserValues::Row &row : values.rows) {
        if (!store.contains(row.row) || row.row >= m_known.size() || m_known[row.row] == 0 || store.resourceVersion(row.row) != row.version)
            continue;
        m_rows.userCells().set(row.row, row.texts);
        delta.changed.push_back(row.row);
    }
    takeBeside(delta);
}

/// After cells that are not the store's became others, of rows that are known: what is the store's is not read again. Rows whose order cannot change
/// are only tested again.
void TableModel::takeBeside(const kube::Delta &delta)
{
    if (delta.isEmpty())
        return;
    Batch batch;
    batch.changed = delta.changed;
    batch.marked.assign(m_known.size(), 0);
    for (const kube::RowId row : delta.changed) {
        batch.marked[row] = 1;
        m_groups.read(row);
    }
    m_groups.rank();
    batch.gone = m_groups.takeGone();
    testRows(batch.changed);
    if (isOrderedBeside())
        m_order.update(batch.marked, batch.added, batch.changed);
    publish(batch);
}

} // namespace tables
