#include "models/text/JsonPathEvaluation.h"

#include "models/text/GoValue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace text::jsonpath {

namespace {

constexpr int MostRecursion = 2000;
constexpr std::string_view signs[] = {"<", ">", "==", "!=", "<=", ">="};

std::string outOfBounds(long long index, long long length)
{
    return "array index out of bounds: index " + std::to_string(index) + ", length " + std::to_string(length);
}

/// The items that [start:end:step] means; what is wrong with it, or nothing.
std::string slice(const Value::List &items, const std::array<SliceNumber, 3> &numbers, Evaluation::Found &out)
{
    const auto length = static_cast<long long>(items.size());
    const auto &[start, end, step] = numbers;
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

} // namespace

bool Evaluation::run(const Value &data)
{
    return find({&data}, 0);
}

bool Evaluation::fail(std::string problem)
{
    m_problem = std::move(problem);
    return false;
}

base::Error Evaluation::error() const
{
    return base::makeError(m_tooMuch ? base::ErrorKind::TooLarge : base::ErrorKind::BadInput, m_problem);
}

bool Evaluation::spend(std::size_t steps)
{
    m_steps += steps + 1;
    m_tooMuch = m_steps > m_limits.steps;
    return !m_tooMuch || fail("the template asks for too much");
}

const Value *Evaluation::keep(Value value)
{
    m_kept.push_back(std::move(value));
    return &m_kept.back();
}

/// Goes through the nodes from there to the end, or to the end of the range it is in.
bool Evaluation::find(const Found &current, std::size_t from)
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
bool Evaluation::loop(const Found &values, std::size_t from)
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

bool Evaluation::walk(const Found &input, const Node &node, Found &out)
{
    if (!spend(input.size()))
        return false;
    switch (node.type) {
    case Node::Type::List: return walkAll(input, node.children, out);
    case Node::Type::Literal: out.assign(node.literal.isString() ? 1 : input.size(), &node.literal); return true;
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
bool Evaluation::walkAll(const Found &input, const Nodes &nodes, Found &out)
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

bool Evaluation::walkField(const Found &input, const Node &node, Found &out)
{
    for (const Value *value : input) {
        if (const Value *member = value->isMap() ? value->find(node.name) : nullptr)
            out.push_back(member);
    }
    return true;
}

bool Evaluation::walkSlice(const Found &input, const Node &node, Found &out)
{
    for (const Value *value : input) {
        if (value->isNull())
            continue;
        std::string problem = value->isList() ? slice(value->items(), node.slice, out) : goTypeName(*value) + " is not array or slice";
        if (problem.empty())
            continue;
        out = input;
        return fail(std::move(problem));
    }
    return true;
}

/// What a wildcard finds in it; the bytes of a string, as upstream has it.
Evaluation::Found Evaluation::inside(const Value &value)
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

bool Evaluation::walkWildcard(const Found &input, Found &out)
{
    for (const Value *value : input) {
        const Found found = inside(*value);
        out.insert(out.end(), found.begin(), found.end());
        if (!spend(found.size()))
            return false;
    }
    return true;
}

bool Evaluation::walkRecursive(const Found &input, Found &out, int depth)
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

bool Evaluation::walkUnion(const Found &input, const Node &node, Found &out)
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

bool Evaluation::walkFilter(const Found &input, const Node &node, Found &out)
{
    for (const Value *value : input) {
        if (!value->isList()) {
            out = input;
            return fail(goPrinted(*value) + " is not array or slice and cannot be filtered");
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

bool Evaluation::filterPasses(const Value &item, const Node &node, bool &passes)
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
    if (std::ranges::find(signs, node.name) == std::end(signs))
        return fail("unrecognized filter operator " + node.name);
    const auto holds = goCompare(node.name, *left[0], *right[0]);
    if (!holds)
        return fail(holds.error().message);
    passes = *holds;
    return true;
}

bool Evaluation::walkIdentifier(const Found &input, const Node &node, Found &out)
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

} // namespace text::jsonpath
