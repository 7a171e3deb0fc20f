#include "widgets/graph/GraphAccessible.h"

#include "widgets/graph/GraphView.h"
#include "widgets/graph/GraphWords.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWindow>

#include <map>
#include <tuple>
#include <utility>

namespace graph {

namespace {

/// The verbs of a table; 0 for every other box.
int columnsOf(const Scene &scene, int box)
{
    const auto &matrix = scene.node(box).box.matrix;
    return matrix ? static_cast<int>(matrix->verbs.size()) : 0;
}

int cellsOf(const Scene &scene, int box)
{
    const auto &matrix = scene.node(box).box.matrix;
    return matrix ? static_cast<int>(matrix->rows.size()) * columnsOf(scene, box) : 0;
}

QAccessibleInterface *interfaceOf(GraphView *view, const Spot &spot);

/// A box, or a cell of a table in one. It stands for a place of the scene it was made for.
class Place final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    Place(GraphView *view, const Spot &spot) : m_view(view), m_scene(view->scene()), m_spot(spot) { }

    bool isValid() const override { return m_view && m_view->scene() == m_scene; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view->window()->windowHandle(); }
    QAccessibleInterface *parent() const override { return m_spot.isCell() ? interfaceOf(m_view, {m_spot.box}) : QAccessible::queryAccessibleInterface(m_view); }
    int childCount() const override { return m_spot.isCell() ? 0 : cellsOf(*m_scene, m_spot.box); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const int columns = columnsOf(*m_scene, m_spot.box);
        return interfaceOf(m_view, {m_spot.box, index / columns, index % columns});
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (child(i)->rect().contains(x, y))
                return child(i);
        return nullptr;
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (child(i) == wanted)
                return i;
        return -1;
    }
    QAccessible::Role role() const override
    {
        if (m_spot.isCell())
            return QAccessible::Cell;
        return m_scene->node(m_spot.box).box.matrix ? QAccessible::Table : QAccessible::ListItem;
    }
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        return kind == QAccessible::Name ? nameOf(*m_scene, m_spot) : kind == QAccessible::Description ? surroundingsOf(*m_scene, m_spot) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override { return m_view->rectOf(m_spot).translated(m_view->mapToGlobal(QPoint())); }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (!isValid())
            return state;
        state.selectable = state.focusable = true;
        state.selected = m_view->current() == m_spot;
        state.focused = state.active = state.selected && m_view->hasFocus();
        state.offscreen = !m_view->rect().intersects(m_view->rectOf(m_spot));
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    // As something that can be pressed.
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_view->setCurrent(m_spot);
        if (name == pressAction())
            Q_EMIT m_view->activated(m_spot);
        else
            m_view->setFocus(Qt::OtherFocusReason);
    }

private:
    GraphView *m_view;
    std::shared_ptr<const Scene> m_scene;
    Spot m_spot;
};

/// The graph: its children are the boxes in the order of reading.
class Whole final : public QAccessibleWidget
{
public:
    explicit Whole(GraphView *view) : QAccessibleWidget(view, QAccessible::List) { }
    ~Whole() override { forget(); }

    int childCount() const override { return view()->scene()->count(); }
    QAccessibleInterface *child(int index) const override { return index >= 0 && index < childCount() ? at({index}) : nullptr; }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (child(i) == wanted)
                return i;
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const Spot spot = view()->scene()->at(view()->camera().toScene(QPointF(view()->mapFromGlobal(QPoint(x, y)))));
        return spot.isValid() ? at({spot.box}) : nullptr;
    }
    QAccessibleInterface *focusChild() const override { return view()->current().isValid() && view()->hasFocus() ? at(view()->current()) : nullptr; }

    QAccessibleInterface *at(const Spot &spot) const
    {
        const auto [place, isNew] = m_places.try_emplace({spot.box, spot.row, spot.column}, 0u);
        if (isNew)
            place->second = QAccessible::registerAccessibleInterface(new Place(view(), spot));
        return QAccessible::accessibleInterface(place->second);
    }
    void forget()
    {
        for (const auto &[place, id] : std::exchange(m_places, {}))
            QAccessible::deleteAccessibleInterface(id);
    }

private:
    GraphView *view() const { return static_cast<GraphView *>(widget()); }

    mutable std::map<std::tuple<int, int, int>, QAccessible::Id> m_places;
};

Whole *wholeOf(GraphView *view)
{
    return static_cast<Whole *>(QAccessible::queryAccessibleInterface(view));
}

QAccessibleInterface *interfaceOf(GraphView *view, const Spot &spot)
{
    return wholeOf(view)->at(spot);
}

QAccessibleInterface *makeWhole(const QString &, QObject *object)
{
    auto *view = qobject_cast<GraphView *>(object);
    return view ? new Whole(view) : nullptr;
}

} // namespace

void installGraphAccessibility()
{
    static const bool installed = [] { QAccessible::installFactory(makeWhole); return true; }();
    Q_UNUSED(installed)
}

void sayCurrent(GraphView *view)
{
    if (!QAccessible::isActive() || !view->current().isValid() || !view->hasFocus())
        return;
    QAccessibleEvent event(interfaceOf(view, view->current()), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

/// Only somebody who was asked before knows places that are no more.
void sayScene(GraphView *view)
{
    if (Whole *whole = wholeOf(view))
        whole->forget();
    QAccessibleEvent event(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

} // namespace graph
