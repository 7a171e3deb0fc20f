#pragma once

#include "widgets/graph/Scene.h"

#include <QAccessible>

#include <memory>

namespace graph {

class GraphView;

/// A box of a graph for who listens. It stands for a place of the scene it was made for.
class SpokenBox : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    SpokenBox(GraphView *view, const Spot &spot);

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int x, int y) const override;
    int indexOfChild(const QAccessibleInterface *wanted) const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    // As something that can be pressed.
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override;

protected:
    GraphView *view() const { return m_view; }
    const Scene &scene() const { return *m_scene; }
    const Spot &spot() const { return m_spot; }
    bool isCurrent(const Spot &spot) const;

private:
    GraphView *m_view;
    std::shared_ptr<const Scene> m_scene;
    Spot m_spot;
};

/// The one interface for a place, made when somebody asks for it first.
QAccessibleInterface *interfaceOf(GraphView *view, const Spot &spot);

} // namespace graph
