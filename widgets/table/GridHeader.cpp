#include "widgets/table/GridHeader.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/table/CellLook.h"
#include "widgets/table/ColumnTitle.h"
#include "widgets/table/GaugePainter.h"
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
    connect(this, &QHeaderView::sectionResized, this, [this] { m_isResized |= m_isPressed; });
    connect(this, &QHeaderView::sectionMoved, this, [this] { m_isMoved |= m_isPressed; });
    connect(this, &QHeaderView::sectionHandleDoubleClicked, this, [this](int column) {
        resizeSection(column, wantedWidth(column));
        rememberWidths();
    });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_layoutBefore = layout(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        for (int column = 0; column < count(); ++column)
            setSectionHidden(column, !m_model.isColumnShown(column));
        place(tables::orderOf(columnNames(), m_layoutBefore));
    });
}

// Sorting

void GridHeader::sortBy(tables::SortBy by)
{
    m_model.setSortBy(std::move(by));
    viewport()->update();
    Q_EMIT layoutChosen();
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
        QAction *group = menu.addAction(tr("Group by this column"));
        const auto index = static_cast<std::size_t>(column);
        group->setCheckable(true);
        group->setChecked(m_model.groupColumn() == index);
        group->setEnabled(m_model.canGroupBy(column));
        connect(group, &QAction::triggered, this, [this, index](bool on) { groupBy(on ? std::optional(index) : std::nullopt); });
        menu.addSeparator();
        QAction *hide = menu.addAction(tr("Hide this column"));
        hide->setEnabled(shownColumns().size() > 1);
        connect(hide, &QAction::triggered, this, [this, column] { setColumnShown(column, false); });
    }
    if (column >= 0 && m_model.columns()[static_cast<std::size_t>(column)].isUser) {
        const std::string name = nameOf(column);
        connect(menu.addAction(tr("Change this column…")), &QAction::triggered, this, [this, name] { Q_EMIT userColumnRequested(name); });
        connect(menu.addAction(tr("Remove this column")), &QAction::triggered, this, [this, name] { removeUserColumn(name); });
    }
    connect(menu.addAction(tr("Add a column…")), &QAction::triggered, this, [this] { Q_EMIT userColumnRequested({}); });
    connect(menu.addAction(tr("Columns…")), &QAction::triggered, this, &GridHeader::chooserRequested);
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
    qreal width = widthOf(font(), columnTitle(m_model.columns()[static_cast<std::size_t>(column)]).toStdString()) + arrowRoom;
    const tables::AddedColumn *added = m_model.columns()[static_cast<std::size_t>(column)].added;
    if (added && added->hasGauge)
        width = std::max<qreal>(width, GaugeWidth);
    if (added)
        for (const tables::CellWord &word : added->words)
            width = std::max(width, widthOf(base::Theme::instance().tableFont(), textOf(word)));
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
    for (const int column : columns) {
        const auto chosen = m_widths.find(nameOf(column));
        wishes.push_back({chosen != m_widths.end() ? chosen->second : wantedWidth(column), roleOf(column)});
    }
    std::vector<int> widths;
    if (m_widths.empty())
        widths = shareWidth(wishes, width);
    else
        std::ranges::transform(wishes, std::back_inserter(widths), &ColumnWish::width);
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
    const QString name = columnTitle(m_model.columns()[static_cast<std::size_t>(column)]);
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
    m_isMoved = m_isResized = false;
    QHeaderView::mousePressEvent(event);
}

void GridHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_addsToSort = event->modifiers() & Qt::ShiftModifier;
    QHeaderView::mouseReleaseEvent(event);
    m_isPressed = false;
    if (m_isResized)
        rememberWidths();
    else if (m_isMoved)
        Q_EMIT layoutChosen();
}

} // namespace table
