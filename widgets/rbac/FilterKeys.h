#pragma once

#include <QObject>

class QLineEdit;
class QWidget;

namespace rbac {

/// The keys of a filter above a table: Down and Return go to the rows, Esc empties the filter and, when it is empty, goes to the rows as well.
class FilterKeys final : public QObject
{
public:
    /// Both outlive it; the line owns it.
    FilterKeys(QLineEdit &line, QWidget &rows);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit &m_line;
    QWidget &m_rows;
};

} // namespace rbac
