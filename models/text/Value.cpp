#include "models/text/Value.h"

#include "models/text/Numbers.h"

#include <charconv>
#include <cmath>

namespace text {

Value Value::null()
{
    return Value();
}

Value Value::boolean(bool value)
{
    Value result;
    result.m_type = Type::Boolean;
    result.m_boolean = value;
    return result;
}

Value Value::number(std::string spelling)
{
    Value result;
    result.m_type = Type::Number;
    result.m_text = std::move(spelling);
    return result;
}

Value Value::number(std::int64_t value)
{
    return number(std::to_string(value));
}

Value Value::string(std::string text)
{
    Value result;
    result.m_type = Type::String;
    result.m_text = std::move(text);
    return result;
}

Value Value::list()
{
    return list(List());
}

Value Value::list(List items)
{
    Value result;
    result.m_type = Type::List;
    result.m_items = std::move(items);
    return result;
}

Value Value::map()
{
    return map(Map());
}

Value Value::map(Map members)
{
    Value result;
    result.m_type = Type::Map;
    result.m_members = std::move(members);
    return result;
}

std::int64_t Value::asInteger(std::int64_t fallback) const
{
    if (m_type != Type::Number)
        return fallback;
    std::int64_t whole = 0;
    const char *end = m_text.data() + m_text.size();
    const auto [stop, error] = std::from_chars(m_text.data(), end, whole);
    if (error == std::errc() && stop == end)
        return whole;
    if (isWholeSpelling(m_text))
        return fallback;
    constexpr double limit = 9223372036854775808.0;   // 2^63
    const auto real = parseDouble(m_text);
    if (!real || *real != std::floor(*real) || *real < -limit || *real >= limit)
        return fallback;
    return static_cast<std::int64_t>(*real);
}

const Value *Value::find(std::string_view key) const
{
    for (auto member = m_members.rbegin(); member != m_members.rend(); ++member) {
        if (member->key == key)
            return &member->value;
    }
    return nullptr;
}

const Value &Value::operator[](std::string_view key) const
{
    static const Value nothing;
    const Value *found = find(key);
    return found ? *found : nothing;
}

void Value::set(std::string key, Value value)
{
    if (const Value *found = find(key)) {
        *const_cast<Value *>(found) = std::move(value);
        return;
    }
    m_type = Type::Map;
    m_members.push_back({std::move(key), std::move(value), 0});
}

bool Value::operator==(const Value &other) const
{
    return m_type == other.m_type && m_boolean == other.m_boolean && m_text == other.m_text && m_items == other.m_items
        && m_members == other.m_members;
}

} // namespace text
