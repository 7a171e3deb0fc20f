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

bool TableModel::isOrderedByUserColumn() const
{
    const auto isUser = [&](std::size_t column) { return columns()[column].isUser; };
    return std::ranges::any_of(sortBy().columns, isUser, &SortColumn::column) || (groupColumn() && isUser(*groupColumn()));
}

/// Rows whose order cannot change are only tested again.
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
    if (delta.isEmpty())
        return;
    const Batch batch = sortOut(delta);
    testRows(batch.changed);
    if (isOrderedByUserColumn())
        m_order.update(batch.marked, batch.added, batch.changed);
    publish(batch);
}

} // namespace tables
