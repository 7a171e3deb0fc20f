#include "widgets/table/GridView.h"

#include "widgets/table/CopyText.h"
#include "widgets/table/GridAccessible.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace table {

namespace {

constexpr int rowHeight = base::Theme::RowHeight;

} // namespace

GridView::GridView(tables::TableModel &model, QWidget *parent)
    : QAbstractScrollArea(parent), m_model(model), m_header(new GridHeader(model, this)), m_painter(model)
{
    installGridAccessibility();
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Objects"));
    setViewportMargins(0, base::Theme::HeaderHeight, 0, 0);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(rowHeight);
    horizontalScrollBar()->setSingleStep(20);
    m_header->setFont(base::Theme::instance().tableFont());
    for (const auto signal : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(m_header, signal, this, &GridView::placeColumns);
    connect(m_header, &QHeaderView::geometriesChanged, this, &GridView::placeColumns);
    connect(&base::Theme::instance(), &base::Theme::changed, this, [this] {
        m_header->setFont(base::Theme::instance().tableFont());
        m_painter.forget();
        viewport()->update();
    });
    connectModel();
    placeColumns();
}

/// The header speaks while it is hidden, when the view would be half gone.
GridView::~GridView() { delete m_header; }

// What is where

void GridView::placeColumns()
{
    m_places.clear();
    for (const int column : m_header->shownColumns())
        m_places.push_back({column, m_header->sectionViewportPosition(column), m_header->sectionSize(column)});
    updateScrollBars();
    viewport()->update();
}

void GridView::updateScrollBars()
{
    const int height = viewport()->height(), width = viewport()->width();
    verticalScrollBar()->setPageStep(std::max(rowHeight, height / rowHeight * rowHeight));
    verticalScrollBar()->setRange(0, std::max(0, m_model.rowCount() * rowHeight - height));
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setRange(0, std::max(0, m_header->length() - width));
}

void GridView::fitColumns()
{
    if (m_model.rowCount() == 0)
        return;
    m_header->fit(viewport()->width());
    m_isFitted = true;
}

int GridView::rowTop(int row) const { return row * rowHeight - verticalScrollBar()->value(); }

int GridView::firstVisibleRow() const { return verticalScrollBar()->value() / rowHeight; }

int GridView::endVisibleRow() const
{
    return std::min(m_model.rowCount(), (verticalScrollBar()->value() + viewport()->height() + rowHeight - 1) / rowHeight);
}

int GridView::currentRow() const
{
    const kube::RowId row = m_model.selection().current();
    return row == tables::RowSelection::none ? -1 : m_model.placeOf(row);
}

QRect GridView::cellRect(int row, int column) const
{
    return {m_header->sectionViewportPosition(column), rowTop(row), m_header->sectionSize(column), rowHeight};
}

GridView::Hit GridView::hitAt(const QPoint &position) const
{
    const int row = (position.y() + verticalScrollBar()->value()) / rowHeight;
    if (position.y() < 0 || row >= m_model.rowCount())
        return {};
    const auto place = std::find_if(m_places.begin(), m_places.end(), [&](const ColumnPlace &each) {
        return position.x() >= each.x && position.x() < each.x + each.width;
    });
    return {row, place == m_places.end() ? nullptr : &*place};
}

void GridView::ensureVisible(int row)
{
    const int top = row * rowHeight, value = verticalScrollBar()->value();
    if (top < value)
        verticalScrollBar()->setValue(top);
    else if (top + rowHeight > value + viewport()->height())
        verticalScrollBar()->setValue(top + rowHeight - viewport()->height());
}

void GridView::ensureColumnVisible()
{
    const int x = m_header->sectionPosition(m_currentColumn), end = x + m_header->sectionSize(m_currentColumn);
    if (x < horizontalScrollBar()->value())
        horizontalScrollBar()->setValue(x);
    else if (end > horizontalScrollBar()->value() + viewport()->width())
        horizontalScrollBar()->setValue(end - viewport()->width());
}

void GridView::resizeEvent(QResizeEvent *)
{
    m_header->setGeometry(viewport()->x(), 0, viewport()->width(), base::Theme::HeaderHeight);
    fitColumns();
    placeColumns();
}

void GridView::scrollContentsBy(int dx, int dy)
{
    if (dx != 0) {
        m_header->setOffset(horizontalScrollBar()->value());
        placeColumns();
    }
    viewport()->scroll(dx, dy);
    // The ring is cut off where rows come in; what is painted there is only half of it.
    if (dy != 0 && hasFocus())
        viewport()->update(0, rowTop(currentRow()) - rowHeight, viewport()->width(), 3 * rowHeight);
}

// Painting

void GridView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect rect = event->rect();
    const int first = std::max(0, (rect.top() + verticalScrollBar()->value()) / rowHeight);
    const int end = std::min(m_model.rowCount(), (rect.bottom() + verticalScrollBar()->value()) / rowHeight + 1);
    std::vector<ColumnPlace> places;
    std::copy_if(m_places.begin(), m_places.end(), std::back_inserter(places),
                 [&](const ColumnPlace &place) { return place.x <= rect.right() && place.x + place.width > rect.left(); });
    m_painter.paint(painter, {.viewport = QRect(0, rect.top(), viewport()->width(), rect.height()), .firstRowTop = rowTop(first), .firstRow = first,
                              .endRow = std::max(first, end), .columns = places, .currentRow = hasFocus() ? currentRow() : -1,
                              .currentColumn = m_currentColumn});
}

void GridView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_painter.forget();
        viewport()->update();
    }
}

void GridView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void GridView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

// Selection

QString GridView::currentKey() const
{
    const int row = currentRow();
    return row < 0 ? QString() : QString::fromStdString(m_model.key(row));
}

QStringList GridView::selectedKeys() const
{
    QStringList keys;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.selection().contains(m_model.rowId(row)))
            keys.push_back(QString::fromStdString(m_model.key(row)));
    return keys;
}

bool GridView::showRow(kube::RowId row)
{
    m_model.reveal(row);
    const int place = m_model.placeOf(row);
    if (place < 0)
        return false;
    moveTo(place, Reach::Only);
    return true;
}

void GridView::scrollTo(int row)
{
    updateScrollBars();
    verticalScrollBar()->setValue(row * rowHeight);
}

void GridView::copyRows() const
{
    QGuiApplication::clipboard()->setText(rowsAsText(m_model, m_header->shownColumns()));
}

void GridView::copyCell() const
{
    if (const int row = currentRow(); row >= 0 && m_currentColumn >= 0)
        QGuiApplication::clipboard()->setText(cellAsText(m_model, row, m_currentColumn));
}

void GridView::apply(const tables::TableLayout &layout)
{
    m_header->apply(layout);
    fitColumns();
    placeColumns();
}

void GridView::setCurrentCell(int row, int column)
{
    m_currentColumn = column;
    moveTo(row, Reach::Only);
    if (column >= 0)
        ensureColumnVisible();
}

void GridView::setFolded(int row, bool folded)
{
    m_model.setFolded(row, folded);
    Q_EMIT m_header->layoutChosen();
}

void GridView::setAllFolded(bool folded)
{
    m_model.setAllFolded(folded);
    Q_EMIT m_header->layoutChosen();
}

void GridView::activate(int row, int column)
{
    if (m_model.isGroup(row))
        return setFolded(row, !m_model.group(row).folded);
    const auto link = column >= 0 ? m_model.link(row, column) : std::nullopt;
    if (link)
        Q_EMIT linkActivated(*link);
    else if (const QString key = QString::fromStdString(m_model.key(row)); !key.isEmpty())
        Q_EMIT opened(key);
}

} // namespace table
