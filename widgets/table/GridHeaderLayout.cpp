// Which columns are shown, in which order and how wide: what of a table is remembered.

#include "widgets/table/GridHeader.h"

#include "widgets/base/PlainText.h"
#include "widgets/table/ColumnTitle.h"

#include <QMenu>

#include <algorithm>

namespace table {

QList<int> GridHeader::shownColumns() const
{
    QList<int> columns;
    for (int place = 0; place < count(); ++place)
        if (const int column = logicalIndex(place); !isSectionHidden(column))
            columns.push_back(column);
    return columns;
}

std::vector<std::string> GridHeader::columnNames() const
{
    std::vector<std::string> names;
    std::ranges::transform(m_model.columns(), std::back_inserter(names), &tables::TableColumn::name);
    return names;
}

void GridHeader::setColumnShown(int column, bool shown)
{
    if (isSectionHidden(column) != shown || (!shown && shownColumns().size() == 1))
        return;
    setSectionHidden(column, !shown);
    m_model.setColumnShown(column, shown);
    if (shown && !m_widths.contains(nameOf(column)))
        resizeSection(column, wantedWidth(column));
    Q_EMIT layoutChosen();
}

void GridHeader::setOrder(const QList<int> &columns)
{
    place({columns.begin(), columns.end()});
    Q_EMIT layoutChosen();
}

void GridHeader::place(const std::vector<std::size_t> &columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        moveSection(visualIndex(static_cast<int>(columns[i])), static_cast<int>(i));
}

/// Once one width was chosen, the others stay as they are, too.
void GridHeader::rememberWidths()
{
    for (const int column : shownColumns())
        m_widths[nameOf(column)] = sectionSize(column);
    Q_EMIT layoutChosen();
}

tables::TableLayout GridHeader::layoutAtFirst() const
{
    const tables::TableLayout ofKind = tables::layoutOfKind(m_model.source().type().kind);
    tables::TableLayout layout = ofKind;
    layout.columns.clear();
    if (m_model.columns().empty())
        return {}; // a server's Table tells its columns with the first rows
    for (const tables::TableColumn &column : m_model.columns()) {
        const auto *chosen = ofKind.find(column.name);
        layout.columns.push_back({column.name, chosen ? chosen->shown : column.isShownAtFirst(), 0});
    }
    for (tables::TableLayout::Sort &sort : layout.sort)
        sort.column = nameOf(static_cast<int>(m_model.source().columnNamed(sort.column).value_or(0)));
    if (!m_model.source().columnNamed(layout.group))
        layout.group.clear();
    return layout;
}

tables::TableLayout GridHeader::layout() const
{
    tables::TableLayout layout;
    for (int place = 0; place < count(); ++place) {
        const int column = logicalIndex(place);
        const auto width = m_widths.find(nameOf(column));
        layout.columns.push_back({nameOf(column), m_model.isColumnShown(column), width == m_widths.end() ? 0 : width->second});
    }
    for (const tables::SortColumn &by : m_model.sortBy().columns)
        layout.sort.push_back({nameOf(static_cast<int>(by.column)), by.descending});
    layout.brokenFirst = m_model.sortBy().brokenFirst;
    layout.userColumns = m_model.userColumns();
    if (const auto group = m_model.groupColumn()) {
        layout.group = nameOf(static_cast<int>(*group));
        layout.folded.assign(m_model.foldedGroups().begin(), m_model.foldedGroups().end());
    }
    return layout == layoutAtFirst() ? tables::TableLayout() : layout;
}

/// Columns of the kind keep their names.
std::vector<tables::UserColumn> GridHeader::freeNames(std::vector<tables::UserColumn> columns) const
{
    std::erase_if(columns, [&](const tables::UserColumn &each) {
        const auto index = m_model.source().columnNamed(each.name);
        return index && !m_model.columns()[*index].isUser;
    });
    return columns;
}

void GridHeader::setUserColumns(const std::vector<tables::UserColumn> &columns)
{
    m_model.setUserColumns(freeNames(columns));
    Q_EMIT layoutChosen();
}

void GridHeader::removeUserColumn(const std::string &name)
{
    std::vector<tables::UserColumn> columns = m_model.userColumns();
    std::erase_if(columns, [&](const tables::UserColumn &each) { return each.name == name; });
    setUserColumns(columns);
}

void GridHeader::showColumns(const tables::TableLayout &layout)
{
    std::vector<char> shown;
    for (const tables::TableColumn &column : m_model.columns()) {
        const auto *known = layout.find(column.name);
        shown.push_back(known ? known->shown : column.isShownAtFirst());
    }
    if (std::ranges::find(shown, 1) == shown.end())
        std::ranges::transform(m_model.columns(), shown.begin(), &tables::TableColumn::isShownAtFirst);
    for (int column = 0; column < count(); ++column) {
        setSectionHidden(column, shown[static_cast<std::size_t>(column)] == 0);
        m_model.setColumnShown(column, shown[static_cast<std::size_t>(column)] != 0);
    }
}

void GridHeader::apply(const tables::TableLayout &chosen)
{
    m_model.setUserColumns(freeNames(chosen.userColumns));
    tables::TableLayout layout = chosen;
    if (chosen.columns.empty() && chosen.sort.empty()) {
        layout = layoutAtFirst();
        layout.brokenFirst = chosen.brokenFirst;
    }
    m_widths.clear();
    for (const tables::TableLayout::Column &column : layout.columns)
        if (column.width > 0)
            m_widths[column.name] = std::max(column.width, minimumSectionSize());
    showColumns(layout);
    place(tables::orderOf(columnNames(), layout));
    tables::SortBy by{{}, layout.brokenFirst};
    for (const tables::TableLayout::Sort &sort : layout.sort)
        if (const auto column = m_model.source().columnNamed(sort.column))
            by.columns.push_back({*column, sort.descending});
    if (by.columns.empty())
        by.columns.push_back({m_model.source().columnNamed("Name").value_or(0), false});
    m_model.setSortBy(std::move(by));
    m_model.setFoldedGroups({layout.folded.begin(), layout.folded.end()});
    m_model.setGroupColumn(layout.group.empty() ? std::nullopt : m_model.source().columnNamed(layout.group));
    viewport()->update();
}

void GridHeader::groupBy(std::optional<std::size_t> column)
{
    m_model.setFoldedGroups({});
    m_model.setGroupColumn(column);
    Q_EMIT layoutChosen();
}

void GridHeader::fillGroupMenu(QMenu &menu)
{
    const auto add = [&](const QString &text, std::optional<std::size_t> column) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(column == m_model.groupColumn());
        connect(action, &QAction::triggered, this, [this, column] { groupBy(column); });
    };
    add(tr("No groups"), std::nullopt);
    menu.addSeparator();
    for (int place = 0; place < count(); ++place)
        if (const int column = logicalIndex(place); m_model.canGroupBy(column) && nameOf(column) != "Name")
            add(base::buttonText(columnTitle(m_model.columns()[static_cast<std::size_t>(column)])), static_cast<std::size_t>(column));
}

} // namespace table
