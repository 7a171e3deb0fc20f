#include "models/detail/Sections.h"

#include "models/text/Yaml.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace detail {

namespace {

/// What is told elsewhere or is no content.
constexpr std::array<std::string_view, 5> known{"apiVersion", "kind", "metadata", "spec", "status"};
/// Deeper maps are told as YAML.
constexpr int deepest = 3;
constexpr std::size_t mostRows = 60;        ///< of a section, with the sections below it
constexpr std::size_t mostTableRows = 300;
constexpr std::size_t mostTold = 600;       ///< rows of all sections
constexpr std::size_t mostColumns = 6;      ///< of a table
constexpr std::size_t mostValues = 2000;    ///< of a text that is shown whole

Part tooMuch()
{
    return wordsPart(Phrase(QT_TRANSLATE_NOOP("detail", "Too much to be told here: the YAML has it")), Tone::Quiet);
}

/// Whether shown() has anything for it, without writing all of it.
bool saysSomething(const text::Value &value)
{
    if (value.isMap())
        return !value.members().empty();
    if (value.isList())
        return std::ranges::any_of(value.items(), [](const text::Value &item) { return item.isMap() || item.isList() || saysSomething(item); });
    return !value.isNull() && !(value.isString() && value.text().empty());
}

/// Whether there are no more values than are left, which become fewer.
bool fits(const text::Value &value, std::size_t &left)
{
    if (left == 0)
        return false;
    --left;
    return std::ranges::all_of(value.items(), [&](const text::Value &item) { return fits(item, left); })
        && std::ranges::all_of(value.members(), [&](const text::Value::Member &member) { return fits(member.value, left); });
}

bool isStructured(const text::Value &value)
{
    return value.isMap() || (!value.items().empty() && (value.items().front().isMap() || value.items().front().isList()));
}

Line lineOf(const text::Value &value)
{
    std::size_t left = mostValues;
    if (!fits(value, left))
        return {tooMuch()};
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

using Members = std::vector<const text::Value::Member *>;

/// Those of the schema in its order, then those that it does not name.
void sort(Members &members, const schema::FieldTree *fields)
{
    if (!fields || fields->members.empty())
        return;
    std::vector<std::pair<std::ptrdiff_t, const text::Value::Member *>> ranked;
    ranked.reserve(members.size());
    for (const text::Value::Member *member : members)
        ranked.emplace_back(std::ranges::find(fields->members, member->key, &schema::FieldTree::name) - fields->members.begin(), member);
    std::ranges::stable_sort(ranked, {}, [](const auto &each) { return each.first; });
    std::ranges::transform(ranked, members.begin(), [](const auto &each) { return each.second; });
}

/// The members that say something and are not told elsewhere.
Members toldMembers(const text::Value &map, const schema::FieldTree *fields)
{
    Members members;
    for (const text::Value::Member &member : map.members()) {
        if (member.key != "conditions" && saysSomething(member.value))
            members.push_back(&member);
    }
    sort(members, fields);
    return members;
}

using Items = std::span<const text::Value>;

Items toldItems(const text::Value &list)
{
    return Items(list.items()).first(std::min(list.items().size(), mostTableRows));
}

/// The columns of a list of maps that hold nothing but single values; nothing where it is none, or no table one would read.
std::optional<std::vector<std::string>> columnsOf(const text::Value &list, const schema::FieldTree *fields)
{
    std::vector<std::string> columns;
    for (const text::Value &item : toldItems(list)) {
        if (!item.isMap() || columns.size() > mostColumns)
            return std::nullopt;
        for (const text::Value::Member *member : toldMembers(item, fields)) {
            if (isStructured(member->value))
                return std::nullopt;
            if (std::ranges::find(columns, member->key) == columns.end())
                columns.push_back(member->key);
        }
    }
    return columns.size() < 2 || columns.size() > mostColumns ? std::nullopt : std::optional(std::move(columns));
}

Table tableOfMaps(const text::Value &list, const std::vector<std::string> &columns)
{
    Table table;
    for (const std::string &column : columns)
        table.headers.push_back(verbatim(column));
    for (const text::Value &item : toldItems(list)) {
        auto &row = table.rows.emplace_back();
        for (const std::string &column : columns)
            row.push_back({textPart(shown(item[column]))});
    }
    if (table.rows.size() < list.items().size()) {
        table.rows.emplace_back(columns.size(), Line{textPart({})});
        table.rows.back().front() = {wordsPart(Phrase(QT_TR_NOOP("%1 more"), {std::to_string(list.items().size() - mostTableRows)}), Tone::Quiet)};
    }
    return table;
}

/// One map: its single values as rows, then each map and list of maps in it as a section of its own.
class Teller
{
public:
    explicit Teller(Summary &summary) : m_summary(summary) { }

    void tell(Phrase title, const std::string &path, const Members &members, const schema::FieldTree *fields, int depth)
    {
        Section section{std::move(title), {}, std::nullopt, descriptionOf(fields)};
        std::vector<Below> below;
        for (const text::Value::Member *member : members) {
            if (section.rows.size() + below.size() == mostRows || m_left == 0) {
                addRow(section, "…", tooMuch());
                break;
            }
            --m_left;
            Below part{path.empty() ? member->key : path + '.' + member->key, &member->value, detail::below(fields, member->key), {}};
            if (isSectionOfItsOwn(part, depth))
                below.push_back(std::move(part));
            else
                addField(section, *member, part.field);
        }
        addSection(m_summary, std::move(section));
        for (const Below &part : below)
            tellPart(part, depth);
    }

    /// Says whether that was all.
    void finish()
    {
        Section section{verbatim("…"), {}};
        if (m_leftOut)
            addRow(section, "…", tooMuch());
        addSection(m_summary, std::move(section));
    }

private:
    /// A part of a map that is told in a section of its own.
    struct Below
    {
        std::string path;
        const text::Value *value;
        const schema::FieldTree *field;
        std::optional<std::vector<std::string>> columns;    ///< of a list
    };

    static bool isSectionOfItsOwn(Below &part, int depth)
    {
        if (depth >= deepest || !isStructured(*part.value))
            return false;
        if (part.value->isList())
            part.columns = columnsOf(*part.value, part.field);
        return part.value->isMap() || part.columns;
    }

    static void addField(Section &section, const text::Value::Member &member, const schema::FieldTree *field)
    {
        addNamedRow(section, member.key, {lineOf(member.value)});
        section.rows.back().description = descriptionOf(field);
    }

    void tellPart(const Below &part, int depth)
    {
        m_leftOut = m_leftOut || m_left == 0;
        if (m_left == 0)
            return;
        if (part.value->isMap())
            return tell(verbatim(part.path), part.path, toldMembers(*part.value, part.field), part.field, depth + 1);
        addSection(m_summary, {verbatim(part.path), {}, tableOfMaps(*part.value, *part.columns), descriptionOf(part.field)});
    }

    std::size_t m_left = mostTold;
    bool m_leftOut = false;
    Summary &m_summary;
};

} // namespace

void addAnything(Summary &summary, const text::Value &object, const schema::FieldTree *fields)
{
    Teller teller(summary);
    const auto tell = [&](std::string_view title, const char *name) { teller.tell(Phrase(title), name, toldMembers(object[name], below(fields, name)), below(fields, name), 1); };
    tell(QT_TR_NOOP("Spec"), "spec");
    tell(QT_TR_NOOP("Status"), "status");
    Members rest = toldMembers(object, fields);
    std::erase_if(rest, [](const text::Value::Member *member) { return std::ranges::find(known, member->key) != known.end(); });
    teller.tell(Phrase(QT_TR_NOOP("Content")), "", rest, fields, 1);
    teller.finish();
}

} // namespace detail
