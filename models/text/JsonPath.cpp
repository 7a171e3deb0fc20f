#include "models/text/JsonPath.h"

#include "models/text/Json.h"
#include "models/text/JsonPathNodes.h"
#include "models/text/Numbers.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <utility>

namespace text {
namespace {

using jsonpath::Node;
using jsonpath::NodePointer;
using jsonpath::Nodes;
using Found = std::vector<const Value *>;

constexpr int MostRecursion = 2000;

/// What Go would hold the value as, as far as comparing and printing ask.
enum class Kind { Null, Boolean, Integer, Real, String, List, Map };

Kind kindOf(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null: return Kind::Null;
    case Value::Type::Boolean: return Kind::Boolean;
    case Value::Type::String: return Kind::String;
    case Value::Type::List: return Kind::List;
    case Value::Type::Map: return Kind::Map;
    case Value::Type::Number: break;
    }
    const bool fits = isWholeSpelling(value.text()) && value.asInteger(0) == value.asInteger(1);
    return fits ? Kind::Integer : Kind::Real;
}

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

/// As encoding/json writes it: keys sorted, the last of a repeated key, <, > and & escaped.
void appendGoJson(std::string &out, const Value &value, int depth = 0)
{
    if (depth > MostRecursion)
        return;
    if (value.isList()) {
        out += '[';
        for (const Value &item : value.items()) {
            out += &item == &value.items().front() ? "" : ",";
            appendGoJson(out, item, depth + 1);
        }
        out += ']';
    } else if (value.isMap()) {
        std::vector<const Value::Member *> members;
        for (const Value::Member &member : value.members())
            members.push_back(&member);
        std::stable_sort(members.begin(), members.end(), [](const auto *a, const auto *b) { return a->key < b->key; });
        const char *separator = "{";
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i + 1 < members.size() && members[i]->key == members[i + 1]->key)
                continue;
            out += separator;
            appendGoJson(out, Value::string(members[i]->key), depth + 1);
            out += ':';
            appendGoJson(out, members[i]->value, depth + 1);
            separator = ",";
        }
        out += members.empty() ? "{}" : "}";
    } else if (value.isString()) {
        std::string quoted;
        appendJsonString(quoted, value.text());
        for (std::size_t i = 0; i < quoted.size(); ++i) {
            const char c = quoted[i];
            const std::string_view line = std::string_view(quoted).substr(i, 3);
            if (c == '<' || c == '>' || c == '&') {
                out += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026";
            } else if (line == "\u2028" || line == "\u2029") {
                out += line == "\u2028" ? "\\u2028" : "\\u2029";
                i += 2;
            } else {
                out += c;
            }
        }
    } else if (kindOf(value) == Kind::Real) {
        out += goJsonReal(realOf(value));
    } else {
        out += writeJson(value);
    }
}

std::string printed(const Value &value)
{
    std::string out;
    switch (kindOf(value)) {
    case Kind::String: case Kind::Integer:
        return value.text();
    case Kind::Real:
        return goReal(realOf(value));
    default:
        appendGoJson(out, value);
        return out;
    }
}

/// Less, equal or greater, or why the two cannot be compared.
base::Result<int> compare(const Value &left, const Value &right)
{
    const Kind kind = kindOf(left);
    const auto isBasic = [](Kind k) { return k == Kind::Boolean || k == Kind::Integer || k == Kind::Real || k == Kind::String; };
    if (!isBasic(kind) || !isBasic(kindOf(right)))
        return base::makeError(base::ErrorKind::BadInput, "invalid type for comparison");
    if (kind != kindOf(right))
        return base::makeError(base::ErrorKind::BadInput, "incompatible types for comparison");
    const auto sign = [](const auto &a, const auto &b) { return a < b ? -1 : b < a ? 1 : 0; };
    switch (kind) {
    case Kind::Boolean: return left.asBoolean() == right.asBoolean() ? 0 : 2;
    case Kind::Integer: return sign(left.asInteger(), right.asInteger());
    case Kind::Real: return sign(realOf(left), realOf(right));
    default: return sign(left.text(), right.text());
    }
}

bool holds(std::string_view operation, int order)
{
    if (operation == "==" || operation == "!=")
        return (order == 0) == (operation == "==");
    if (operation[0] == '<')
        return order < 0 || (operation == "<=" && order == 0);
    return order > 0 || (operation == ">=" && order == 0);
}

/// One evaluation of a template over one value; the first error ends it.
class Evaluation
{
public:
    Evaluation(const Nodes &nodes, const JsonPath::Limits &limits) : m_nodes(nodes), m_limits(limits) { }

    /// The values each expression found, in the order of printing.
    bool run(const Value &data)
    {
        return find({&data}, 0);
    }

    const std::vector<Found> &results() const { return m_results; }
    base::Error error() const { return base::makeError(m_tooMuch ? base::ErrorKind::TooLarge : base::ErrorKind::BadInput, m_problem); }

private:
    bool fail(std::string problem)
    {
        m_problem = std::move(problem);
        return false;
    }

    bool spend(std::size_t steps)
    {
        m_steps += steps + 1;
        m_tooMuch = m_steps > m_limits.steps;
        return !m_tooMuch || fail("the template asks for too much");
    }

    const Value *keep(Value value)
    {
        m_kept.push_back(std::move(value));
        return &m_kept.back();
    }

    /// Goes through the nodes from there to the end, or to the end of the range it is in.
    bool find(const Found &current, std::size_t from)
    {
        for (std::size_t i = from; i < m_nodes.size(); ++i) {
            Found found;
            if (!walk(current, *m_nodes[i], found))
                return false;
            if (m_ends > 0 && m_ends <= m_ranges) {
                --m_ends;
                m_lastEnd = i;
                break;
            }
            if (m_begins == 0) {
                if (!m_silent)
                    m_results.push_back(std::move(found));
                continue;
            }
            --m_begins;
            if (!loop(found, i + 1))
                return false;
            if (m_lastEnd > i && m_lastEnd < m_nodes.size())
                i = m_lastEnd;
        }
        return true;
    }

    /// A range without values is gone through once, unheard, to learn where it ends.
    bool loop(const Found &values, std::size_t from)
    {
        if (m_ranges > MostRecursion)
            return fail("the template is nested too deeply");
        ++m_ranges;
        bool good = true;
        if (values.empty()) {
            const bool wasSilent = std::exchange(m_silent, true);
            good = find({}, from);
            m_silent = wasSilent;
        }
        for (std::size_t i = 0; good && i < values.size(); ++i)
            good = find({values[i]}, from);
        --m_ranges;
        return good;
    }

    bool walk(const Found &input, const Node &node, Found &out)
    {
        if (!spend(input.size()))
            return false;
        switch (node.type) {
        case Node::Type::List: return walkAll(input, node.children, out);
        case Node::Type::Literal: return walkLiteral(input, node, out);
        case Node::Type::Field: return walkField(input, node, out);
        case Node::Type::Slice: return walkSlice(input, node, out);
        case Node::Type::Wildcard: return walkWildcard(input, out);
        case Node::Type::Recursive: return walkRecursive(input, out, 0);
        case Node::Type::Union: return walkUnion(input, node, out);
        case Node::Type::Filter: return walkFilter(input, node, out);
        case Node::Type::Identifier: return walkIdentifier(input, node, out);
        }
        return false;
    }

    /// After an error, out is what upstream has in hand then.
    bool walkAll(const Found &input, const Nodes &nodes, Found &out)
    {
        out = input;
        for (const NodePointer &node : nodes) {
            Found next;
            const bool good = walk(out, *node, next);
            out = std::move(next);
            if (!good)
                return false;
        }
        return true;
    }

    bool walkLiteral(const Found &input, const Node &node, Found &out)
    {
        out.assign(node.literal.isString() ? 1 : input.size(), &node.literal);
        return true;
    }

    bool walkField(const Found &input, const Node &node, Found &out)
    {
        for (const Value *value : input) {
            if (const Value *member = value->isMap() ? value->find(node.name) : nullptr)
                out.push_back(member);
        }
        return true;
    }

    static std::string typeName(const Value &value)
    {
        constexpr const char *names[] = {"<nil>", "bool", "int64", "float64", "string", "[]interface {}", "map[string]interface {}"};
        return names[static_cast<int>(kindOf(value))];
    }

    bool walkSlice(const Found &input, const Node &node, Found &out)
    {
        for (const Value *value : input) {
            if (value->isNull())
                continue;
            std::string problem = value->isList() ? slice(value->items(), node, out) : typeName(*value) + " is not array or slice";
            if (problem.empty())
                continue;
            out = input;
            return fail(std::move(problem));
        }
        return true;
    }

    static std::string outOfBounds(long long index, long long length)
    {
        return "array index out of bounds: index " + std::to_string(index) + ", length " + std::to_string(length);
    }

    std::string slice(const Value::List &items, const Node &node, Found &out)
    {
        const auto length = static_cast<long long>(items.size());
        const auto &[start, end, step] = node.slice;
        const long long first = start.value + (start.value < 0 ? length : 0);
        long long last = end.known ? end.value : length;
        if (last < 0 || (last == 0 && end.derived))
            last += length;
        if (first == last)
            return {};
        if (first >= length || first < 0)
            return outOfBounds(first, length);
        if (last > length || last < 0)
            return outOfBounds(last - 1, length);
        if (first > last)
            return "starting index " + std::to_string(first) + " is greater than ending index " + std::to_string(last);
        if (step.known && step.value <= 0)
            return "step must be > 0";
        const long long stride = step.known ? std::min(step.value, length) : 1;
        for (long long i = first; i < last; i += stride)
            out.push_back(&items[static_cast<std::size_t>(i)]);
        return {};
    }

    /// What a wildcard finds in it; the bytes of a string, as upstream has it.
    Found inside(const Value &value)
    {
        Found out;
        for (const Value &item : value.items())
            out.push_back(&item);
        for (const Value::Member &member : value.members()) {
            if (value.find(member.key) == &member.value)
                out.push_back(&member.value);
        }
        if (value.isString()) {
            for (const char c : value.text())
                out.push_back(keep(Value::number(std::int64_t(static_cast<unsigned char>(c)))));
        }
        return out;
    }

    bool walkWildcard(const Found &input, Found &out)
    {
        for (const Value *value : input) {
            const Found found = inside(*value);
            out.insert(out.end(), found.begin(), found.end());
            if (!spend(found.size()))
                return false;
        }
        return true;
    }

    bool walkRecursive(const Found &input, Found &out, int depth)
    {
        if (depth > MostRecursion)
            return fail("the value is nested too deeply");
        for (const Value *value : input) {
            const bool isFull = !value->items().empty() || !value->members().empty() || (value->isString() && !value->text().empty());
            if (!isFull)
                continue;
            out.push_back(value);
            if (!spend(1) || (!value->isString() && !walkRecursive(inside(*value), out, depth + 1)))
                return false;
        }
        return true;
    }

    bool walkUnion(const Found &input, const Node &node, Found &out)
    {
        for (const NodePointer &list : node.children) {
            Found found;
            if (!walkAll(input, list->children, found)) {
                out = input;
                return false;
            }
            out.insert(out.end(), found.begin(), found.end());
        }
        return true;
    }

    bool walkFilter(const Found &input, const Node &node, Found &out)
    {
        for (const Value *value : input) {
            if (!value->isList()) {
                out = input;
                return fail(printed(*value) + " is not array or slice and cannot be filtered");
            }
            for (const Value &item : value->items()) {
                bool passes = false;
                if (!filterPasses(item, node, passes)) {
                    out = input;
                    return false;
                }
                if (passes)
                    out.push_back(&item);
            }
        }
        return true;
    }

    bool filterPasses(const Value &item, const Node &node, bool &passes)
    {
        Found left;
        const bool good = walkAll({&item}, node.children[0]->children, left);
        if (node.name == "exists" && !m_tooMuch) {
            passes = !left.empty();
            return true;
        }
        if (!good)
            return false;
        if (left.size() > 1)
            return fail("can only compare one element at a time");
        Found right;
        if (left.empty())
            return true;
        if (!walkAll({&item}, node.children[1]->children, right))
            return false;
        if (right.size() > 1)
            return fail("can only compare one element at a time");
        if (right.empty())
            return true;
        constexpr std::string_view operations[] = {"<", ">", "==", "!=", "<=", ">="};
        if (std::find(std::begin(operations), std::end(operations), node.name) == std::end(operations))
            return fail("unrecognized filter operator " + node.name);
        const auto order = compare(*left[0], *right[0]);
        if (!order)
            return fail(order.error().message);
        if (*order == 2 && node.name != "==" && node.name != "!=")
            return fail("invalid type for comparison");
        passes = holds(node.name, *order);
        return true;
    }

    bool walkIdentifier(const Found &input, const Node &node, Found &out)
    {
        if (node.name == "range") {
            ++m_begins;
            out = input;
            return true;
        }
        if (node.name != "end") {
            out = input;
            return fail("unrecognized identifier " + node.name);
        }
        if (m_ranges == 0)
            return fail("not in range, nothing to end");
        ++m_ends;
        return true;
    }

    const Nodes &m_nodes;
    const JsonPath::Limits m_limits;
    std::vector<Found> m_results;
    std::deque<Value> m_kept;
    std::string m_problem;
    std::size_t m_steps = 0;
    std::size_t m_lastEnd = static_cast<std::size_t>(-1);
    int m_begins = 0;
    int m_ranges = 0;
    int m_ends = 0;
    bool m_silent = false;
    bool m_tooMuch = false;
};

} // namespace

base::Result<JsonPath> JsonPath::parse(std::string_view text)
{
    auto nodes = jsonpath::parseTemplate(text);
    if (!nodes)
        return nodes.error();
    JsonPath path;
    path.m_nodes = *std::move(nodes);
    return path;
}

base::Result<std::string> JsonPath::print(const Value &data) const
{
    return print(data, Limits());
}

base::Result<std::string> JsonPath::print(const Value &data, const Limits &limits) const
{
    Evaluation evaluation(m_nodes, limits);
    if (!evaluation.run(data))
        return evaluation.error();
    std::string out;
    for (const Found &found : evaluation.results()) {
        for (std::size_t i = 0; i < found.size(); ++i) {
            out += i > 0 ? " " : "";
            out += printed(*found[i]);
            if (out.size() > limits.outputBytes)
                return base::makeError(base::ErrorKind::TooLarge, "the template prints too much");
        }
    }
    return out;
}

base::Result<std::vector<Value>> JsonPath::find(const Value &data) const
{
    Evaluation evaluation(m_nodes, Limits());
    if (!evaluation.run(data))
        return evaluation.error();
    std::vector<Value> values;
    if (!evaluation.results().empty()) {
        for (const Value *value : evaluation.results().front())
            values.push_back(*value);
    }
    return values;
}

base::Result<std::string> relaxedJsonPath(std::string_view expression)
{
    if (expression.empty())
        return std::string();
    std::string_view path = expression;
    if (path.size() > 1 && path.front() == '{' && path.back() == '}')
        path = path.substr(1, path.size() - 2);
    if (path.size() > 1 && path.front() == '.')
        path.remove_prefix(1);
    if (path.empty() || path.find_first_of("{}") != std::string_view::npos)
        return base::makeError(base::ErrorKind::BadInput,
                               "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'");
    std::string out = "{.";
    out += path;
    out += '}';
    return out;
}

} // namespace text
