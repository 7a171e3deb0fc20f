#include "models/kinds/Labels.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

namespace kinds {
namespace {

struct Label
{
    std::string_view key;
    std::string_view value;
};

/// Compares "key=value" texts without making them.
bool isBefore(const Label &a, const Label &b)
{
    const std::size_t shorter = std::min(a.key.size(), b.key.size());
    if (const int order = a.key.substr(0, shorter).compare(b.key.substr(0, shorter)); order != 0)
        return order < 0;
    if (a.key.size() == b.key.size())
        return a.value < b.value;
    return a.key.size() < b.key.size() ? '=' < b.key[shorter] : a.key[shorter] < '=';
}

enum class Comparison { Equals, In, NotIn, Exists, DoesNotExist };

struct Requirement
{
    std::string_view key;
    std::size_t order;
    Comparison comparison;
    std::string_view value;      ///< of Equals
    Record expression = {};      ///< of the others
};

std::optional<Comparison> comparisonOf(std::string_view name, std::size_t values)
{
    static constexpr std::tuple<std::string_view, Comparison, bool> known[] = {
        {"In", Comparison::In, true},
        {"NotIn", Comparison::NotIn, true},
        {"Exists", Comparison::Exists, false},
        {"DoesNotExist", Comparison::DoesNotExist, false},
    };
    for (const auto &[text, comparison, hasValues] : known)
        if (text == name && hasValues == (values > 0))
            return comparison;
    return std::nullopt;
}

/// Sorted by key; false when an expression makes no sense.
bool collect(const Record &object, const SelectorFields &selector, std::vector<Requirement> &found)
{
    for (const Record label : object.items(selector.labels))
        found.push_back({label.text(selector.labels.key()), found.size(), Comparison::Equals, label.text(selector.labels.value())});
    for (const Record expression : object.items(selector.expressions)) {
        const auto comparison = comparisonOf(expression.text(selector.comparison), expression.count(selector.values));
        if (!comparison)
            return false;
        found.push_back({expression.text(selector.key), found.size(), *comparison, {}, expression});
    }
    std::sort(found.begin(), found.end(),
              [](const Requirement &a, const Requirement &b) { return std::tie(a.key, a.order) < std::tie(b.key, b.order); });
    return true;
}

void addValues(CellText &text, const Requirement &requirement, const SelectorFields &selector)
{
    Reused<std::vector<std::string_view>> values;
    for (const Record value : requirement.expression.items(selector.values))
        values->push_back(value.text(selector.values.value()));
    std::sort(values->begin(), values->end());
    text.add(requirement.key).add(requirement.comparison == Comparison::In ? " in (" : " notin (");
    for (std::size_t i = 0; i < values->size(); ++i)
        text.add(i > 0 ? "," : "").add((*values)[i]);
    text.add(")");
}

void addRequirement(CellText &text, const Requirement &requirement, const SelectorFields &selector)
{
    text.next();
    switch (requirement.comparison) {
    case Comparison::Equals:
        text.add(requirement.key).add("=").add(requirement.value);
        break;
    case Comparison::In:
    case Comparison::NotIn:
        addValues(text, requirement, selector);
        break;
    case Comparison::Exists:
        text.add(requirement.key);
        break;
    case Comparison::DoesNotExist:
        text.add("!").add(requirement.key);
        break;
    }
}

void collectLabels(const Record &object, const Items &map, std::vector<Label> &labels)
{
    for (const Record label : object.items(map))
        labels.push_back({label.text(map.key()), label.text(map.value())});
}

} // namespace

void writeLabels(CellWriter &out, const Record &object, const Items &map)
{
    Reused<std::vector<Label>> labels;
    collectLabels(object, map, *labels);
    std::sort(labels->begin(), labels->end(), isBefore);
    CellText text;
    for (const Label &label : *labels)
        text.next().add(label.key).add("=").add(label.value);
    text.write(out, "<none>");
}

void writeSelector(CellWriter &out, const Record &object, const SelectorFields &selector, std::string_view whenEmpty,
                   std::string_view whenInvalid)
{
    Reused<std::vector<Requirement>> requirements;
    if (!collect(object, selector, *requirements))
        return out.text(whenInvalid);
    CellText text;
    for (const Requirement &requirement : *requirements)
        addRequirement(text, requirement, selector);
    text.write(out, whenEmpty);
}

void writeSelectorMessage(CellWriter &out, const Record &object, const SelectorFields &selector)
{
    Reused<std::vector<Label>> labels;
    collectLabels(object, selector.labels, *labels);
    std::sort(labels->begin(), labels->end(), [](const Label &a, const Label &b) { return a.key < b.key; });
    CellText text;
    text.add("&LabelSelector{MatchLabels:map[string]string{");
    for (const Label &label : *labels)
        text.add(label.key).add(": ").add(label.value).add(",");
    text.add("},MatchExpressions:[]LabelSelectorRequirement{");
    for (const Record expression : object.items(selector.expressions)) {
        text.add("LabelSelectorRequirement{Key:").add(expression.text(selector.key));
        text.add(",Operator:").add(expression.text(selector.comparison)).add(",Values:[");
        bool first = true;
        for (const Record value : expression.items(selector.values)) {
            text.add(first ? "" : " ").add(value.text(selector.values.value()));
            first = false;
        }
        text.add("],},");
    }
    text.add("},}").write(out);
}

} // namespace kinds
