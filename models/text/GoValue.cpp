#include "models/text/GoValue.h"

#include "models/text/Json.h"
#include "models/text/Numbers.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace text {

namespace {

constexpr int MostDepth = 2000;

double realOf(const Value &value)
{
    return parseDouble(value.text()).value_or(0);
}

/// As Go's %v prints a float: with an exponent below 1e-4 and from a million on.
std::string goReal(double value)
{
    char text[64];
    const double size = value < 0 ? -value : value;
    const bool fixed = size == 0 || (size >= 1e-4 && size < 1e6);
    const auto form = fixed ? std::chars_format::fixed : std::chars_format::scientific;
    return std::string(text, std::to_chars(text, text + sizeof text, value, form).ptr);
}

/// As encoding/json writes a float: an exponent only below 1e-6 and from 1e21 on.
std::string goJsonReal(double value)
{
    std::string text = formatDouble(value);
    const double size = value < 0 ? -value : value;
    if (text.find('e') == std::string::npos || size < 1e-6 || size >= 1e21) {
        const std::size_t zero = text.find("e-0");
        return zero == std::string::npos ? text : text.erase(zero + 2, 1);
    }
    char fixed[32];
    const auto end = std::to_chars(fixed, fixed + sizeof fixed, value, std::chars_format::fixed).ptr;
    return std::string(fixed, end);
}

void appendJson(std::string &out, const Value &value, int depth);

void appendList(std::string &out, const Value::List &items, int depth)
{
    out += '[';
    for (const Value &item : items) {
        out += &item == &items.front() ? "" : ",";
        appendJson(out, item, depth + 1);
    }
    out += ']';
}

void appendMap(std::string &out, const Value::Map &map, int depth)
{
    std::vector<const Value::Member *> members;
    for (const Value::Member &member : map)
        members.push_back(&member);
    std::ranges::stable_sort(members, {}, &Value::Member::key);
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i + 1 < members.size() && members[i]->key == members[i + 1]->key)
            continue;
        out += out.back() == '{' ? "" : ",";
        appendJson(out, Value::string(members[i]->key), depth + 1);
        out += ':';
        appendJson(out, members[i]->value, depth + 1);
    }
    out += '}';
}

/// As encoding/json writes it.
void appendJson(std::string &out, const Value &value, int depth)
{
    if (depth > MostDepth)
        return;
    if (value.isList())
        appendList(out, value.items(), depth);
    else if (value.isMap())
        appendMap(out, value.members(), depth);
    else if (goKind(value) == GoKind::Real)
        out += goJsonReal(realOf(value));
    else
        out += writeJson(value, JsonStyle::Indented);   // for its escapes
}

bool isBasic(GoKind kind)
{
    return kind == GoKind::Boolean || kind == GoKind::Integer || kind == GoKind::Real || kind == GoKind::String;
}

template<typename T>
int order(const T &left, const T &right)
{
    return left < right ? -1 : right < left ? 1 : 0;
}

/// Negative, 0 or positive, of two of the same basic kind.
int order(GoKind kind, const Value &left, const Value &right)
{
    switch (kind) {
    case GoKind::Integer: return order(left.asInteger(), right.asInteger());
    case GoKind::Real: return order(realOf(left), realOf(right));
    case GoKind::Boolean: return order(left.asBoolean(), right.asBoolean());
    default: return order(left.text(), right.text());
    }
}

bool holds(std::string_view sign, int order)
{
    if (sign == "==" || sign == "!=")
        return (order == 0) == (sign == "==");
    return (sign[0] == '<' ? order < 0 : order > 0) || (sign.size() == 2 && order == 0);
}

} // namespace

GoKind goKind(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null: return GoKind::Null;
    case Value::Type::Boolean: return GoKind::Boolean;
    case Value::Type::String: return GoKind::String;
    case Value::Type::List: return GoKind::List;
    case Value::Type::Map: return GoKind::Map;
    case Value::Type::Number: break;
    }
    const bool fits = isWholeSpelling(value.text()) && value.asInteger(0) == value.asInteger(1);
    return fits ? GoKind::Integer : GoKind::Real;
}

std::string goTypeName(const Value &value)
{
    constexpr const char *names[] = {"<nil>", "bool", "int64", "float64", "string", "[]interface {}", "map[string]interface {}"};
    return names[static_cast<int>(goKind(value))];
}

std::string goPrinted(const Value &value)
{
    switch (goKind(value)) {
    case GoKind::String:
    case GoKind::Integer: return value.text();
    case GoKind::Real: return goReal(realOf(value));
    default: break;
    }
    std::string out;
    appendJson(out, value, 0);
    return out;
}

base::Result<bool> goCompare(std::string_view sign, const Value &left, const Value &right)
{
    const GoKind kind = goKind(left);
    if (!isBasic(kind) || !isBasic(goKind(right)))
        return base::makeError(base::ErrorKind::BadInput, "invalid type for comparison");
    if (kind != goKind(right))
        return base::makeError(base::ErrorKind::BadInput, "incompatible types for comparison");
    if (kind == GoKind::Boolean && sign != "==" && sign != "!=" && left.asBoolean() != right.asBoolean())
        return base::makeError(base::ErrorKind::BadInput, "invalid type for comparison");
    return holds(sign, order(kind, left, right));
}

} // namespace text
