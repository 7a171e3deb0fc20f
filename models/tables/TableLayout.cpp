#include "models/tables/TableLayout.h"

#include <algorithm>

namespace tables {
namespace {

using text::Value;

/// More than any table has; what is remembered may be anything.
constexpr std::size_t mostEntries = 500;
constexpr std::size_t mostUserColumns = 50;
constexpr std::int64_t widest = 10'000;

/// The text of a group can be a whole cell of the cluster's: a long one is not put into a file.
bool isRemembered(const std::string &label)
{
    constexpr std::size_t longest = 128;
    return label.size() <= longest;
}

template<typename Entry, typename Write>
Value listOf(const std::vector<Entry> &entries, Write write)
{
    Value list = Value::list();
    for (const Entry &entry : entries) {
        Value map = Value::map();
        write(map, entry);
        list.items().push_back(std::move(map));
    }
    return list;
}

/// Only entries with a name that was not there before count.
template<typename Read>
void readList(const Value &list, std::string_view nameKey, Read read)
{
    std::vector<std::string> seen;
    for (const Value &item : list.items()) {
        const Value &name = item[nameKey];
        if (!name.isString() || name.text().empty() || std::ranges::find(seen, name.text()) != seen.end() || seen.size() == mostEntries)
            continue;
        seen.push_back(name.text());
        read(item, name.text());
    }
}

} // namespace

const TableLayout::Column *TableLayout::find(std::string_view column) const
{
    const auto found = std::ranges::find(columns, column, &Column::name);
    return found == columns.end() ? nullptr : &*found;
}

Value toValue(const TableLayout &layout)
{
    Value value = Value::map();
    value.set("columns", listOf(layout.columns, [](Value &map, const TableLayout::Column &column) {
        map.set("name", Value::string(column.name));
        map.set("shown", Value::boolean(column.shown));
        if (column.width > 0)
            map.set("width", Value::number(std::int64_t(column.width)));
    }));
    value.set("sort", listOf(layout.sort, [](Value &map, const TableLayout::Sort &sort) {
        map.set("column", Value::string(sort.column));
        map.set("descending", Value::boolean(sort.descending));
    }));
    value.set("brokenFirst", Value::boolean(layout.brokenFirst));
    value.set("userColumns", listOf(layout.userColumns, [](Value &map, const UserColumn &column) {
        map.set("name", Value::string(column.name));
        map.set("path", Value::string(column.path));
    }));
    if (!layout.group.empty())
        value.set("group", Value::string(layout.group));
    Value folded = Value::list();
    for (const std::string &label : layout.folded)
        if (isRemembered(label) && folded.items().size() < mostEntries)
            folded.items().push_back(Value::string(label));
    value.set("folded", std::move(folded));
    return value;
}

TableLayout readLayout(const Value &value)
{
    TableLayout layout;
    readList(value["columns"], "name", [&](const Value &item, const std::string &name) {
        const bool shown = item["shown"].type() != Value::Type::Boolean || item["shown"].asBoolean();
        layout.columns.push_back({name, shown, static_cast<int>(std::clamp<std::int64_t>(item["width"].asInteger(), 0, widest))});
    });
    readList(value["sort"], "column", [&](const Value &item, const std::string &name) {
        layout.sort.push_back({name, item["descending"].asBoolean()});
    });
    layout.brokenFirst = value["brokenFirst"].asBoolean();
    readList(value["userColumns"], "name", [&](const Value &item, const std::string &name) {
        if (item["path"].isString() && layout.userColumns.size() < mostUserColumns)
            layout.userColumns.push_back({name, item["path"].text()});
    });
    layout.group = value["group"].isString() ? value["group"].text() : std::string();
    for (const Value &item : value["folded"].items())
        if (item.isString() && isRemembered(item.text()) && layout.folded.size() < mostEntries)
            layout.folded.push_back(item.text());
    return layout;
}

std::vector<std::size_t> orderOf(std::span<const std::string> names, const TableLayout &layout)
{
    std::vector<std::size_t> order;
    for (const TableLayout::Column &column : layout.columns)
        if (const auto found = std::ranges::find(names, column.name); found != names.end())
            order.push_back(static_cast<std::size_t>(found - names.begin()));
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (layout.find(names[i]))
            continue;
        const auto before = i == 0 ? order.end() : std::ranges::find(order, i - 1);
        order.insert(before == order.end() ? order.begin() : before + 1, i);
    }
    return order;
}

TableLayout layoutOfKind(std::string_view kind)
{
    TableLayout layout;
    if (kind != "Event") {
        layout.sort = {{"Name", false}};
        return layout;
    }
    layout.columns = {{"Count", true, 0}, {"Kind", false, 0}, {"Alike", false, 0}};
    layout.sort = {{"Alike", true}, {"Last Seen", false}};
    layout.group = "Alike";
    return layout;
}

} // namespace tables
