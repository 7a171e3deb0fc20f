#pragma once

#include <QDialog>

#include <string>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace table {

class GridView;

/// All columns of a table: which are shown, and in which order. What is changed is seen in the table at once.
class ColumnChooser final : public QDialog
{
    Q_OBJECT

public:
    /// The grid outlives it. title: of the table, "Pods".
    ColumnChooser(GridView &grid, const QString &title, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QListWidgetItem *addItem(int column);
    void fill();
    void narrow(const QString &text);
    void chooseVisible();
    void itemChecked(QListWidgetItem &item);
    void takeOrder();
    /// Past items that the search hides.
    void moveCurrent(int step);
    void updateButtons();
    /// Of a person's own column, else empty.
    std::string currentUserColumn() const;
    void makeButtons();
    void reset();

    GridView &m_grid;
    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_remove = nullptr;
    bool m_isFilling = false;
};

} // namespace table
