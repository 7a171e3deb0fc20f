#include "widgets/graph/SpokenBox.h"

#include "widgets/graph/GraphView.h"
#include "widgets/graph/GraphWords.h"

#include <QWindow>

namespace graph {

SpokenBox::SpokenBox(GraphView *view, const Spot &spot) : m_view(view), m_scene(view->scene()), m_spot(spot) { }

bool SpokenBox::isValid() const
{
    return m_view && m_view->scene() == m_scene;
}

QWindow *SpokenBox::window() const
{
    return m_view->window()->windowHandle();
}

QAccessibleInterface *SpokenBox::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QAccessibleInterface *SpokenBox::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i)
        if (child(i)->rect().contains(x, y))
            return child(i);
    return nullptr;
}

int SpokenBox::indexOfChild(const QAccessibleInterface *wanted) const
{
    for (int i = 0; i < childCount(); ++i)
        if (child(i) == wanted)
            return i;
    return -1;
}

QString SpokenBox::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    return kind == QAccessible::Name ? nameOf(*m_scene, m_spot) : kind == QAccessible::Description ? surroundingsOf(*m_scene, m_spot) : QString();
}

QRect SpokenBox::rect() const
{
    return m_view->rectOf(m_spot).translated(m_view->mapToGlobal(QPoint()));
}

bool SpokenBox::isCurrent(const Spot &spot) const
{
    return isValid() && m_view->current() == spot;
}

QAccessible::State SpokenBox::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (!isValid())
        return state;
    state.selectable = state.focusable = true;
    state.selected = isCurrent(m_spot);
    state.focused = state.active = state.selected && m_view->hasFocus();
    state.offscreen = !m_view->rect().intersects(m_view->rectOf(m_spot));
    return state;
}

void *SpokenBox::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

void SpokenBox::doAction(const QString &name)
{
    if (!isValid())
        return;
    m_view->setCurrent(m_spot);
    if (name == pressAction())
        Q_EMIT m_view->activated(m_spot);
    else
        m_view->setFocus(Qt::OtherFocusReason);
}

} // namespace graph
