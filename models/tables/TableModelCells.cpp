// What stands in the cells of a live table, for our views and for Qt's.

#include "models/tables/TableModel.h"

#include "models/text/Plain.h"

#include <QString>

#include <algorithm>

namespace tables {

int TableModel::placeOf(kube::RowId row) const
{
    const auto found = std::find(m_shown.begin(), m_shown.end(), row);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

kube::Cell TableModel::cell(int row, int column) const
{
    return isLive(row) ? m_rows.cell(rowId(row), static_cast<std::size_t>(column)) : kube::Cell();
}

std::string TableModel::text(int row, int column) const { return cell(row, column).display(m_clock.now()); }

std::optional<kinds::ObjectLink> TableModel::link(int row, int column) const
{
    return isLive(row) ? m_rows.link(rowId(row), static_cast<std::size_t>(column)) : std::nullopt;
}

std::string TableModel::key(int row) const
{
    return isLive(row) ? std::string(m_rows.store().key(rowId(row))) : std::string();
}

bool TableModel::isRightAligned(int column) const
{
    const AddedColumn *added = columns()[static_cast<std::size_t>(column)].added;
    const kube::Cell::Type type = anyCell(column).type;
    return (added && added->isNumber) || type == kube::Cell::Type::Integer || type == kube::Cell::Type::Age;
}

// For Qt's own views

int TableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }

int TableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(columns().size()); }

QModelIndex TableModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, quintptr(rowId(row))) : QModelIndex();
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole && isGroup(index.row()))
        return index.column() == 0 ? QString::fromStdString(text::plain(group(index.row()).label)) : QString();
    if (role == Qt::DisplayRole)
        return QString::fromStdString(text::plain(text(index.row(), index.column())));
    if (role == Qt::TextAlignmentRole && isRightAligned(index.column()))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return QString::fromStdString(columns()[static_cast<std::size_t>(section)].title());
    if (role == Qt::TextAlignmentRole && isRightAligned(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace tables
