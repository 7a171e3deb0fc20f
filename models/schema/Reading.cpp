#include "models/schema/Reading.h"

#include "models/schema/Members.h"
#include "models/text/Json.h"
#include "models/text/Utf8.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace schema {

namespace {

constexpr std::string_view local = "#/components/schemas/";
/// Nobody reads more of one field.
constexpr std::size_t longestText = 16 * 1024;
constexpr std::size_t longestList = 64 * 1024;

struct Keyword
{
    std::string_view name;
    std::string_view Keywords::*place;
};

constexpr std::array<Keyword, 13> keywords{{
    {"description", &Keywords::description},
    {"type", &Keywords::type},
    {"format", &Keywords::format},
    {"default", &Keywords::fallback},
    {"enum", &Keywords::values},
    {"required", &Keywords::required},
    {"properties", &Keywords::properties},
    {"items", &Keywords::items},
    {"additionalProperties", &Keywords::additional},
    {"nullable", &Keywords::nullable},
    {"x-kubernetes-preserve-unknown-fields", &Keywords::keepsUnknown},
    {"x-kubernetes-int-or-string", &Keywords::intOrString},
    {"x-kubernetes-list-map-keys", &Keywords::listKeys},
}};

/// How much of a string's spelling is read: no more than anybody would, and no escape in half.
std::size_t readLength(std::string_view spelling)
{
    std::size_t end = 0;
    while (end < spelling.size()) {
        const std::size_t next = end + (spelling[end] != '\\' ? 1 : spelling.substr(end + 1).starts_with('u') ? 6 : 2);
        if (next > longestText)
            return end;
        end = next;
    }
    return std::min(end, spelling.size());
}

/// The content of a JSON string, cut where nobody would read on; empty for everything else.
std::string textOf(std::string_view json)
{
    if (json.size() < 2 || json.front() != '"')
        return {};
    std::string text;
    const std::string_view spelling = json.substr(1, json.size() - 2);
    if (!text::appendUnescaped(text, spelling.substr(0, readLength(spelling))))
        return {};
    return text::validUtf8(text);
}

std::vector<std::string> listOf(std::string_view json)
{
    std::vector<std::string> list;
    const auto parsed = json.size() > longestList ? base::Result<text::Value>(text::Value()) : text::parseJson(json);
    if (!parsed)
        return list;
    for (const text::Value &each : parsed->items())
        list.push_back(each.isString() ? each.text() : text::writeJson(each));
    return list;
}

/// The value as compact JSON; nothing for what the server writes where there is no default: the empty value of a Go type.
std::string fallbackOf(std::string_view json, bool isRequired)
{
    if (json.empty() || json.size() > longestText || json == "{}" || json == "\"\"" || json == "null" || (isRequired && json == "0"))
        return {};
    const auto parsed = text::parseJson(json);
    return parsed ? text::writeJson(*parsed) : std::string();
}

/// "Container" of "io.k8s.api.core.v1.Container".
std::string shortName(const std::string &component)
{
    const std::size_t dot = component.rfind('.');
    return dot == std::string::npos ? component : component.substr(dot + 1);
}

bool isSchema(std::string_view json)
{
    return !json.empty() && json.front() == '{';
}

} // namespace

Reading::Reading(const Document &document, const std::stop_token &stop)
    : m_document(document), m_stop(stop), m_end(std::chrono::steady_clock::now() + Document::Longest)
{
}

bool Reading::isOver() const
{
    return m_stop.stop_requested() || std::chrono::steady_clock::now() > m_end;
}

Keywords Reading::keywordsOf(std::string_view json)
{
    Keywords known;
    int steps = 0;
    addKeywords(json, known, steps);
    return known;
}

/// What is said nearer to the field counts: the server gives a field of a shared type its own description that way.
void Reading::addKeywords(std::string_view json, Keywords &known, int &steps)
{
    while (isSchema(json) && ++steps <= Document::MostSteps && !isOver()) {
        std::string_view reference, parts;
        forEachMember(m_walker, json, [&](const std::string &name, std::string_view value) {
            if (name == "$ref")
                reference = value;
            else if (name == "allOf")
                parts = value;
            const auto keyword = std::ranges::find(keywords, name, &Keyword::name);
            if (keyword != keywords.end() && (known.*keyword->place).empty())
                known.*keyword->place = value;
            return true;
        });
        for (const std::string_view part : itemsOf(m_walker, parts))
            addKeywords(part, known, steps);
        json = refer(reference, known);
    }
}

std::string_view Reading::refer(std::string_view reference, Keywords &known) const
{
    const std::string text = textOf(reference);
    if (!text.starts_with(local))
        return {};
    const std::string name = text.substr(local.size());
    const std::string_view found = m_document.component(name);
    if (!found.empty())
        known.component = name;
    return found;
}

std::string_view Reading::next(const Keywords &known, const Step &step)
{
    if (step.isItem())
        return known.items;
    const std::string_view named = memberOf(m_walker, known.properties, step.member);
    return named.empty() ? known.additional : named;
}

std::optional<Field> Reading::field(std::string_view root, const Path &path)
{
    if (path.size() > static_cast<std::size_t>(Document::MostSteps))
        return std::nullopt;
    Keywords known = keywordsOf(root);
    bool isRequired = false;
    for (const Step &step : path) {
        const std::string_view below = next(known, step);
        if (!isSchema(below))
            return std::nullopt;
        isRequired = !step.isItem() && requiresMember(known, step.member);
        known = keywordsOf(below);
    }
    if (!isSchema(root) || isOver())
        return std::nullopt;
    return fieldOf(known, isRequired);
}

bool Reading::requiresMember(const Keywords &known, const std::string &member) const
{
    const std::vector<std::string> required = listOf(known.required);
    return std::ranges::find(required, member) != required.end();
}

Field Reading::fieldOf(const Keywords &known, bool isRequired)
{
    Field field;
    field.description = textOf(known.description);
    field.type = typeOf(known, 0);
    field.format = textOf(known.format);
    field.fallback = fallbackOf(known.fallback, isRequired);
    field.values = listOf(known.values);
    field.isRequired = isRequired;
    field.isNullable = known.nullable == "true";
    field.keepsUnknown = known.keepsUnknown == "true";
    field.itemKeys = listOf(known.listKeys);
    return field;
}

std::string Reading::typeOf(const Keywords &known, int steps)
{
    if (steps > Document::MostSteps || isOver())
        return "...";
    if (known.intOrString == "true")
        return "IntOrString";
    const std::string type = textOf(known.type);
    if (type == "array")
        return "[]" + typeOf(keywordsOf(known.items), steps + 1);
    if (type == "object" && known.properties.empty() && isSchema(known.additional))
        return "map[string]" + typeOf(keywordsOf(known.additional), steps + 1);
    if (!known.component.empty())
        return shortName(known.component);
    return type == "object" ? "Object" : type;
}

FieldTree Reading::tree(std::string_view root, const std::string &name, int depth)
{
    const Keywords known = keywordsOf(root);
    FieldTree tree{name, fieldOf(known, false), {}};
    std::vector<std::string> above;
    addMembers(tree, known, std::min(depth, Document::MostSteps), above);
    return tree;
}

void Reading::addMembers(FieldTree &tree, const Keywords &known, int depth, std::vector<std::string> &above)
{
    if (depth == 0)
        return;
    if (known.properties.empty() && isSchema(known.items))
        return addMembers(tree, keywordsOf(known.items), depth - 1, above);
    if (!known.component.empty() && std::ranges::find(above, known.component) != above.end())
        return;
    above.push_back(known.component);
    const std::vector<std::string> required = listOf(known.required);
    std::vector<std::pair<std::string, std::string_view>> properties;
    std::unordered_set<std::string> names;
    forEachMember(m_walker, known.properties, [&](const std::string &name, std::string_view json) {
        // Of a repeated name the first counts, as for a single field.
        if (names.insert(name).second && isSchema(json))
            properties.emplace_back(name, json);
        return ++m_fields < Document::MostFields;
    });
    for (const auto &[name, json] : properties) {
        if (isOver())
            break;
        const Keywords member = keywordsOf(json);
        tree.members.push_back({name, fieldOf(member, std::ranges::find(required, name) != required.end()), {}});
        addMembers(tree.members.back(), member, depth - 1, above);
    }
    above.pop_back();
}

} // namespace schema
