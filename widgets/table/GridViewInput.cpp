// What a person does with keys and mouse.

#include "widgets/table/GridView.h"

#include "widgets/base/PlainText.h"
#include "widgets/table/GridAccessible.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace table {

void GridView::moveTo(int row, Reach reach)
{
    if (m_model.rowCount() == 0)
        return;
    row = std::clamp(row, 0, m_model.rowCount() - 1);
    tables::RowSelection &selection = m_model.selection();
    const kube::RowId id = m_model.rowId(row);
    const int anchor = selection.anchor() == tables::RowSelection::none ? -1 : m_model.placeOf(selection.anchor());
    if (reach == Reach::FocusOnly) {
        selection.setCurrent(id);
    } else if (reach == Reach::Extend && anchor >= 0) {
        const auto [first, last] = std::minmax(anchor, row);
        const std::span<const kube::RowId> rows(m_model.shownRows());
        selection.selectRange(rows.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first + 1)), id);
    } else {
        selection.select(id);
    }
    m_lastCurrentRow = row;
    ensureVisible(row);
    selectionMoved();
}

void GridView::selectionMoved()
{
    viewport()->update();
    sayCurrentCell(this);
    Q_EMIT selectionChanged();
}

/// From the row as a whole to its first cell and on; left of the first cell is the row again.
void GridView::moveColumn(int step)
{
    const auto place = std::find_if(m_places.begin(), m_places.end(), [&](const ColumnPlace &each) { return each.column == m_currentColumn; });
    const int at = (place == m_places.end() ? -1 : static_cast<int>(place - m_places.begin())) + step;
    m_currentColumn = at < 0 ? -1 : m_places[static_cast<std::size_t>(std::min(at, static_cast<int>(m_places.size()) - 1))].column;
    if (m_currentColumn >= 0)
        ensureColumnVisible();
    viewport()->update();
    sayCurrentCell(this);
}

bool GridView::handleMoveKey(const QKeyEvent &event)
{
    if (event.modifiers() & Qt::AltModifier)
        return false;
    const int page = std::max(1, viewport()->height() / base::Theme::RowHeight - 1);
    const int last = m_model.rowCount() - 1;
    const int current = currentRow();
    const int from = current >= 0 ? current : std::min(m_lastCurrentRow, last);
    int to = 0;
    switch (event.key()) {
    case Qt::Key_Up: to = current >= 0 ? from - 1 : from; break;
    case Qt::Key_Down: to = current >= 0 ? from + 1 : from; break;
    case Qt::Key_PageUp: to = from - page; break;
    case Qt::Key_PageDown: to = from + page; break;
    case Qt::Key_Home: to = 0; break;
    case Qt::Key_End: to = last; break;
    default: return false;
    }
    const bool extends = event.modifiers() & Qt::ShiftModifier, onlyMoves = event.modifiers() & Qt::ControlModifier;
    moveTo(to, extends ? Reach::Extend : onlyMoves ? Reach::FocusOnly : Reach::Only);
    return true;
}

/// Left folds, right unfolds; with Control all groups. Left of a row is the head of its group.
bool GridView::handleFoldKey(const QKeyEvent &event)
{
    const int row = currentRow();
    const bool isLeft = event.key() == Qt::Key_Left;
    if (!m_model.groupColumn() || row < 0 || (!isLeft && event.key() != Qt::Key_Right))
        return false;
    if (event.modifiers() & Qt::ControlModifier) {
        const int head = m_model.groupRowOf(row);
        m_model.selection().setCurrent(m_model.rowId(head));
        setAllFolded(isLeft);
        ensureVisible(currentRow());
    } else if (m_model.isGroup(row)) {
        if (m_model.group(row).folded != isLeft)
            setFolded(row, isLeft);
    } else if (isLeft && m_currentColumn < 0) {
        moveTo(m_model.groupRowOf(row), Reach::Only);
    } else {
        return false;
    }
    sayCurrentCell(this);
    return true;
}

bool GridView::handleActionKey(const QKeyEvent &event)
{
    if (handleFoldKey(event))
        return true;
    const int current = currentRow();
    const bool isControl = event.modifiers() & Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Down:
        if (!(event.modifiers() & Qt::AltModifier) || m_places.empty())
            return false;
        m_header->openMenu(m_currentColumn < 0 ? m_places.front().column : m_currentColumn);
        return true;
    case Qt::Key_Left: moveColumn(-1); return true;
    case Qt::Key_Right: moveColumn(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current >= 0)
            activate(current, m_currentColumn);
        return true;
    case Qt::Key_Space:
        if (current >= 0 && m_model.isGroup(current)) {
            activate(current, -1);
        } else if (current >= 0) {
            m_model.selection().toggle(m_model.rowId(current));
            selectionMoved();
        }
        return true;
    case Qt::Key_A:
        if (!isControl)
            return false;
        m_model.selection().selectAll(m_model.shownRows());
        selectionMoved();
        return true;
    case Qt::Key_C:
        if (!isControl)
            return false;
        event.modifiers() & Qt::AltModifier ? copyCell() : copyRows(); // with Shift they belong to the window
        return true;
    default:
        return false;
    }
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (handleMoveKey(*event) || handleActionKey(*event))
        return event->accept();
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (isText)
        Q_EMIT textTyped(event->text());
    else
        event->ignore();
}

std::optional<kinds::ObjectLink> GridView::linkAt(const QPoint &position)
{
    const Hit hit = hitAt(position);
    if (!hit.place || m_model.isGroup(hit.row) || !m_model.columns()[static_cast<std::size_t>(hit.place->column)].link)
        return std::nullopt;
    if (!m_painter.textRect(hit.row, *hit.place, rowTop(hit.row)).contains(position))
        return std::nullopt;
    return m_model.link(hit.row, hit.place->column);
}

void GridView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const Hit hit = hitAt(position);
    if (hit.row < 0)
        return;
    const bool isMenu = event->button() == Qt::RightButton; // which acts on the cell it opens at
    m_currentColumn = isMenu && hit.place && !m_model.isGroup(hit.row) ? hit.place->column : -1;
    if (isMenu)
        return moveTo(hit.row, m_model.selection().contains(m_model.rowId(hit.row)) ? Reach::FocusOnly : Reach::Only);
    if (event->button() != Qt::LeftButton)
        return;
    if (m_model.isGroup(hit.row) && event->modifiers() == Qt::NoModifier) {
        moveTo(hit.row, Reach::Only);
        return activate(hit.row, -1);
    }
    m_pressedLink = event->modifiers() == Qt::NoModifier ? linkAt(position) : std::nullopt;
    if (event->modifiers() & Qt::ControlModifier) {
        m_model.selection().toggle(m_model.rowId(hit.row));
        selectionMoved();
    } else {
        moveTo(hit.row, event->modifiers() & Qt::ShiftModifier ? Reach::Extend : Reach::Only);
    }
}

void GridView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (event->buttons() & Qt::LeftButton) {
        const int row = (position.y() + verticalScrollBar()->value()) / base::Theme::RowHeight;
        if (m_model.selection().anchor() != tables::RowSelection::none && row != currentRow())
            moveTo(row, Reach::Extend);
        return;
    }
    viewport()->setCursor(linkAt(position) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void GridView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressedLink, std::nullopt);
    if (pressed && event->button() == Qt::LeftButton && linkAt(event->position().toPoint()) == pressed)
        Q_EMIT linkActivated(*pressed);
}

void GridView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const Hit hit = hitAt(position);
    if (event->button() == Qt::LeftButton && hit.row >= 0 && !m_model.isGroup(hit.row) && !linkAt(position))
        activate(hit.row, -1);
}

void GridView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentRow() >= 0)
        position = viewport()->mapToGlobal(QPoint(GridHeader::Padding, rowTop(currentRow()) + base::Theme::RowHeight));
    Q_EMIT menuRequested(position);
}

bool GridView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showTip(help->pos(), help->globalPos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void GridView::showTip(const QPoint &position, const QPoint &globalPosition)
{
    const Hit hit = hitAt(position);
    if (!hit.place)
        return QToolTip::hideText();
    const bool tellsMore = hasTip(m_model, hit.row, hit.place->column) || m_painter.isShortened(hit.row, *hit.place);
    QToolTip::showText(globalPosition, tellsMore ? base::plainToolTip(tipOf(m_model, hit.row, hit.place->column)) : QString(), viewport());
}

} // namespace table
