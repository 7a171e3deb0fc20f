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

/// The lines where members and items begin and end, told while the text grows.
class Places
{
public:
    /// It begins at that byte of the text. What is returned goes to end().
    int begin(const Value &value, std::string_view text, std::size_t offset, const std::string &key, int item)
    {
        const bool isContainer = !value.members().empty() || !value.items().empty();
        m_places.push_back({m_parent, lineOf(text, offset), 0, item, isContainer, key});
        return std::exchange(m_parent, static_cast<int>(m_places.size()) - 1);
    }
    void end(int parent, std::string_view text)
    {
        const std::size_t last = text.find_last_not_of('\n');
        m_places[static_cast<std::size_t>(m_parent)].last = lineOf(text, last == std::string_view::npos ? 0 : last);
        m_parent = parent;
    }
    std::vector<YamlPlace> take() { return std::move(m_places); }

private:
    /// Counts on from where it was asked for last, which is never far.
    int lineOf(std::string_view text, std::size_t offset)
    {
        const auto [begin, end] = std::minmax(m_offset, offset);
        const auto breaks = static_cast<int>(std::ranges::count(text.substr(begin, end - begin), '\n'));
        m_line += offset < m_offset ? -breaks : breaks;
        m_offset = offset;
        return m_line;
    }

    std::vector<YamlPlace> m_places;
    int m_parent = -1;
    std::size_t m_offset = 0;
    int m_line = 0;             ///< of that offset
};

/// Walks a tree and tells the emitter.
class Writer
{
public:
    /// places may be null.
    explicit Writer(Places *places = nullptr, std::size_t enough = std::string::npos) : m_places(places), m_enough(enough) { }

    std::string write(const Value &value)
    {
        node(value, Place::Root);
        return m_emitter.take();
    }
    bool isWhole() const { return m_isWhole; }

private:
    /// Of a container that was begun there is always a part.
    bool hasEnough(bool isFirst)
    {
        const bool has = !isFirst && m_emitter.text().size() >= m_enough;
        m_isWhole = m_isWhole && !has;
        return has;
    }

    /// A member, or an item where there is a number.
    void part(const Value &value, Place place, std::size_t begin, const std::string &key, int item = -1)
    {
        const int parent = m_places ? m_places->begin(value, m_emitter.text(), begin, key, item) : 0;
        node(value, place);
        if (m_places)
            m_places->end(parent, m_emitter.text());
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
        if (firstInvalidUtf8(text) < text.size())
            return string(validUtf8(text), place);
        m_emitter.scalar(text, styleOf(text), place);
    }

    void list(const Value::List &items, Place place)
    {
        if (items.empty())
            return m_emitter.emptyContainer("[]");
        m_emitter.beginList(place);
        int number = 0;
        for (const Value &item : items) {
            if (hasEnough(number == 0))
                break;
            m_emitter.beginItem();
            part(item, Place::Item, m_emitter.text().size(), {}, number++);
        }
        m_emitter.endContainer();
    }

    void map(const Value::Map &members)
    {
        if (members.empty())
            return m_emitter.emptyContainer("{}");
        m_emitter.beginMap();
        bool isFirst = true;
        for (const Value::Member *member : inYamlOrder(members)) {
            if (hasEnough(std::exchange(isFirst, false)))
                break;
            const bool isLong = m_emitter.beginKey(member->key);
            const std::size_t begin = m_emitter.text().size();
            string(member->key, isLong ? Place::LongKey : Place::Key);
            m_emitter.separate(isLong);
            part(member->value, Place::Value, begin, member->key);
        }
        m_emitter.endContainer();
    }

    YamlEmitter m_emitter;
    Places *m_places;
    std::size_t m_enough;
    bool m_isWhole = true;
};

} // namespace

std::string writeYaml(const Value &value)
{
    return Writer().write(value);
}

PlacedYaml writePlacedYaml(const Value &value, std::size_t enough)
{
    Places places;
    Writer writer(&places, enough);
    std::string text = writer.write(value);
    return {std::move(text), places.take(), writer.isWhole()};
}

} // namespace text
