#include "models/demo/Columns.h"

#include "models/demo/Cells.h"
#include "models/demo/Edit.h"
#include "models/text/Json.h"
#include "models/text/Yaml.h"

namespace demo {

using text::Value;

namespace {

std::shared_ptr<const text::JsonPath> pathOf(std::string_view text)
{
    auto path = text::JsonPath::parse(text);
    return path ? std::make_shared<const text::JsonPath>(std::move(*path)) : nullptr;
}

Value definitionOf(const std::string &name, const std::string &type, const Value &priority)
{
    const bool isName = name == "Name";
    return object({{"name", str(name)}, {"type", str(type)}, {"format", str(isName ? "name" : "")}, {"description", str("")},
                   {"priority", num(priority.asInteger())}});
}

/// A line of the table of built-in kinds.
base::Result<Column> builtinColumn(const Value &line)
{
    Column column;
    column.type = line["type"].isNull() ? "string" : line["type"].text();
    column.definition = definitionOf(line["name"].text(), column.type, line["priority"]);
    column.absent = line["absent"].text();
    const std::string &value = line["value"].text();
    if (value.find('{') == value.npos)
        column.word = value;
    else if (!(column.path = pathOf(value)))
        return base::makeError(base::ErrorKind::BadInput, "column " + line["name"].text() + ": no JSONPath: " + value);
    return column;
}

Column nameColumn()
{
    Column column;
    column.type = "string";
    column.definition = definitionOf("Name", "string", Value::null());
    column.path = pathOf("{.metadata.name}");
    return column;
}

Column ageColumn()
{
    Column column;
    column.type = "date";
    column.definition = definitionOf("Age", "date", Value::null());
    column.path = pathOf("{.metadata.creationTimestamp}");
    return column;
}

/// Name and what the CRD prints; Age when it prints nothing.
std::vector<Column> definedColumns(const Value &printed)
{
    std::vector<Column> columns{nameColumn()};
    for (const Value &line : printed.items()) {
        Column column;
        column.type = line["type"].text();
        column.definition = definitionOf(line["name"].text(), column.type, line["priority"]);
        column.path = pathOf('{' + line["jsonPath"].text() + '}');
        columns.push_back(std::move(column));
    }
    if (printed.items().empty())
        columns.push_back(ageColumn());
    return columns;
}

Value typedCell(const Column &column, const std::string &text, base::SystemTime now)
{
    if (column.type == "date")
        return text.empty() ? Value::null() : str(ageSince(text, now));
    if (column.type == "integer" || column.type == "number")
        return text.empty() ? Value::null() : Value::number(text);
    return str(text.empty() ? column.absent : text);
}

} // namespace

base::Result<Columns> Columns::parse(std::string_view yaml)
{
    const auto document = text::parseYaml(yaml);
    if (!document)
        return document.error();
    Columns columns;
    for (const auto &kind : document->members()) {
        for (const Value &line : kind.value.items()) {
            auto column = builtinColumn(line);
            if (!column)
                return column.error();
            columns.m_builtin[kind.key].push_back(std::move(*column));
        }
    }
    return columns;
}

std::vector<Column> Columns::of(const Resource &resource) const
{
    if (resource.columns.isList())
        return definedColumns(resource.columns);
    const auto found = m_builtin.find(resource.group.empty() ? resource.plural : resource.plural + '.' + resource.group);
    return found == m_builtin.end() ? std::vector<Column>{nameColumn(), ageColumn()} : found->second;
}

Value Columns::cell(const Column &column, const Value &object, base::SystemTime now)
{
    if (!column.word.empty())
        return wordCell(column.word, object, now);
    if (!column.path)
        return Value::null();
    const auto found = column.path->find(object);
    const bool isComposed = column.type == "string";
    if (!isComposed && (!found || found->empty()))
        return Value::null();
    const auto printed = column.path->print(object);
    return typedCell(column, printed ? *printed : std::string(), now);
}

} // namespace demo
