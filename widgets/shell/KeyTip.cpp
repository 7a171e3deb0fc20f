#include "widgets/shell/KeyTip.h"

#include "widgets/base/PlainText.h"
#include "widgets/shell/MainWindow.h"

#include <QEvent>

namespace shell {

KeyTip::KeyTip(QWidget *widget, QString command, const QString &text) : QObject(widget), m_widget(widget), m_command(std::move(command))
{
    setText(text);
    widget->installEventFilter(this);
}

void KeyTip::setText(const QString &text)
{
    m_text = text;
    base::setPlainToolTip(m_widget, text);
}

bool KeyTip::eventFilter(QObject *watched, QEvent *event)
{
    const auto *window = event->type() == QEvent::ToolTip ? qobject_cast<const MainWindow *>(m_widget->window()) : nullptr;
    if (window) {
        const QString keys = window->keysOf(m_command).toString(QKeySequence::NativeText);
        base::setPlainToolTip(m_widget, keys.isEmpty() ? m_text : tr("%1 (%2)", "what it does, keys").arg(m_text, keys));
    }
    return QObject::eventFilter(watched, event);
}

} // namespace shell
