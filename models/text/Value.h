#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace text {

/// A tree of JSON or YAML: what both have in common, with the place it came from.
///
/// Numbers keep their spelling, so that an integer of any size survives. Members keep their order; a repeated key keeps
/// both entries and find() gives the last, as Kubernetes reads it.
class Value
{
public:
    enum class Type : std::uint8_t { Null, Boolean, Number, String, List, Map };
    struct Member;
    using List = std::vector<Value>;
    using Map = std::vector<Member>;

    Value() = default;
    static Value null();
    static Value boolean(bool value);
    static Value number(std::string spelling);
    static Value number(std::int64_t value);
    static Value string(std::string text);
    static Value list();
    static Value list(List items);
    static Value map();
    static Value map(Map members);

    Type type() const { return m_type; }
    bool isNull() const { return m_type == Type::Null; }
    bool isString() const { return m_type == Type::String; }
    bool isMap() const { return m_type == Type::Map; }
    bool isList() const { return m_type == Type::List; }

    bool asBoolean() const { return m_type == Type::Boolean && m_boolean; }
    /// The text of a string, the spelling of a number; empty for everything else.
    const std::string &text() const { return m_text; }
    /// A number that is a whole one and fits, else the fallback.
    std::int64_t asInteger(std::int64_t fallback = 0) const;

    const List &items() const { return m_items; }
    List &items() { return m_items; }
    const Map &members() const { return m_members; }
    Map &members() { return m_members; }

    /// The last member of that key, or null; never fails, so that paths can be chained.
    const Value &operator[](std::string_view key) const;
    const Value *find(std::string_view key) const;
    /// Sets the last member of that key, or appends one.
    void set(std::string key, Value value);

    /// 1-based line and column in the text it was read from; 0 when it was not read.
    int line() const { return m_line; }
    int column() const { return m_column; }
    void setPlace(int line, int column) { m_line = line; m_column = column; }

    /// Equal content; places do not count.
    bool operator==(const Value &other) const;

private:
    Type m_type = Type::Null;
    bool m_boolean = false;
    int m_line = 0;
    int m_column = 0;
    std::string m_text;
    List m_items;
    Map m_members;
};

struct Value::Member
{
    std::string key;
    Value value;
    int line = 0;   ///< of the key

    bool operator==(const Member &other) const { return key == other.key && value == other.value; }
};

} // namespace text
