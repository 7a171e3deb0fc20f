#include "widgets/graph/SpokenMatrix.h"

#include "widgets/base/PlainText.h"
#include "widgets/graph/GraphView.h"

namespace graph {

int SpokenMatrix::rowCount() const
{
    return static_cast<int>(matrix().rows.size());
}

int SpokenMatrix::columnCount() const
{
    return static_cast<int>(matrix().verbs.size());
}

QAccessibleInterface *SpokenMatrix::cellAt(int row, int column) const
{
    const bool isThere = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return isThere ? interfaceOf(view(), {spot().box, row, column}) : nullptr;
}

QAccessibleInterface *SpokenMatrix::child(int index) const
{
    return index < 0 || index >= childCount() ? nullptr : cellAt(index / columnCount(), index % columnCount());
}

QString SpokenMatrix::rowDescription(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : base::oneLine(std::string_view(matrix().rows[static_cast<std::size_t>(row)].name));
}

QString SpokenMatrix::columnDescription(int column) const
{
    return column < 0 || column >= columnCount() ? QString() : base::oneLine(std::string_view(matrix().verbs[static_cast<std::size_t>(column)]));
}

QList<QAccessibleInterface *> SpokenMatrix::selectedCells() const
{
    const Spot current = isValid() ? view()->current() : Spot();
    return current.isCell() && current.box == spot().box ? QList<QAccessibleInterface *>{cellAt(current.row, current.column)} : QList<QAccessibleInterface *>();
}

void *SpokenMatrix::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this) : SpokenBox::interface_cast(type);
}

void *SpokenCell::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : SpokenBox::interface_cast(type);
}

} // namespace graph
