#include "widgets/table/GridAccessible.h"

#include "widgets/base/PlainText.h"
#include "widgets/table/ColumnTitle.h"
#include "widgets/table/GridView.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>

#include <map>
#include <utility>

namespace table {

namespace {

QString spoken(const GridView &view, int row, int column)
{
    if (view.model().isGroup(row))
        return view.header().shownColumns().indexOf(column) == 0 ? groupWords(view.model(), row) : QString();
    QString text = base::oneLine(std::string_view(view.model().text(row, column)));
    const auto &columns = view.model().columns();
    const QString name = columnTitle(columns[static_cast<std::size_t>(column)]);
    return text.isEmpty() ? QCoreApplication::translate("table", "%1: empty").arg(name) : text;
}

QString headerName(const GridView &view, int column)
{
    return columnTitle(view.model().columns()[static_cast<std::size_t>(column)]);
}

/// A cell, or with row -1 the name of a column. It stands for a place, so what is there may change.
class Cell final : public QAccessibleInterface, public QAccessibleTableCellInterface, public QAccessibleActionInterface
{
public:
    Cell(GridView *view, int row, int column) : m_view(view), m_row(row), m_column(column) { }

    bool isValid() const override { return m_view && m_row < m_view->model().rowCount() && m_column < m_view->model().columnCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view->window()->windowHandle(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return m_row < 0 ? QAccessible::ColumnHeader : QAccessible::Cell; }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description && m_row < 0 && isValid())
            return m_view->header().sortingOf(m_column);
        if (kind == QAccessible::Description && isValid())
            return base::oneLine(std::string_view(reasonOf(m_view->model(), m_row, m_column)));
        if (kind != QAccessible::Name || !isValid())
            return {};
        return m_row < 0 ? headerName(*m_view, m_column) : spoken(*m_view, m_row, m_column);
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        if (m_row >= 0)
            return m_view->cellRect(m_row, m_column).translated(m_view->viewport()->mapToGlobal(QPoint()));
        const GridHeader &header = m_view->header();
        return QRect(header.sectionViewportPosition(m_column), 0, header.sectionSize(m_column), header.height()).translated(header.mapToGlobal(QPoint()));
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (m_row < 0 || !isValid())
            return state;
        if (m_view->model().isGroup(m_row)) {
            state.expandable = true;
            state.collapsed = m_view->model().group(m_row).folded;
            state.expanded = !state.collapsed;
        }
        state.selectable = state.multiSelectable = state.focusable = true;
        state.selected = isSelected();
        state.active = state.focused = m_view->hasFocus() && m_view->currentRow() == m_row
            && (m_view->currentColumn() == m_column || m_view->currentColumn() < 0);
        state.offscreen = m_row < m_view->firstVisibleRow() || m_row >= m_view->endVisibleRow();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface *>(this);
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    // As a cell of a table.
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    int columnIndex() const override { return static_cast<int>(m_view->header().shownColumns().indexOf(m_column)); }
    int rowIndex() const override { return m_row; }
    bool isSelected() const override { return m_row >= 0 && isValid() && m_view->model().selection().contains(m_view->model().rowId(m_row)); }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> columnHeaderCells() const override;
    QAccessibleInterface *table() const override { return parent(); }

    // As something that can be pressed.
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (name != pressAction() || !isValid())
            return;
        if (m_row < 0)
            m_view->header().sortByColumn(m_column, false);
        else
            m_view->activate(m_row, m_column);
    }

private:
    GridView *m_view;
    int m_row;
    int m_column;
};

/// The table: its children are the names of the columns, then the cells of the rows on screen; rows and columns count all of them.
class Grid final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit Grid(GridView *view) : QAccessibleWidget(view, QAccessible::Table) { }
    ~Grid() override { forgetCells(); }

    int childCount() const override { return static_cast<int>(columns().size()) * (1 + visibleRows()); }
    QAccessibleInterface *child(int index) const override
    {
        const QList<int> shown = columns();
        if (index < 0 || index >= childCount())
            return nullptr;
        const int line = index / static_cast<int>(shown.size());
        return cell(line == 0 ? -1 : view()->firstVisibleRow() + line - 1, shown[index % shown.size()]);
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (child(i) == wanted)
                return i;
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (child(i)->rect().contains(x, y))
                return child(i);
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const int row = view()->currentRow();
        return row < 0 || columns().isEmpty() ? nullptr : cell(row, view()->currentColumn() < 0 ? columns().front() : view()->currentColumn());
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    int rowCount() const override { return view()->model().rowCount(); }
    int columnCount() const override { return static_cast<int>(columns().size()); }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        const bool isThere = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
        return isThere ? cell(row, columns()[column]) : nullptr;
    }
    QAccessibleInterface *header(int column) const { return cell(-1, column); }
    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QString columnDescription(int column) const override
    {
        return column >= 0 && column < columnCount() ? headerName(*view(), columns()[column]) : QString();
    }
    QString rowDescription(int row) const override
    {
        if (row < 0 || row >= rowCount())
            return {};
        return view()->model().isGroup(row) ? groupWords(view()->model(), row) : base::oneLine(std::string_view(view()->model().key(row)));
    }
    int selectedCellCount() const override { return selectedRowCount() * columnCount(); }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> cells;
        for (const int row : selectedRows())
            for (const int column : columns())
                cells.push_back(cell(row, column));
        return cells;
    }
    int selectedColumnCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    int selectedRowCount() const override { return static_cast<int>(view()->model().selection().size()); }
    /// Of those on screen.
    QList<int> selectedRows() const override
    {
        QList<int> rows;
        for (int row = view()->firstVisibleRow(); row < view()->endVisibleRow(); ++row)
            if (isRowSelected(row))
                rows.push_back(row);
        return rows;
    }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override
    {
        return row >= 0 && row < rowCount() && view()->model().selection().contains(view()->model().rowId(row));
    }
    bool selectRow(int row) override
    {
        if (row < 0 || row >= rowCount())
            return false;
        view()->setCurrentCell(row, -1);
        return true;
    }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override
    {
        if (!isRowSelected(row))
            return false;
        view()->model().selection().toggle(view()->model().rowId(row));
        view()->viewport()->update();
        return true;
    }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forgetCells(); }

private:
    GridView *view() const { return static_cast<GridView *>(widget()); }
    QList<int> columns() const { return view()->header().shownColumns(); }
    int visibleRows() const { return view()->endVisibleRow() - view()->firstVisibleRow(); }

    QAccessibleInterface *cell(int row, int column) const
    {
        const auto [place, isNew] = m_cells.try_emplace({row, column}, 0u);
        if (isNew)
            place->second = QAccessible::registerAccessibleInterface(new Cell(view(), row, column));
        return QAccessible::accessibleInterface(place->second);
    }
    void forgetCells()
    {
        for (const auto &[place, id] : std::exchange(m_cells, {}))
            QAccessible::deleteAccessibleInterface(id);
    }

    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells;
};

QList<QAccessibleInterface *> Cell::columnHeaderCells() const
{
    return m_row < 0 ? QList<QAccessibleInterface *>() : QList<QAccessibleInterface *>{static_cast<Grid *>(parent())->header(m_column)};
}

QAccessibleInterface *makeGrid(const QString &, QObject *object)
{
    auto *view = qobject_cast<GridView *>(object);
    return view ? new Grid(view) : nullptr;
}

} // namespace

void installGridAccessibility()
{
    static const bool installed = [] { QAccessible::installFactory(makeGrid); return true; }();
    Q_UNUSED(installed)
}

void sayCurrentCell(GridView *view)
{
    const int row = view->currentRow();
    if (row < view->firstVisibleRow() || row >= view->endVisibleRow())
        return;
    const QList<int> columns = view->header().shownColumns();
    const auto column = std::max<qsizetype>(0, columns.indexOf(view->currentColumn()));
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(static_cast<int>((row - view->firstVisibleRow() + 1) * columns.size() + column));
    QAccessible::updateAccessibility(&event);
}

void sayRowsChanged(GridView *view)
{
    QAccessibleTableModelChangeEvent event(view, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

} // namespace table
