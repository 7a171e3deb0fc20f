#include "app/headless/DownwardOutput.h"

#include "models/text/TextTable.h"

#include <array>
#include <cstdio>
#include <ostream>

namespace headless {

using downward::Entry;
using downward::EntryKind;
using text::Value;

namespace {

std::string octal(int mode)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04o", static_cast<unsigned>(mode));
    return text.data();
}

Value string(std::string_view text) { return Value::string(std::string(text)); }

Value mountsOf(const Entry &entry)
{
    Value out = Value::list();
    for (const downward::Mount &mount : entry.mounts) {
        Value row = Value::map();
        row.set("container", string(mount.container));
        row.set("file", string(mount.file));
        row.set("frozen", Value::boolean(mount.isFrozen));
        out.items().push_back(std::move(row));
    }
    return out;
}

Value rowOf(const Entry &entry)
{
    Value row = Value::map();
    row.set("container", string(entry.container));
    row.set("kind", string(wordOf(entry.kind)));
    row.set("name", string(entry.name));
    row.set("path", string(entry.path));
    row.set("source", string(entry.isResource ? "resourceFieldRef" : "fieldRef"));
    row.set("field", string(entry.field));
    row.set("divisor", string(entry.divisor));
    row.set("value", entry.resolved.value ? string(*entry.resolved.value) : Value::null());
    row.set("frozen", Value::boolean(entry.isFrozen));
    row.set("computed", string(englishOf(entry.steps())));
    row.set("error", entry.resolved.problem ? string(wordOf(*entry.resolved.problem)) : Value::null());
    row.set("mode", string(entry.kind == EntryKind::Env ? "" : octal(entry.mode)));
    row.set("mounts", mountsOf(entry));
    return row;
}

std::string valueCell(const Entry &entry)
{
    if (entry.resolved.problem)
        return '<' + std::string(wordOf(*entry.resolved.problem)) + '>';
    return entry.resolved.value->empty() ? "<empty>" : *entry.resolved.value;
}

} // namespace

Value downwardJson(const std::vector<Entry> &entries)
{
    Value out = Value::list();
    for (const Entry &entry : entries)
        out.items().push_back(rowOf(entry));
    return out;
}

void printDownward(const std::vector<Entry> &entries, std::ostream &out)
{
    text::TextTable table([&out](std::string_view piece) { out << piece; });
    constexpr std::array<std::string_view, 8> names = {"container", "kind", "name", "field", "divisor", "value", "state", "computed"};
    table.header(names);
    for (const Entry &entry : entries) {
        const std::string name = entry.kind == EntryKind::Env ? entry.name : entry.name + ':' + entry.path;
        const std::string value = valueCell(entry), computed = englishOf(entry.steps());
        const std::array<std::string_view, 8> cells = {entry.container, wordOf(entry.kind), name, entry.field, entry.divisor, value, entry.isFrozen ? "frozen" : "live", computed};
        table.row(cells);
    }
    table.flush();
}

} // namespace headless
