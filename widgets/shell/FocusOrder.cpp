#include "widgets/shell/FocusOrder.h"

#include <QLayout>
#include <QSplitter>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace shell {

namespace {

using Widgets = std::vector<QWidget *>;

bool isStop(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy(); // else a part of it has the focus
}

void addItems(const QLayout &layout, Widgets &parts)
{
    for (int i = 0; i < layout.count(); ++i) {
        if (QWidget *widget = layout.itemAt(i)->widget())
            parts.push_back(widget);
        else if (const QLayout *inner = layout.itemAt(i)->layout())
            addItems(*inner, parts);
    }
}

/// What it shows, laid out things first.
Widgets partsOf(const QWidget &widget)
{
    Widgets parts;
    if (const auto *splitter = qobject_cast<const QSplitter *>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            parts.push_back(splitter->widget(i));
    } else if (widget.layout()) {
        addItems(*widget.layout(), parts);
    }
    for (QObject *child : widget.children()) {
        auto *part = qobject_cast<QWidget *>(child);
        if (part && !part->isWindow() && std::ranges::find(parts, part) == parts.end())
            parts.push_back(part);
    }
    std::erase_if(parts, [](const QWidget *part) { return part->isHidden(); });
    return parts;
}

void addStops(QWidget &widget, Widgets &stops)
{
    if (isStop(widget))
        stops.push_back(&widget);
    for (QWidget *part : partsOf(widget))
        addStops(*part, stops);
}

/// The same stops, as Tab meets them now.
Widgets chainOf(const QWidget &window, const Widgets &stops)
{
    Widgets chain;
    for (QWidget *widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain()) {
        if (std::ranges::find(stops, widget) != stops.end())
            chain.push_back(widget);
    }
    return chain;
}

} // namespace

void orderFocus(QWidget &window)
{
    Widgets stops;
    addStops(window, stops);
    if (chainOf(window, stops) == stops)
        return;
    for (std::size_t i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

} // namespace shell
