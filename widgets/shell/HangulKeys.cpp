#include "widgets/shell/HangulKeys.h"

#include "models/text/Hangul.h"

#include <QApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QWidget>

namespace shell {

namespace {

/// Whether the shortcut would hear keys that are pressed there.
bool hears(const QShortcut &shortcut, const QWidget *focus)
{
    const auto *owner = qobject_cast<const QWidget *>(shortcut.parent());
    if (!shortcut.isEnabled() || !owner || !owner->isVisible())
        return false;
    switch (shortcut.context()) {
    case Qt::WidgetShortcut: return owner == focus;
    case Qt::WidgetWithChildrenShortcut: return owner == focus || owner->isAncestorOf(focus);
    default: return owner->window() == focus->window();
    }
}

} // namespace

HangulKeys::HangulKeys(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool HangulKeys::activate(QWidget *focus, const QKeyEvent &key)
{
    const QKeySequence wanted(key.keyCombination());
    for (QShortcut *shortcut : focus->window()->findChildren<QShortcut *>()) {
        if (shortcut->key() == wanted && hears(*shortcut, focus)) {
            Q_EMIT shortcut->activated();
            return true;
        }
    }
    return false;
}

bool HangulKeys::eventFilter(QObject *watched, QEvent *event)
{
    auto *focus = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::KeyPress || !focus)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isShortcut = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const char latin = isShortcut && key->key() > 0 && key->key() < 0x10000 ? text::keyOfJamo(static_cast<char16_t>(key->key())) : '\0';
    if (latin == 0)
        return false;
    const bool isCapital = latin >= 'A' && latin <= 'Z';
    const QKeyEvent meant(QEvent::KeyPress, isCapital ? latin : latin - 'a' + 'A', isCapital ? key->modifiers() | Qt::ShiftModifier : key->modifiers());
    // As Qt does it: what has the focus may want the keys for itself, as a field in which shortcuts are pressed.
    QKeyEvent claim(QEvent::ShortcutOverride, meant.key(), meant.modifiers());
    claim.ignore();
    QCoreApplication::sendEvent(focus, &claim);
    if (!claim.isAccepted() && activate(focus, meant))
        return true;
    QKeyEvent again(QEvent::KeyPress, meant.key(), meant.modifiers());
    return QCoreApplication::sendEvent(focus, &again) && again.isAccepted();
}

} // namespace shell
