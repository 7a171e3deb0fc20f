#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QLineEdit>
#include <QMetaEnum>
#include <QTabBar>
#include <QTest>
#include <QWidget>

namespace walk {

/// What a screen reader says of it; where a platform takes the name of a field from its label, that.
inline QString nameOf(QWidget *widget)
{
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
    if (!told)
        return {};
    for (const auto &[label, relation] : told->relations(QAccessible::Label)) {
        if (relation.testFlag(QAccessible::Label))
            return label->text(QAccessible::Name);
    }
    return told->role() == QAccessible::ComboBox ? QString() : told->text(QAccessible::Name).trimmed();
}

inline QString describe(QWidget *widget)
{
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
    const char *role = told ? QMetaEnum::fromType<QAccessible::Role>().valueToKey(told->role()) : "no role";
    const QPoint at = widget->mapTo(widget->window(), QPoint());
    return QStringLiteral("%1 (%2) \"%3\" at %4,%5 %6x%7").arg(QLatin1String(widget->metaObject()->className()), QLatin1String(role), nameOf(widget)).arg(at.x()).arg(at.y()).arg(widget->width()).arg(widget->height());
}

/// Everything in it that is on screen and that a person can use.
inline QList<QWidget *> controls(QWidget *surface)
{
    QList<QWidget *> all;
    for (QWidget *each : surface->findChildren<QWidget *>()) {
        const bool isUsed = each->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(each);
        if (each->isVisible() && each->isEnabled() && each->window() == surface->window() && isUsed && !each->focusProxy())
            all << each;
    }
    return all;
}

/// Where Tab leads from what has the focus now, until it comes around or leaves.
inline QList<QWidget *> tabOrder(QWidget *surface)
{
    QList<QWidget *> order;
    for (QWidget *focus = QApplication::focusWidget(); focus && surface->isAncestorOf(focus) && !order.contains(focus); focus = QApplication::focusWidget()) {
        order << focus;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return order;
}

/// Whether a person who reads lines from left to right, and columns one after the other, comes to it later.
inline bool isReadLater(QWidget *surface, QWidget *before, QWidget *later)
{
    const auto placeOf = [surface](QWidget *widget) { return QRect(widget->mapTo(surface, QPoint()), widget->size()); };
    const QRect first = placeOf(before), second = placeOf(later);
    return before->isAncestorOf(later) || second.left() >= first.right() || second.top() >= first.bottom();
}

/// What keeps a person with keys, or one who listens, from its controls, from what has the focus now on; a form may begin in its middle, and
/// comes around once.
inline QStringList faultsOf(QWidget *surface, int turns)
{
    const QList<QWidget *> all = controls(surface), order = tabOrder(surface);
    QStringList faults = all.isEmpty() ? QStringList(QStringLiteral("nothing to use")) : QStringList();
    for (QWidget *control : all) {
        if (nameOf(control).isEmpty())
            faults << QStringLiteral("no name: ") + describe(control);
        // Of buttons that exclude each other Tab meets one, arrows the others; keys close pages and empty fields.
        const auto *button = qobject_cast<QAbstractButton *>(control);
        const bool isOneOfSome = button && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
        const bool hasKeys = qobject_cast<QTabBar *>(control->parent()) || qobject_cast<QLineEdit *>(control->parent());
        const bool isOptional = button ? isOneOfSome || hasKeys : !(control->focusPolicy() & Qt::TabFocus);
        if (!isOptional && !order.contains(control))
            faults << QStringLiteral("not reached: ") + describe(control);
    }
    for (qsizetype i = 1; i < order.size(); ++i) {
        if (!isReadLater(surface, order[i - 1], order[i]) && turns-- == 0)
            faults << describe(order[i]) + QStringLiteral(" comes after ") + describe(order[i - 1]);
    }
    return faults;
}

/// Presses Tab until that has the focus; false when it never does.
inline bool tabTo(QWidget *surface, const QString &name)
{
    for (int step = 0; step < 80; ++step) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || focus->window() != surface->window())
            return false;
        if (nameOf(focus) == name)
            return true;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return false;
}

/// To what the person would press it for.
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *focus = popup ? (popup->focusWidget() ? popup->focusWidget() : popup) : QApplication::focusWidget();
    QTest::keyClick(focus ? focus : QApplication::activeWindow(), key, modifiers);
}

inline void type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(QApplication::activePopupWidget() ? QApplication::activePopupWidget()->focusWidget() : QApplication::focusWidget(), letter.toLatin1());
}

} // namespace walk
