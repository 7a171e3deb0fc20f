#include "app/headless/RbacRun.h"

#include "models/text/Json.h"
#include "models/text/TextTable.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <ostream>

namespace headless {

using text::Value;

namespace {

/// A cell for people; lists are joined by commas.
std::string cellOf(const Value &value)
{
    if (value.isString() || value.type() == Value::Type::Number)
        return value.text();
    std::string out;
    for (const Value &item : value.items())
        (out += out.empty() ? "" : ",") += item.text();
    return out;
}

bool isCell(const Value &value)
{
    const bool isLine = value.isString() && value.text().find('\n') == std::string::npos;
    return isLine || value.isNull() || value.type() == Value::Type::Number || (value.isList() && std::ranges::all_of(value.items(), &Value::isString));
}

/// Rows of cells; what is nested deeper is no table for people.
bool isTable(const Value &answer)
{
    const auto isRow = [](const Value &row) { return row.isMap() && std::ranges::all_of(row.members(), [](const Value::Member &member) { return isCell(member.value); }); };
    return answer.isList() && std::ranges::all_of(answer.items(), isRow);
}

/// Writes rows as one answer, whole or piece by piece alike.
class RowWriter
{
public:
    RowWriter(std::ostream &out, OutputChoice::Format format) : m_out(out), m_format(format), m_table([&out](std::string_view piece) { out << piece; }) { }

    void write(const Value &row)
    {
        if (m_format == OutputChoice::Format::Json)
            writeJson(row);
        else if (m_format == OutputChoice::Format::Yaml)
            m_out << text::writeYaml(Value::list({row}));
        else
            writeCells(row);
        m_isEmpty = false;
    }

    void finish()
    {
        if (m_format == OutputChoice::Format::Json)
            m_out << (m_isEmpty ? "[]\n" : "\n]\n");
        else if (m_isEmpty)
            m_out << text::writeYaml(Value::list());
        m_table.flush();
    }

private:
    /// One level deeper; a line break in JSON is never part of a text.
    void writeJson(const Value &row)
    {
        m_out << (m_isEmpty ? "[\n" : ",\n");
        const std::string lines = text::writeJson(row, text::JsonStyle::Indented);
        for (std::size_t begin = 0; begin < lines.size();) {
            const std::size_t end = std::min(lines.find('\n', begin), lines.size() - 1) + 1;
            m_out << "    " << std::string_view(lines).substr(begin, end - begin);
            begin = end;
        }
    }

    void writeCells(const Value &row)
    {
        std::vector<std::string_view> names;
        std::vector<std::string> cells;
        for (const Value::Member &member : row.members()) {
            names.push_back(member.key);
            cells.push_back(cellOf(member.value));
        }
        if (m_isEmpty)
            m_table.header(names);
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        m_table.row(views);
    }

    std::ostream &m_out;
    OutputChoice::Format m_format;
    text::TextTable m_table;
    bool m_isEmpty = true;
};

} // namespace

void RbacRun::printRows(const std::function<std::optional<Value>()> &next) const
{
    RowWriter writer(out, invocation.output.format);
    while (const auto row = next())
        writer.write(*row);
    writer.finish();
}

void RbacRun::print(const Value &answer) const
{
    using Format = OutputChoice::Format;
    if (isTable(answer)) {
        auto row = answer.items().begin();
        printRows([&] { return row != answer.items().end() ? std::optional(*row++) : std::nullopt; });
    } else if (invocation.output.format == Format::Json) {
        out << text::writeJson(answer, text::JsonStyle::Indented) << '\n';
    } else {
        out << text::writeYaml(answer);
    }
}

} // namespace headless
