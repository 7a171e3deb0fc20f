#include "models/text/Yaml.h"

#include "models/text/Numbers.h"
#include "models/text/Utf8.h"
#include "models/text/YamlEmitter.h"
#include "models/text/YamlKeyOrder.h"
#include "models/text/YamlScalar.h"

#include <string_view>

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

/// Walks a tree and tells the emitter.
class Writer
{
public:
    std::string write(const Value &value)
    {
        node(value, Place::Root);
        return m_emitter.take();
    }

private:
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
        for (const Value &item : items) {
            m_emitter.beginItem();
            node(item, Place::Item);
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
            string(member->key, isLong ? Place::LongKey : Place::Key);
            m_emitter.separate(isLong);
            node(member->value, Place::Value);
        }
        m_emitter.endContainer();
    }

    YamlEmitter m_emitter;
};

} // namespace

std::string writeYaml(const Value &value)
{
    return Writer().write(value);
}

} // namespace text
