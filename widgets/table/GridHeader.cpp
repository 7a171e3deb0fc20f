#include "widgets/table/GridHeader.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/table/CellLook.h"
#include "widgets/table/TextCache.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace table {

namespace {

constexpr int narrowest = 40;
constexpr int widestAtFirst = 360;
constexpr int widestNameAtFirst = 600;
constexpr int rowsMeasured = 60;
constexpr int arrowRoom = 14;

} // namespace

GridHeader::GridHeader(tables::TableModel &model, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_model(model)
{
    setModel(&model);
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(narrowest);
    setTextElideMode(Qt::ElideRight);
    setAccessibleName(tr("Columns"));
    for (int column = 0; column < count(); ++column)
        setSectionHidden(column, !model.isColumnShown(column));
    connect(this, &QHeaderView::sectionClicked, this, [this](int column) { sortByColumn(column, m_addsToSort); });
    connect(this, &QHeaderView::sectionResized, this, [this] { m_isAdjusted |= m_isPressed; });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        for (int column = 0; column < count(); ++column)
            setSectionHidden(column, !m_model.isColumnShown(column));
    });
}

// Sorting

void GridHeader::sortBy(tables::SortBy by)
{
    m_model.setSortBy(std::move(by));
    viewport()->update();
}

void GridHeader::sortByColumn(int column, bool adds)
{
    const auto index = static_cast<std::size_t>(column);
    sortBy(adds ? m_model.sortBy().with(index) : m_model.sortBy().only(index));
}

/// An arrow, and a number where there are several.
QString GridHeader::sortMark(int column) const
{
    const tables::SortBy &by = m_model.sortBy();
    const auto rank = by.rankOf(static_cast<std::size_t>(column));
    if (!rank)
        return {};
    const QString arrow = by.columns[*rank].descending ? QStringLiteral(" ▾") : QStringLiteral(" ▴");
    return by.columns.size() > 1 ? arrow + QString::number(*rank + 1) : arrow;
}

QString GridHeader::sortingOf(int column) const
{
    const tables::SortBy &by = m_model.sortBy();
    const auto rank = by.rankOf(static_cast<std::size_t>(column));
    if (!rank)
        return {};
    const QString order = by.columns[*rank].descending ? tr("sorted descending") : tr("sorted ascending");
    if (by.columns.size() == 1)
        return order;
    return tr("%1, key %2 of %3").arg(order, QString::number(*rank + 1), QString::number(by.columns.size()));
}

QSize GridHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), base::Theme::HeaderHeight}; }

QList<int> GridHeader::shownColumns() const
{
    QList<int> columns;
    for (int place = 0; place < count(); ++place)
        if (const int column = logicalIndex(place); !isSectionHidden(column))
            columns.push_back(column);
    return columns;
}

void GridHeader::setColumnShown(int column, bool shown)
{
    setSectionHidden(column, !shown);
    m_model.setColumnShown(column, shown);
    if (shown && !m_isAdjusted)
        resizeSection(column, wantedWidth(column));
}

void GridHeader::fillSortMenu(QMenu &menu, int column)
{
    const auto index = static_cast<std::size_t>(column);
    const tables::SortBy by = m_model.sortBy();
    const bool isOnly = by.columns.size() == 1 && by.rankOf(index);
    const auto add = [&](const QString &text, tables::SortBy wanted) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(wanted == by);
        connect(action, &QAction::triggered, this, [this, wanted] { sortBy(wanted); });
    };
    add(tr("Sort ascending"), {{{index, false}}, by.brokenFirst});
    add(tr("Sort descending"), {{{index, true}}, by.brokenFirst});
    if (by.columns.empty() || isOnly)
        return;
    tables::SortBy others = by;
    std::erase_if(others.columns, [&](const tables::SortColumn &each) { return each.column == index; });
    for (const bool descending : {false, true}) {
        tables::SortBy wanted = by;
        if (const auto rank = by.rankOf(index))
            wanted.columns[*rank].descending = descending;
        else
            wanted.columns.push_back({index, descending});
        add(descending ? tr("Then descending by this") : tr("Then ascending by this"), wanted);
    }
    if (by.rankOf(index))
        add(tr("Do not sort by this"), others);
}

void GridHeader::fillMenu(QMenu &menu, int column)
{
    if (column >= 0) {
        fillSortMenu(menu, column);
        menu.addSeparator();
    }
    for (column = 0; column < count(); ++column) {
        QAction *action = menu.addAction(base::buttonText(m_model.headerData(column, Qt::Horizontal).toString()));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        action->setEnabled(isSectionHidden(column) || shownColumns().size() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnShown(column, shown); });
    }
}

ColumnWish::Role GridHeader::roleOf(int column) const
{
    const auto index = static_cast<std::size_t>(column);
    if (m_model.source().healthColumn() == index)
        return ColumnWish::Role::State;
    return m_model.columns()[index].name == "Name" ? ColumnWish::Role::Name : ColumnWish::Role::Other;
}

int GridHeader::wantedWidth(int column) const
{
    qreal width = widthOf(font(), m_model.headerData(column, Qt::Horizontal).toString().toStdString()) + arrowRoom;
    CellLook look;
    for (int row = 0; row < std::min(m_model.rowCount(), rowsMeasured); ++row) {
        readCell(m_model, row, column, m_model.now(), look);
        width = std::max(width, widthOf(base::Theme::instance().tableFont(), look.text));
    }
    return std::clamp(static_cast<int>(width) + 2 * Padding + 1, narrowest, roleOf(column) == ColumnWish::Role::Name ? widestNameAtFirst : widestAtFirst);
}

void GridHeader::fit(int width)
{
    const QList<int> columns = shownColumns();
    if (columns.isEmpty())
        return;
    std::vector<ColumnWish> wishes;
    for (const int column : columns)
        wishes.push_back({wantedWidth(column), roleOf(column)});
    const std::vector<int> widths = shareWidth(wishes, width);
    for (qsizetype i = 0; i < columns.size(); ++i)
        resizeSection(columns[i], widths[static_cast<std::size_t>(i)]);
}

void GridHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    const base::Theme &theme = base::Theme::instance();
    painter->fillRect(rect, theme.color(base::Meaning::Surface));
    painter->setPen(theme.color(base::Meaning::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QString mark = sortMark(column);
    const QFontMetrics metrics(font());
    const QRect room = rect.adjusted(Padding, 0, -Padding, -1);
    const QString name = base::oneLine(m_model.headerData(column, Qt::Horizontal).toString());
    const QString shown = metrics.elidedText(name, Qt::ElideRight, room.width() - metrics.horizontalAdvance(mark)) + mark;
    painter->setFont(font());
    painter->setPen(theme.color(!mark.isEmpty() ? base::Meaning::Text : base::Meaning::Secondary));
    painter->drawText(room, (m_model.isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void GridHeader::popUpMenu(int column, const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, column);
    menu->popup(globalPosition);
}

void GridHeader::openMenu(int column)
{
    popUpMenu(column, viewport()->mapToGlobal(QPoint(sectionViewportPosition(column), height())));
}

void GridHeader::contextMenuEvent(QContextMenuEvent *event)
{
    popUpMenu(logicalIndexAt(event->pos()), event->globalPos());
}

void GridHeader::mousePressEvent(QMouseEvent *event)
{
    m_isPressed = true;
    QHeaderView::mousePressEvent(event);
}

void GridHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_addsToSort = event->modifiers() & Qt::ShiftModifier;
    QHeaderView::mouseReleaseEvent(event);
    m_isPressed = false;
}

} // namespace table
