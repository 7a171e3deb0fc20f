#include "widgets/graph/GraphAccessible.h"

#include "widgets/graph/GraphView.h"
#include "widgets/graph/SpokenMatrix.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>
#include <tuple>
#include <utility>

namespace graph {

namespace {

SpokenBox *madeFor(GraphView *view, const Spot &spot)
{
    if (spot.isCell())
        return new SpokenCell(view, spot);
    return view->scene()->node(spot.box).box.matrix ? static_cast<SpokenBox *>(new SpokenMatrix(view, spot)) : new SpokenBox(view, spot);
}

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
            place->second = QAccessible::registerAccessibleInterface(madeFor(view(), spot));
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

QAccessibleInterface *makeWhole(const QString &, QObject *object)
{
    auto *view = qobject_cast<GraphView *>(object);
    return view ? new Whole(view) : nullptr;
}

} // namespace

QAccessibleInterface *interfaceOf(GraphView *view, const Spot &spot)
{
    return wholeOf(view)->at(spot);
}

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
