#include "widgets/rbac/FilterKeys.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace rbac {

FilterKeys::FilterKeys(QLineEdit &line, QWidget &rows) : QObject(&line), m_line(line), m_rows(rows)
{
    line.installEventFilter(this);
}

bool FilterKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_line.text().isEmpty())
        m_line.clear();
    else if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)
        m_rows.setFocus(Qt::OtherFocusReason);
    else
        return QObject::eventFilter(watched, event);
    return true;
}

} // namespace rbac
