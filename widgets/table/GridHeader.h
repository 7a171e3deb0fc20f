#pragma once

#include "models/tables/TableModel.h"
#include "widgets/table/ColumnWidths.h"

#include <QHeaderView>

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
    void setColumnShown(int column, bool shown);
    /// What can be done about that column, and an entry for every column.
    void fillMenu(QMenu &menu, int column);
    /// The menu of that column, below its name.
    void openMenu(int column);
    /// As a click does; adds: by that column, too.
    void sortByColumn(int column, bool adds);
    /// "sorted ascending, second key"; empty when it is not sorted by.
    QString sortingOf(int column) const;
    /// As wide as titles and the first rows need, within reason; names first, what is left over is shared.
    void fit(int width);
    /// Whether a person has changed a width, so that fit() should not be called again.
    bool isAdjusted() const { return m_isAdjusted; }
    QSize sizeHint() const override;

    /// Between a border and the text.
    static constexpr int Padding = 8;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void fillSortMenu(QMenu &menu, int column);
    void sortBy(tables::SortBy by);
    QString sortMark(int column) const;
    void popUpMenu(int column, const QPoint &globalPosition);
    ColumnWish::Role roleOf(int column) const;
    int wantedWidth(int column) const;

    tables::TableModel &m_model;
    bool m_isPressed = false;
    bool m_addsToSort = false;
    bool m_isAdjusted = false;
};

} // namespace table
