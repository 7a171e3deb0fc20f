#pragma once

#include "models/tables/TableLayout.h"
#include "models/tables/TableModel.h"
#include "widgets/table/ColumnWidths.h"

#include <QHeaderView>

#include <map>
#include <string>

class QMenu;

namespace table {

/// The names of the columns; a click sorts, borders are dragged, names are moved, the menu chooses what is shown.
class GridHeader final : public QHeaderView
{
    Q_OBJECT

public:
    GridHeader(tables::TableModel &model, QWidget *parent);

    /// The shown columns from left to right.
    QList<int> shownColumns() const;
    /// A person's wish; the last one that is shown stays.
    void setColumnShown(int column, bool shown);
    /// A person's wish: all columns, hidden ones too, from left to right.
    void setOrder(const QList<int> &columns);
    /// A person's wish: columns of their own.
    void setUserColumns(const std::vector<tables::UserColumn> &columns);
    void removeUserColumn(const std::string &name);
    /// A person's wish: groups of that column, all unfolded, or none.
    void groupBy(std::optional<std::size_t> column);
    /// An entry for every column that rows can be grouped by.
    void fillGroupMenu(QMenu &menu);
    /// What can be done about that column.
    void fillMenu(QMenu &menu, int column);
    /// The menu of that column, below its name.
    void openMenu(int column);
    /// As a click does; adds: by that column, too.
    void sortByColumn(int column, bool adds);
    /// "sorted ascending, second key"; empty when it is not sorted by.
    QString sortingOf(int column) const;
    /// As wide as titles and the first rows need, within reason; names first, what is left over is shared. Widths that a person chose stay.
    void fit(int width);

    /// Order, widths, what is shown and what is sorted by; empty when all is as at first.
    tables::TableLayout layout() const;
    void apply(const tables::TableLayout &layout);
    QSize sizeHint() const override;

    /// Between a border and the text.
    static constexpr int Padding = 8;

Q_SIGNALS:
    /// A person changed what layout() tells.
    void layoutChosen();
    /// The menu asked for all columns.
    void chooserRequested();
    /// A column of a person's own is to be made, or changed where there is a name.
    void userColumnRequested(const std::string &name);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void fillSortMenu(QMenu &menu, int column);
    void sortBy(tables::SortBy by);
    QString sortMark(int column) const;
    tables::TableLayout layoutAtFirst() const;
    std::vector<tables::UserColumn> freeNames(std::vector<tables::UserColumn> columns) const;
    void place(const std::vector<std::size_t> &columns);
    void showColumns(const tables::TableLayout &layout);
    void rememberWidths();
    std::string nameOf(int column) const { return m_model.columns()[static_cast<std::size_t>(column)].name; }
    std::vector<std::string> columnNames() const;
    void popUpMenu(int column, const QPoint &globalPosition);
    ColumnWish::Role roleOf(int column) const;
    int wantedWidth(int column) const;

    tables::TableModel &m_model;
    bool m_isPressed = false;
    bool m_addsToSort = false;
    bool m_isResized = false;                   ///< since the button went down
    bool m_isMoved = false;
    std::map<std::string, int> m_widths;        ///< that a person chose, by the names of the columns
    tables::TableLayout m_layoutBefore;         ///< of the rows that are being replaced
};

} // namespace table
