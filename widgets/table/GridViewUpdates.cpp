// What happens to the view when the rows change under it.

#include "widgets/table/GridView.h"

#include "widgets/table/GridAccessible.h"

#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>

namespace table {

namespace {

constexpr int rowHeight = base::Theme::RowHeight;
/// How often a filter that looks at ages is asked again.
constexpr int filterTicks = 10;

} // namespace

void GridView::connectModel()
{
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, &GridView::rememberAnchor);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &GridView::rowsMoved);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_painter.forget();
        m_currentColumn = -1;
        m_isFitted = false;
        rowsMoved();
        placeColumns();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { rowsChanged(first.row(), last.row()); });
}

/// The current row keeps its place on screen, or else the row at the top; at the very top the view stays there.
void GridView::rememberAnchor()
{
    m_currentBefore = m_model.selection().current();
    m_selectedBefore = m_model.selection().size();
    m_anchorRow = tables::RowSelection::none;
    const int current = currentRow();
    if (current >= 0)
        m_lastCurrentRow = current;
    if (verticalScrollBar()->value() == 0 || m_model.rowCount() == 0)
        return;
    const bool currentIsVisible = current >= firstVisibleRow() && current < endVisibleRow();
    const int row = std::min(currentIsVisible ? current : firstVisibleRow(), m_model.rowCount() - 1);
    m_anchorRow = m_model.rowId(row);
    m_anchorY = rowTop(row);
}

void GridView::restoreAnchor()
{
    const int row = m_anchorRow == tables::RowSelection::none ? -1 : m_model.placeOf(m_anchorRow);
    if (row >= 0)
        verticalScrollBar()->setValue(row * rowHeight - m_anchorY);
}

void GridView::rowsMoved()
{
    updateScrollBars();
    restoreAnchor();
    if (!m_isFitted)
        fitColumns();
    viewport()->update();
    m_header->viewport()->update();
    if (m_model.selection().current() != m_currentBefore || m_model.selection().size() != m_selectedBefore)
        Q_EMIT selectionChanged();
}

void GridView::rowsChanged(int first, int last)
{
    if (last >= firstVisibleRow() && first < endVisibleRow())
        viewport()->update();
}

/// Once a second at most, however fast rows come and go.
void GridView::sayRowCount()
{
    if (m_rowCountSaid == m_model.rowCount())
        return;
    m_rowCountSaid = m_model.rowCount();
    sayRowsChanged(this);
}

void GridView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    m_second.start(1000, Qt::CoarseTimer, this);
}

void GridView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    m_second.stop();
}

void GridView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_second.timerId())
        return QAbstractScrollArea::timerEvent(event);
    if (++m_ticks % filterTicks == 0)
        m_model.timePassed();
    sayRowCount();
    repaintAges();
}

/// Only when an age on screen reads otherwise than before.
void GridView::repaintAges()
{
    const base::SystemTime now = m_model.now();
    std::size_t hash = 0;
    for (const ColumnPlace &place : m_places) {
        for (int row = firstVisibleRow(); row < endVisibleRow(); ++row) {
            const kube::Cell cell = m_model.cell(row, place.column);
            if (cell.type == kube::Cell::Type::Age || cell.type == kube::Cell::Type::CountAgo)
                hash = hash * 31 + std::hash<std::string>()(cell.display(now));
        }
    }
    if (hash != m_agesPainted)
        viewport()->update();
    m_agesPainted = hash;
}

} // namespace table
