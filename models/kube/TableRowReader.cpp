#include "models/kube/TableRowReader.h"

#include "models/text/Duration.h"
#include "models/text/Json.h"
#include "models/text/Time.h"

#include <algorithm>
#include <cstdlib>

namespace kube {

using base::Result;

namespace {

text::Value *member(text::Value &of, std::string_view key)
{
    const auto found = std::ranges::find(of.members(), key, &text::Value::Member::key);
    return found == of.members().end() ? nullptr : &found->value;
}

void erase(text::Value &of, std::string_view key)
{
    std::erase_if(of.members(), [key](const text::Value::Member &each) { return each.key == key; });
}

} // namespace

std::string tableCellText(const text::Value &cell)
{
    switch (cell.type()) {
    case text::Value::Type::Null:
        return {};
    case text::Value::Type::String:
    case text::Value::Type::Number:
        return cell.text();
    default:
        return text::writeJson(cell);
    }
}

bool TableRowReader::setColumns(std::vector<Column> columns)
{
    const bool same = std::ranges::equal(columns, m_columns, [](const Column &a, const Column &b) { return a.name == b.name && a.shown == b.shown; });
    if (!same)
        m_columns = std::move(columns);
    return !same;
}

Result<ReadRow> TableRowReader::read(ItemFormat, std::string_view object)
{
    auto parsed = text::parseJson(object);
    if (!parsed)
        return parsed.error();
    m_row = std::move(*parsed);
    if (const text::Value *rows = m_row.find("rows")) {
        if (rows->items().empty())
            return base::makeError(base::ErrorKind::BadInput, "a Table without a row where one was expected");
        m_row = text::Value(rows->items().front());
    }
    const bool isPlain = !m_row.find("cells") && !m_row.find("object");
    const text::Value &metadata = isPlain ? m_row["metadata"] : m_row["object"]["metadata"];
    if (metadata["name"].text().empty())
        return base::makeError(base::ErrorKind::BadInput, "a row of the Table does not say which object it is");
    m_cells.clear();
    const text::Value::List &cells = m_row["cells"].items();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (isPlain)
            writeNameOrAge(i, metadata);
        else
            writeCell(i, i < cells.size() ? cells[i] : text::Value(), metadata);
    }
    writeObject();
    return ReadRow{metadata["namespace"].text(), metadata["name"].text(), metadata["uid"].text(), metadata["resourceVersion"].text(), &m_cells, m_object};
}

void TableRowReader::writeObject()
{
    m_object.clear();
    text::Value *object = m_row.find("cells") ? member(m_row, "object") : nullptr;
    text::Value *metadata = object ? member(*object, "metadata") : nullptr;
    if (!metadata)
        return;
    erase(*metadata, "managedFields");
    text::Value *annotations = member(*metadata, "annotations");
    if (annotations && (*object)["kind"].text() == "PartialObjectMetadata")
        erase(*annotations, "kubectl.kubernetes.io/last-applied-configuration");
    m_object = text::writeJson(*object);
}

void TableRowReader::writeNameOrAge(std::size_t index, const text::Value &metadata)
{
    if (m_columns[index].name != "Age")
        return m_cells.text(m_columns[index].name == "Name" ? metadata["name"].text() : std::string());
    const auto created = text::parseTime(metadata["creationTimestamp"].text());
    m_cells.age(created ? created->seconds : Cell::NoTime);
}

void TableRowReader::writeCell(std::size_t index, const text::Value &cell, const text::Value &metadata)
{
    if (m_columns[index].name == "Age") {
        const auto created = text::parseTime(metadata["creationTimestamp"].text());
        if (created) {
            const auto now = std::chrono::duration_cast<std::chrono::seconds>(m_clock.now().time_since_epoch()).count();
            const std::int64_t age = now - created->seconds;
            // The server's clock and ours may differ a little; a column of the same name may also mean something else.
            for (const std::int64_t near : {0, -1, 1, -2, 2, -3, 3}) {
                if (text::humanDuration(std::chrono::seconds(std::max<std::int64_t>(0, age + near))) == cell.text())
                    return m_cells.age(created->seconds);
            }
        }
    }
    m_cells.text(tableCellText(cell));
}

} // namespace kube
