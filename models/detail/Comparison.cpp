#include "models/detail/Comparison.h"

#include "models/detail/LineChanges.h"
#include "models/detail/YamlPage.h"
#include "models/text/Json.h"

#include <algorithm>
#include <array>

namespace detail {

namespace {

constexpr std::array<std::string_view, 7> kept{"creationTimestamp", "deletionGracePeriodSeconds", "generation", "managedFields", "resourceVersion", "selfLink", "uid"};
constexpr std::array<std::string_view, 2> keptAnnotations{LastApplied, "deployment.kubernetes.io/revision"};

text::Value *member(text::Value &map, std::string_view key)
{
    const auto found = std::ranges::find(map.members(), key, &text::Value::Member::key);
    return found == map.members().end() ? nullptr : &found->value;
}

/// Of fewer equal lines leaving them out makes nothing shorter.
constexpr std::size_t fewest = 3;

template<typename Keys>
void remove(text::Value &map, const Keys &keys)
{
    std::erase_if(map.members(), [&](const text::Value::Member &each) { return std::ranges::find(keys, each.key) != keys.end(); });
}

void removeNoise(text::Value &object)
{
    remove(object, std::array<std::string_view, 1>{"status"});
    text::Value *metadata = member(object, "metadata");
    if (!metadata)
        return;
    remove(*metadata, kept);
    text::Value *annotations = member(*metadata, "annotations");
    if (!annotations)
        return;
    remove(*annotations, keptAnnotations);
    if (annotations->members().empty())
        remove(*metadata, std::array<std::string_view, 1>{"annotations"});
}

/// The item of a list that stands for another: the one of its name, else the one at its place.
const text::Value *partner(const text::Value &item, std::size_t index, const text::Value &list)
{
    const text::Value &name = item["name"];
    if (!name.isString())
        return index < list.items().size() ? &list.items()[index] : nullptr;
    const auto found = std::ranges::find_if(list.items(), [&](const text::Value &each) { return each["name"] == name; });
    return found == list.items().end() ? nullptr : &*found;
}

/// What the server filled in is left out.
void keepFieldsOf(const text::Value &wished, text::Value &object)
{
    if (wished.isMap() && object.isMap()) {
        std::erase_if(object.members(), [&](const text::Value::Member &each) { return !wished.find(each.key); });
        for (text::Value::Member &each : object.members())
            keepFieldsOf(wished[each.key], each.value);
    }
    for (std::size_t i = 0; wished.isList() && i < object.items().size(); ++i) {
        if (const text::Value *other = partner(object.items()[i], i, wished))
            keepFieldsOf(*other, object.items()[i]);
    }
}

/// Where both hide a value, nobody could see that it differs.
void markOtherValues(const text::Value &before, const text::Value &after, text::Value &shown)
{
    for (const char *name : {"data", "stringData"}) {
        text::Value *values = member(shown, name);
        if (!values)
            continue;
        for (text::Value::Member &each : values->members()) {
            const text::Value *other = before[name].find(each.key);
            if (other && !(*other == after[name][each.key]))
                each.value = text::Value::string("*** ≠");
        }
    }
}

/// Puts the lines of both together.
class Unified
{
public:
    Unified(const YamlPage &before, const YamlPage &after, bool isWhole) : m_before(before), m_after(after), m_isWhole(isWhole) { }

    Comparison build()
    {
        std::size_t line = 0, other = 0;     // of the text before and of that after
        for (const LineEdit &edit : editsOf(m_before.shown, m_after)) {
            const std::size_t equal = edit.first - line;
            addEqual(other, other + equal);
            other += equal;
            m_result.differences.push_back(static_cast<int>(m_result.lines.size()));
            for (line = edit.first; line < edit.first + edit.removed; ++line)
                add(Comparison::Kind::Removed, "- ", lineOf(m_before, line));
            for (; m_after.lines[other] < edit.end; ++other)
                add(Comparison::Kind::Added, "+ ", lineOf(m_after, other));
            m_result.removed += edit.removed;
        }
        m_result.added = static_cast<std::size_t>(std::ranges::count(m_result.lines, Comparison::Kind::Added));
        addEqual(other, m_after.lineCount());
        return std::move(m_result);
    }

private:
    static std::string_view lineOf(const YamlPage &page, std::size_t line)
    {
        return std::string_view(page.shown).substr(page.lines[line], page.lines[line + 1] - page.lines[line]);
    }

    void add(Comparison::Kind kind, std::string_view sign, std::string_view line)
    {
        m_result.lines.push_back(kind);
        m_result.text += sign;
        m_result.text += line;
        if (!line.ends_with('\n'))
            m_result.text += '\n';
    }

    void addEqual(std::size_t first, std::size_t last)
    {
        const std::size_t head = first == 0 ? 0 : Comparison::Around, tail = last == m_after.lineCount() ? 0 : Comparison::Around;
        const bool isCut = !m_isWhole && last - first > head + tail + fewest;
        for (std::size_t line = first; line < (isCut ? first + head : last); ++line)
            add(Comparison::Kind::Equal, "  ", lineOf(m_after, line));
        if (!isCut)
            return;
        const std::size_t next = last - tail;
        const int place = tail == 0 ? -1 : m_after.placeAt(static_cast<int>(next));
        const int parent = place < 0 ? -1 : m_after.places[static_cast<std::size_t>(place)].parent;
        add(Comparison::Kind::Gap, "⋯ ", std::to_string(next - first - head) + (parent < 0 ? "" : "  " + m_after.pathText(parent)));
        for (std::size_t line = next; line < last; ++line)
            add(Comparison::Kind::Equal, "  ", lineOf(m_after, line));
    }

    const YamlPage &m_before;
    const YamlPage &m_after;
    bool m_isWhole;
    Comparison m_result;
};

} // namespace

Comparison compare(const text::Value &before, const text::Value &after, const ComparisonWish &wish)
{
    text::Value left = wishedFor(before, {wish.noise, false}), right = wishedFor(after, {wish.noise, false});
    if (isSecret(after) || isSecret(before)) {
        // What was applied need not say what it is.
        hideSecretValues(left);
        hideSecretValues(right);
        markOtherValues(before, after, right);
    }
    if (!wish.noise) {
        removeNoise(left);
        removeNoise(right);
    }
    if (wish.onlyApplied)
        keepFieldsOf(left, right);
    // What is secret is hidden by now.
    const YamlWish all{true, true};
    return Unified(*yamlPage(left, all, wish.longest), *yamlPage(right, all, wish.longest), wish.equalLines).build();
}

std::optional<text::Value> lastApplied(const text::Value &object)
{
    const text::Value &written = object["metadata"]["annotations"][LastApplied];
    auto parsed = written.isString() ? text::parseJson(written.text()) : base::Result<text::Value>(text::Value());
    return parsed && parsed->isMap() ? std::optional(std::move(*parsed)) : std::nullopt;
}

} // namespace detail
