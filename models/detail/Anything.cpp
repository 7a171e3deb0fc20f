#include "models/detail/Sections.h"

#include "models/text/Yaml.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace detail {

namespace {

/// What is told elsewhere or is no content.
constexpr std::array<std::string_view, 5> known{"apiVersion", "kind", "metadata", "spec", "status"};
/// Deeper maps are told as YAML.
constexpr int deepest = 3;
constexpr std::size_t mostRows = 60;        ///< of a section
constexpr std::size_t mostColumns = 6;      ///< of a table
constexpr std::size_t mostValues = 2000;    ///< of a text that is shown whole

std::size_t countOf(const text::Value &value)
{
    std::size_t count = 1;
    for (const text::Value &item : value.items())
        count += countOf(item);
    for (const text::Value::Member &member : value.members())
        count += countOf(member.value);
    return count;
}

bool isStructured(const text::Value &value)
{
    return value.isMap() || (!value.items().empty() && (value.items().front().isMap() || value.items().front().isList()));
}

Line lineOf(const text::Value &value)
{
    if (countOf(value) > mostValues)
        return {wordsPart(Phrase(QT_TR_NOOP("Too much to be told here: the YAML has it")), Tone::Quiet)};
    if (!isStructured(value))
        return {textPart(shown(value))};
    std::string yaml = text::writeYaml(value);
    if (yaml.ends_with('\n'))
        yaml.pop_back();
    return {machinePart(yaml)};
}

const std::string &descriptionOf(const schema::FieldTree *field)
{
    static const std::string none;
    return field ? field->field.description : none;
}

const schema::FieldTree *below(const schema::FieldTree *fields, std::string_view name)
{
    return fields ? fields->member(name) : nullptr;
}

/// The members that say something, in the order of the schema, then those that it does not name.
std::vector<const text::Value::Member *> ordered(const text::Value &map, const schema::FieldTree *fields)
{
    std::vector<const text::Value::Member *> members;
    for (const text::Value::Member &member : map.members()) {
        if (member.key != "conditions" && !shown(member.value).empty())
            members.push_back(&member);
    }
    if (!fields)
        return members;
    const auto rank = [&](const text::Value::Member *member) { return std::ranges::find(fields->members, member->key, &schema::FieldTree::name) - fields->members.begin(); };
    std::ranges::stable_sort(members, {}, rank);
    return members;
}

/// A list of maps that hold nothing but single values: a table of them.
std::optional<Table> tableOfMaps(const text::Value &list, const schema::FieldTree *fields)
{
    std::vector<std::string> columns;
    for (const text::Value &item : list.items()) {
        if (!item.isMap())
            return std::nullopt;
        for (const text::Value::Member *member : ordered(item, fields)) {
            if (isStructured(member->value))
                return std::nullopt;
            if (std::ranges::find(columns, member->key) == columns.end())
                columns.push_back(member->key);
        }
    }
    if (columns.size() < 2 || columns.size() > mostColumns)
        return std::nullopt;
    Table table;
    for (const std::string &column : columns)
        table.headers.push_back(verbatim(column));
    for (const text::Value &item : list.items()) {
        auto &row = table.rows.emplace_back();
        for (const std::string &column : columns)
            row.push_back({textPart(shown(item[column]))});
    }
    return table;
}

/// One map: its single values as rows, then each map and list of maps in it as a section of its own.
class Teller
{
public:
    explicit Teller(Summary &summary) : m_summary(summary) { }

    void tell(Phrase title, const std::string &path, const text::Value &map, const schema::FieldTree *fields, int depth)
    {
        Section section{std::move(title), {}, std::nullopt, descriptionOf(fields)};
        struct Part { std::string path; const text::Value *value; const schema::FieldTree *field; };
        std::vector<Part> parts;
        for (const text::Value::Member *member : ordered(map, fields)) {
            const schema::FieldTree *field = below(fields, member->key);
            const bool isPart = depth < deepest && isStructured(member->value) && (member->value.isMap() || tableOfMaps(member->value, field));
            if (section.rows.size() == mostRows) {
                addRow(section, "…", wordsPart(Phrase(QT_TR_NOOP("Too much to be told here: the YAML has it")), Tone::Quiet));
                break;
            }
            if (isPart)
                parts.push_back({path.empty() ? member->key : path + '.' + member->key, &member->value, field});
            else
                addField(section, *member, field);
        }
        addSection(m_summary, std::move(section));
        for (const Part &part : parts)
            tellPart(part.path, *part.value, part.field, depth);
    }

private:
    static void addField(Section &section, const text::Value::Member &member, const schema::FieldTree *field)
    {
        addNamedRow(section, member.key, {lineOf(member.value)});
        section.rows.back().description = descriptionOf(field);
    }

    void tellPart(const std::string &path, const text::Value &value, const schema::FieldTree *field, int depth)
    {
        if (value.isMap())
            return tell(verbatim(path), path, value, field, depth + 1);
        Section section{verbatim(path), {}, tableOfMaps(value, field), descriptionOf(field)};
        addSection(m_summary, std::move(section));
    }

    Summary &m_summary;
};

} // namespace

void addAnything(Summary &summary, const text::Value &object, const schema::FieldTree *fields)
{
    Teller teller(summary);
    teller.tell(Phrase(QT_TR_NOOP("Spec")), "spec", object["spec"], below(fields, "spec"), 1);
    teller.tell(Phrase(QT_TR_NOOP("Status")), "status", object["status"], below(fields, "status"), 1);
    text::Value rest = text::Value::map();
    for (const text::Value::Member &member : object.members()) {
        if (std::ranges::find(known, member.key) == known.end())
            rest.set(member.key, member.value);
    }
    teller.tell(Phrase(QT_TR_NOOP("Content")), "", rest, fields, 1);
}

} // namespace detail
