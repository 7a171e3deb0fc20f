#pragma once

#include "widgets/catalog/CatalogModel.h"

#include <QTableView>

#include <array>
#include <utility>

namespace catalog {

/// The table of contexts: the state is never cut, what room is left belongs to the other columns.
class CatalogTable final : public QTableView
{
    Q_OBJECT

public:
    explicit CatalogTable(CatalogModel &model, QWidget *parent = nullptr);

    /// The row the person is at; -1 without one.
    int currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }
    void setCurrentRow(int row);
    /// The first and one behind the last row on screen.
    std::pair<int, int> rowsOnScreen() const;
    void fitColumns();

Q_SIGNALS:
    void chosen(int row);           ///< Enter or double-click
    void currentRowChanged();
    void rowsOnScreenChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void restyle();
    void measure();
    void measureState();
    void hideColumns();
    /// What shows the first characters of every text of a column.
    int widthOf(int column, int longest) const;

    CatalogModel &m_model;
    std::array<bool, CatalogModel::ColumnCount> m_isEmpty{};    ///< columns that nothing stands in
    std::array<int, CatalogModel::ColumnCount> m_natural{};     ///< width that shows the column's texts whole, within reason
};

} // namespace catalog
