#include "models/detail/Parts.h"

#include "models/text/Json.h"
#include "models/text/Time.h"

#include <QtGlobal>

#include <algorithm>

namespace detail {

Part textPart(std::string_view text, Tone tone)
{
    return Part{verbatim(text), tone};
}

Part machinePart(std::string_view text)
{
    Part part{verbatim(text)};
    part.isMachine = true;
    return part;
}

Part wordsPart(Phrase phrase, Tone tone)
{
    return Part{std::move(phrase), tone};
}

Part linkPart(std::string_view group, std::string_view kind, std::string_view namespaceName, std::string_view name)
{
    Part part{verbatim(name)};
    part.link = Reference{std::string(group), std::string(kind), std::string(namespaceName), std::string(name)};
    return part;
}

Part kindLinkPart(std::string_view group, std::string_view kind, std::string_view namespaceName, std::string_view name)
{
    Part part = linkPart(group, kind, namespaceName, name);
    part.phrase = verbatim(std::string(kind) + ' ' + std::string(name));
    return part;
}

const text::Value &at(const text::Value &object, std::string_view path)
{
    const text::Value *value = &object;
    while (!path.empty()) {
        const std::size_t dot = path.find('.');
        value = &(*value)[path.substr(0, dot)];
        path = dot == path.npos ? std::string_view() : path.substr(dot + 1);
    }
    return *value;
}

std::string shown(const text::Value &value)
{
    using Type = text::Value::Type;
    switch (value.type()) {
    case Type::Null: return {};
    case Type::Boolean: return value.asBoolean() ? "true" : "false";
    case Type::Number:
    case Type::String: return value.text();
    default: break;
    }
    std::string joined;
    for (const text::Value &item : value.items()) {
        if (item.isMap() || item.isList())
            return text::writeJson(value);
        joined += (joined.empty() ? "" : ", ") + shown(item);
    }
    return value.isMap() && !value.members().empty() ? text::writeJson(value) : joined;
}

std::string commandLine(const text::Value &list)
{
    std::string line;
    for (const text::Value &item : list.items()) {
        const std::string word = shown(item);
        const bool quotes = word.empty() || word.find_first_of(" \t\n") != word.npos;
        line += (line.empty() ? "" : " ") + (quotes ? '"' + word + '"' : word);
    }
    return line;
}

std::optional<std::int64_t> timeOf(const text::Value &value)
{
    const auto time = text::parseTime(value.text());
    return time ? std::optional(time->seconds) : std::nullopt;
}

std::string_view groupOf(std::string_view apiVersion)
{
    const std::size_t slash = apiVersion.find('/');
    return slash == apiVersion.npos ? std::string_view() : apiVersion.substr(0, slash);
}

std::string selectorText(const text::Value &selector)
{
    std::string text;
    const auto add = [&](const std::string &one) { text += (text.empty() ? "" : ",") + one; };
    const bool isPlain = !selector["matchLabels"].isMap() && !selector["matchExpressions"].isList();
    for (const text::Value::Member &member : (isPlain ? selector : selector["matchLabels"]).members())
        add(member.key + '=' + member.value.text());
    for (const text::Value &expression : selector["matchExpressions"].items()) {
        const std::string &key = expression["key"].text(), &verb = expression["operator"].text();
        std::string values;
        for (const text::Value &value : expression["values"].items())
            values += (values.empty() ? "" : ",") + value.text();
        if (verb == "Exists" || verb == "DoesNotExist")
            add((verb == "Exists" ? "" : "!") + key);
        else
            add(key + (verb == "In" ? " in (" : " notin (") + values + ')');
    }
    return text;
}

std::vector<Line> namesOf(const text::Value &list, std::string_view kind, std::string_view namespaceName)
{
    std::vector<Line> lines;
    for (const text::Value &item : list.items()) {
        const std::string &name = item["name"].text();
        lines.push_back({kind.empty() ? textPart(name) : linkPart({}, kind, namespaceName, name)});
    }
    return lines;
}

void addRow(Section &section, std::string_view label, std::vector<Line> lines)
{
    if (!lines.empty())
        section.rows.push_back({Phrase(label), std::move(lines)});
}

void addRow(Section &section, std::string_view label, Part part)
{
    addRow(section, label, std::vector<Line>{{std::move(part)}});
}

void addNamedRow(Section &section, std::string_view name, std::vector<Line> lines)
{
    section.rows.push_back({verbatim(name), std::move(lines)});
}

namespace {

bool saysNothing(const Line &line)
{
    return std::ranges::all_of(line, [](const Part &part) { return part.phrase.words.empty() && part.phrase.arguments.front() == Argument(""); });
}

void dropEmptyColumns(Table &table)
{
    for (std::size_t column = table.headers.size(); column-- > 0;) {
        if (!std::ranges::all_of(table.rows, [&](const auto &row) { return saysNothing(row[column]); }))
            continue;
        const auto offset = static_cast<std::ptrdiff_t>(column);
        table.headers.erase(table.headers.begin() + offset);
        for (auto &row : table.rows)
            row.erase(row.begin() + offset);
    }
}

} // namespace

void addSection(Summary &summary, Section section)
{
    if (section.table && section.table->rows.empty())
        section.table.reset();
    if (section.table)
        dropEmptyColumns(*section.table);
    if (!section.rows.empty() || section.table)
        summary.sections.push_back(std::move(section));
}

namespace {

std::vector<Line> linesOf(const text::Value &value, const FieldRow &field, std::string_view namespaceName)
{
    const std::string whole = shown(value);
    if (whole.empty())
        return {};
    switch (field.form) {
    case Form::Text: return {{textPart(whole)}};
    case Form::Machine: return {{machinePart(whole)}};
    case Form::Command: return {{machinePart(commandLine(value))}};
    case Form::Seconds: return {{wordsPart(Phrase(QT_TR_NOOP("%1 s"), {whole}))}};
    case Form::YesNo: return {{wordsPart(Phrase(value.asBoolean() ? QT_TR_NOOP("yes") : QT_TR_NOOP("no")))}};
    case Form::Link: return {{linkPart(field.linkGroup, field.linkKind, namespaceName, whole)}};
    case Form::ClusterLink: return {{linkPart(field.linkGroup, field.linkKind, {}, whole)}};
    case Form::Age: {
        const auto time = timeOf(value);
        return {{time ? wordsPart(Phrase(QT_TR_NOOP("%1 ago"), {Argument::age(*time)})) : textPart(whole)}};
    }
    case Form::Pairs:
    case Form::Lines: break;
    }
    std::vector<Line> lines;
    for (const text::Value::Member &member : value.members())
        lines.push_back({textPart(member.key + '=' + shown(member.value))});
    for (const text::Value &item : value.items())
        lines.push_back({textPart(shown(item))});
    return lines;
}

} // namespace

void addFields(Section &section, const text::Value &object, std::span<const FieldRow> fields, std::string_view namespaceName)
{
    for (const FieldRow &field : fields)
        addRow(section, field.label, linesOf(at(object, field.path), field, namespaceName));
}

Table tableOf(std::initializer_list<std::string_view> headers)
{
    Table table;
    for (const std::string_view header : headers)
        table.headers.emplace_back(header);
    return table;
}

} // namespace detail
