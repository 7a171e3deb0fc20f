#include "models/detail/Sections.h"

#include "models/text/Yaml.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace detail {

namespace {

/// What is told elsewhere or is no content.
constexpr std::array<std::string_view, 5> known{"apiVersion", "kind", "metadata", "spec", "status"};

Line lineOf(const text::Value &value)
{
    const bool isStructured = value.isMap() || (!value.items().empty() && (value.items().front().isMap() || value.items().front().isList()));
    if (!isStructured)
        return {textPart(shown(value))};
    std::string yaml = text::writeYaml(value);
    if (yaml.ends_with('\n'))
        yaml.pop_back();
    return {machinePart(yaml)};
}

void addMembers(Summary &summary, std::string_view title, const text::Value &map)
{
    Section section{Phrase(title), {}};
    for (const text::Value::Member &member : map.members()) {
        if (member.key != "conditions" && !shown(member.value).empty())
            addNamedRow(section, member.key, {lineOf(member.value)});
    }
    addSection(summary, std::move(section));
}

} // namespace

void addAnything(Summary &summary, const text::Value &object)
{
    addMembers(summary, QT_TR_NOOP("Spec"), object["spec"]);
    addMembers(summary, QT_TR_NOOP("Status"), object["status"]);
    text::Value rest = text::Value::map();
    for (const text::Value::Member &member : object.members()) {
        if (std::ranges::find(known, member.key) == known.end())
            rest.set(member.key, member.value);
    }
    addMembers(summary, QT_TR_NOOP("Content"), rest);
}

} // namespace detail
