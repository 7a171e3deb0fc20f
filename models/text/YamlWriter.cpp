#include "models/text/Yaml.h"

#include "models/text/Numbers.h"
#include "models/text/Utf8.h"
#include "models/text/YamlEmitter.h"
#include "models/text/YamlKeyOrder.h"
#include "models/text/YamlPlaces.h"
#include "models/text/YamlScalar.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace text {

namespace {

using Place = YamlEmitter::Place;
using Style = YamlEmitter::Style;

/// Whole numbers as they are spelled; others as kubectl, which reads them as doubles first.
std::string numberText(const std::string &spelling)
{
    if (isWholeSpelling(spelling))
        return spelling == "-0" ? "0" : spelling;
    const auto value = parseDouble(spelling);
    return value ? formatDouble(*value) : spelling;
}

Style styleOf(std::string_view text)
{
    if (text.find('\n') != std::string_view::npos)
        return Style::Literal;
    const bool isText = resolveYamlScalar(text).kind == YamlScalar::Kind::String && !isBase60(text);
    return isText ? Style::Plain : Style::DoubleQuoted;
}

/// Where members and items begin and end, first as bytes, then as lines.
class Places
{
public:
    int begin(const Value &value, std::size_t offset, const std::string &key, int item)
    {
        const bool isContainer = !value.members().empty() || !value.items().empty();
        m_places.push_back({m_parent, 0, 0, item, isContainer, key});
        m_ranges.push_back({offset, offset});
        return std::exchange(m_parent, static_cast<int>(m_places.size()) - 1);
    }
    void end(int parent, std::size_t offset)
    {
        m_ranges[static_cast<std::size_t>(m_parent)].second = offset;
        m_parent = parent;
    }
    std::vector<YamlPlace> lines(std::string_view text)
    {
        std::vector<std::size_t> ends;
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            ends.push_back(at);
        const auto lineOf = [&](std::size_t offset) { return static_cast<int>(std::ranges::lower_bound(ends, offset) - ends.begin()); };
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            auto [begin, end] = m_ranges[i];
            while (end > begin + 1 && text[end - 1] == '\n')
                --end;
            m_places[i].first = lineOf(begin);
            m_places[i].last = lineOf(end == 0 ? 0 : end - 1);
        }
        return std::move(m_places);
    }

private:
    std::vector<YamlPlace> m_places;
    std::vector<std::pair<std::size_t, std::size_t>> m_ranges;
    int m_parent = -1;
};

/// Walks a tree and tells the emitter.
class Writer
{
public:
    /// places may be null.
    explicit Writer(Places *places = nullptr) : m_places(places) { }

    std::string write(const Value &value)
    {
        node(value, Place::Root);
        return m_emitter.take();
    }

private:
    /// A member, or an item where there is a number.
    void part(const Value &value, Place place, std::size_t begin, const std::string &key, int item = -1)
    {
        const int parent = m_places ? m_places->begin(value, begin, key, item) : 0;
        node(value, place);
        if (m_places)
            m_places->end(parent, m_emitter.size());
    }

    void node(const Value &value, Place place)
    {
        switch (value.type()) {
        case Value::Type::Null: return m_emitter.scalar("null", Style::Plain, place);
        case Value::Type::Boolean: return m_emitter.scalar(value.asBoolean() ? "true" : "false", Style::Plain, place);
        case Value::Type::Number: return m_emitter.scalar(numberText(value.text()), Style::Plain, place);
        case Value::Type::String: return string(value.text(), place);
        case Value::Type::List: return list(value.items(), place);
        case Value::Type::Map: return map(value.members());
        }
    }

    void string(const std::string &text, Place place)
    {
        const std::string valid = validUtf8(text);
        m_emitter.scalar(valid, styleOf(valid), place);
    }

    void list(const Value::List &items, Place place)
    {
        if (items.empty())
            return m_emitter.emptyContainer("[]");
        m_emitter.beginList(place);
        int number = 0;
        for (const Value &item : items) {
            m_emitter.beginItem();
            part(item, Place::Item, m_emitter.size(), {}, number++);
        }
        m_emitter.endContainer();
    }

    void map(const Value::Map &members)
    {
        if (members.empty())
            return m_emitter.emptyContainer("{}");
        m_emitter.beginMap();
        for (const Value::Member *member : inYamlOrder(members)) {
            const bool isLong = m_emitter.beginKey(member->key);
            const std::size_t begin = m_emitter.size();
            string(member->key, isLong ? Place::LongKey : Place::Key);
            m_emitter.separate(isLong);
            part(member->value, Place::Value, begin, member->key);
        }
        m_emitter.endContainer();
    }

    YamlEmitter m_emitter;
    Places *m_places;
};

} // namespace

std::string writeYaml(const Value &value)
{
    return Writer().write(value);
}

PlacedYaml writePlacedYaml(const Value &value)
{
    Places places;
    PlacedYaml yaml{Writer(&places).write(value), {}};
    yaml.places = places.lines(yaml.text);
    return yaml;
}

} // namespace text
