#include "widgets/table/TablePlace.h"

#include "widgets/table/GridView.h"

#include <QHash>

#include <algorithm>

namespace table {

namespace {

QString textOf(const text::Value &value)
{
    return value.isString() ? QString::fromStdString(value.text()) : QString();
}

} // namespace

text::Value TablePlace::toValue() const
{
    text::Value list = text::Value::list();
    for (const QString &key : selected)
        list.items().push_back(text::Value::string(key.toStdString()));
    text::Value value = text::Value::map();
    value.set("top", text::Value::string(top.toStdString()));
    value.set("current", text::Value::string(current.toStdString()));
    value.set("selected", std::move(list));
    return value;
}

TablePlace TablePlace::fromValue(const text::Value &value)
{
    TablePlace place{textOf(value["top"]), textOf(value["current"]), {}};
    for (const text::Value &key : value["selected"].items()) {
        if (key.isString() && place.selected.size() < MostSelected)
            place.selected << textOf(key);
    }
    return place;
}

TablePlace TablePlace::of(const GridView &grid)
{
    TablePlace place;
    if (const int first = grid.firstVisibleRow(); first > 0 && first < grid.model().rowCount())
        place.top = QString::fromStdString(grid.model().key(first));
    place.current = grid.currentKey();
    if (grid.model().selection().size() <= MostSelected)
        place.selected = grid.selectedKeys();
    return place;
}

void TablePlace::applyTo(GridView &grid) const
{
    if (isEmpty())
        return;
    tables::TableModel &model = grid.model();
    QHash<QString, int> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!model.isGroup(row))
            rows.insert(QString::fromStdString(model.key(row)), row);
    }
    const auto rowOf = [&](const QString &key) { return rows.value(key, -1); };
    std::vector<kube::RowId> chosen;
    for (const QString &key : selected) {
        if (const int row = rowOf(key); row >= 0)
            chosen.push_back(model.rowId(row));
    }
    model.selection().selectAll(chosen);
    if (const int row = rowOf(current); row >= 0)
        model.selection().setCurrent(model.rowId(row));
    if (const int row = rowOf(top); row >= 0)
        grid.scrollTo(row);
    grid.viewport()->update();
}

} // namespace table
