#pragma once

#include "widgets/graph/SpokenBox.h"

namespace graph {

/// The table in a box for who listens: resources down, verbs across, its children cell after cell.
class SpokenMatrix final : public SpokenBox, public QAccessibleTableInterface
{
public:
    using SpokenBox::SpokenBox;

    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int index) const override;
    QAccessible::Role role() const override { return QAccessible::Table; }
    void *interface_cast(QAccessible::InterfaceType type) override;

    // As a table.
    int rowCount() const override;
    int columnCount() const override;
    QAccessibleInterface *cellAt(int row, int column) const override;
    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QString rowDescription(int row) const override;
    QString columnDescription(int column) const override;
    int selectedCellCount() const override { return static_cast<int>(selectedCells().size()); }
    QList<QAccessibleInterface *> selectedCells() const override;
    /// One cell is selected at most, never a row.
    int selectedRowCount() const override { return 0; }
    int selectedColumnCount() const override { return 0; }
    QList<int> selectedRows() const override { return {}; }
    QList<int> selectedColumns() const override { return {}; }
    bool isRowSelected(int) const override { return false; }
    bool isColumnSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    /// Places of another scene are made anew.
    void modelChange(QAccessibleTableModelChangeEvent *) override { }

private:
    const Matrix &matrix() const { return *scene().node(spot().box).box.matrix; }
};

/// One cell of it.
class SpokenCell final : public SpokenBox, public QAccessibleTableCellInterface
{
public:
    using SpokenBox::SpokenBox;

    QAccessibleInterface *parent() const override { return interfaceOf(view(), {spot().box}); }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    void *interface_cast(QAccessible::InterfaceType type) override;

    // As a cell.
    bool isSelected() const override { return isCurrent(spot()); }
    int rowIndex() const override { return spot().row; }
    int columnIndex() const override { return spot().column; }
    int rowExtent() const override { return 1; }
    int columnExtent() const override { return 1; }
    /// Heads are no places of their own: a cell's name says its verb and resource, and the table describes them.
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QAccessibleInterface *table() const override { return parent(); }
};

} // namespace graph
