#include "app/headless/RbacRun.h"

#include "models/text/Json.h"
#include "models/text/TextTable.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <ostream>

namespace headless {

using text::Value;

namespace {

/// A cell for people: lists are joined by commas, what is nested deeper stays JSON.
std::string cellOf(const Value &value)
{
    if (value.isString() || value.type() == Value::Type::Number)
        return value.text();
    if (value.isNull())
        return "";
    const bool isFlat = value.isList() && std::ranges::all_of(value.items(), &Value::isString);
    if (!isFlat)
        return text::writeJson(value);
    std::string out;
    for (const Value &item : value.items())
        (out += out.empty() ? "" : ",") += item.text();
    return out;
}

bool isTable(const Value &answer)
{
    return answer.isList() && !answer.items().empty() && std::ranges::all_of(answer.items(), &Value::isMap);
}

void printTable(const Value &answer, std::ostream &out)
{
    text::TextTable table([&out](std::string_view piece) { out << piece; });
    std::vector<std::string_view> names;
    for (const Value::Member &member : answer.items().front().members())
        names.push_back(member.key);
    table.header(names);
    for (const Value &row : answer.items()) {
        std::vector<std::string> cells;
        for (const std::string_view name : names)
            cells.push_back(cellOf(row[name]));
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        table.row(views);
    }
    table.flush();
}

} // namespace

void RbacRun::print(const Value &answer) const
{
    using Format = OutputChoice::Format;
    if (invocation.output.format == Format::Json)
        out << text::writeJson(answer, text::JsonStyle::Indented) << '\n';
    else if (invocation.output.format == Format::Yaml || !isTable(answer))
        out << text::writeYaml(answer);
    else
        printTable(answer, out);
}

} // namespace headless
