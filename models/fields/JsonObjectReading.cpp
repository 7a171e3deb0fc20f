#include "models/fields/JsonObjectReading.h"

#include "models/text/Time.h"

#include <charconv>
#include <chrono>
#include <optional>

namespace fields {
namespace {

using Step = text::JsonWalker::Step;

int twoDigits(const char *at)
{
    const auto tens = unsigned(at[0] - '0');
    const auto ones = unsigned(at[1] - '0');
    return tens <= 9 && ones <= 9 ? int(tens * 10 + ones) : 1000;
}

/// The form that servers write, "2026-11-21T10:00:00Z"; nothing for every other, right or wrong.
std::optional<std::int64_t> usualTime(std::string_view text)
{
    const char *at = text.data();
    if (text.size() != 20 || at[4] != '-' || at[7] != '-' || at[10] != 'T' || at[13] != ':' || at[16] != ':' || at[19] != 'Z')
        return std::nullopt;
    const int year = twoDigits(at) * 100 + twoDigits(at + 2);
    const int month = twoDigits(at + 5), day = twoDigits(at + 8);
    const int hour = twoDigits(at + 11), minute = twoDigits(at + 14), second = twoDigits(at + 17);
    if (year > 9999 || month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    using namespace std::chrono;
    const sys_days date = std::chrono::year(year) / month / day;
    return date.time_since_epoch().count() * std::int64_t(86400) + hour * 3600 + minute * 60 + second;
}

} // namespace

JsonObjectReading::JsonObjectReading(RecordData &data, const PlanNode &root, text::JsonWalker &walker)
    : ObjectReading(data, root), m_root(root), m_walker(walker)
{
}

bool JsonObjectReading::read()
{
    if (m_walker.peek() != '{')
        return wrongType("an object");
    if (!object(m_root, 0))
        return false;
    return m_walker.atEnd() || fail("has more text behind its end, at byte " + std::to_string(m_walker.offset()));
}

bool JsonObjectReading::broken()
{
    return fail("the JSON makes no sense at byte " + std::to_string(m_walker.offset()));
}

bool JsonObjectReading::wrongType(std::string_view wanted)
{
    const char next = m_walker.peek();
    std::string_view found = "a number";
    if (next == '"')
        found = "a string";
    else if (next == '{')
        found = "an object";
    else if (next == '[')
        found = "a list";
    else if (next == 't' || next == 'f')
        found = "true or false";
    else if (next != '-' && (next < '0' || next > '9'))
        return broken();
    return fail(std::string(wanted) + " is wanted, not " + std::string(found));
}

bool JsonObjectReading::isNull()
{
    return m_walker.peek() == 'n' && m_walker.takeWord() == "null";
}

bool JsonObjectReading::object(const PlanNode &node, std::uint32_t record)
{
    if (!m_walker.take('{'))
        return wrongType("an object");
    bool first = true;
    for (;;) {
        switch (m_walker.step('}', first)) {
        case Step::End:
            return true;
        case Step::Broken:
            return broken();
        case Step::Next:
            if (!member(node, record))
                return false;
        }
    }
}

bool JsonObjectReading::member(const PlanNode &node, std::uint32_t record)
{
    std::string_view key;
    bool escaped = false;
    if (!m_walker.takeString(key, escaped) || !m_walker.take(':'))
        return broken();
    const PlanEdge *edge = node.findKey(key);
    if (!edge)
        return m_walker.skip() || broken();
    const Within within(*this, edge->facts->json);
    return value(*edge, record);
}

bool JsonObjectReading::value(const PlanEdge &edge, std::uint32_t record)
{
    if (edge.slot != NoSlot)
        slot(record, edge.slot) = {};
    if (m_walker.peek() == 'n')
        return isNull() || broken();
    if (edge.facts->is(flag::List))
        return list(edge, record);
    if (edge.facts->is(flag::Map))
        return map(edge, record);
    if (edge.facts->shape != Shape::Message)
        return scalar(edge.facts->shape, record, edge.slot);
    setPresent(record, edge.slot);
    return object(*edge.child, record);
}

bool JsonObjectReading::list(const PlanEdge &edge, std::uint32_t record)
{
    if (!m_walker.take('['))
        return wrongType("a list");
    bool first = true;
    for (std::int64_t index = 0;; ++index) {
        switch (m_walker.step(']', first)) {
        case Step::End:
            return true;
        case Step::Broken:
            return broken();
        case Step::Next: {
            const Within within(*this, {}, index);
            const std::uint32_t added = addElement(record, edge.slot, *edge.child);
            if (added == 0 || !element(edge, added))
                return false;
        }
        }
    }
}

bool JsonObjectReading::map(const PlanEdge &edge, std::uint32_t record)
{
    if (!m_walker.take('{'))
        return wrongType("an object");
    bool first = true;
    for (;;) {
        switch (m_walker.step('}', first)) {
        case Step::End:
            return true;
        case Step::Broken:
            return broken();
        case Step::Next: {
            std::string_view key;
            if (!string(key) || !m_walker.take(':'))
                return broken();
            const Within within(*this, key);
            const std::uint32_t added = addElement(record, edge.slot, *edge.child);
            if (added == 0)
                return false;
            setText(added, slot::Key, key);
            if (!element(edge, added))
                return false;
        }
        }
    }
}

bool JsonObjectReading::element(const PlanEdge &edge, std::uint32_t record)
{
    if (m_walker.peek() == 'n')
        return isNull() || broken();
    if (edge.facts->shape != Shape::Message)
        return scalar(edge.facts->shape, record, slot::Value);
    setPresent(record, slot::Value);
    return object(*edge.child, record);
}

bool JsonObjectReading::scalar(Shape shape, std::uint32_t record, std::uint16_t place)
{
    switch (shape) {
    case Shape::Boolean:
        return boolean(record, place);
    case Shape::Integer:
        return number(record, place);
    case Shape::Time:
    case Shape::MicroTime:
        return time(record, place);
    case Shape::Double:
    case Shape::Quantity:
    case Shape::IntOrString:
        return numberOrText(record, place);
    case Shape::Text:
    case Shape::Bytes:
    case Shape::Duration:
        break;
    default:
        return raw(record, place);
    }
    std::string_view text;
    if (!string(text))
        return wrongType("a string");
    setText(record, place, text);
    return true;
}

bool JsonObjectReading::string(std::string_view &text)
{
    bool escaped = false;
    if (!m_walker.takeString(text, escaped))
        return false;
    if (!escaped)
        return true;
    m_scratch.clear();
    if (!text::appendUnescaped(m_scratch, text))
        return broken();
    text = m_data.arena.keep(m_scratch);
    return true;
}

bool JsonObjectReading::number(std::uint32_t record, std::uint16_t place)
{
    const char next = m_walker.peek();
    if (next != '-' && (next < '0' || next > '9'))
        return wrongType("a number");
    const std::string_view word = m_walker.takeWord();
    std::int64_t number = 0;
    const auto [stop, code] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (code != std::errc() || stop != word.data() + word.size())
        return fail("a whole number of 64 bits is wanted, not " + std::string(word.substr(0, 40)));
    setNumber(record, place, number);
    return true;
}

bool JsonObjectReading::boolean(std::uint32_t record, std::uint16_t place)
{
    const char next = m_walker.peek();
    if (next != 't' && next != 'f')
        return wrongType("true or false");
    const std::string_view word = m_walker.takeWord();
    if (word != "true" && word != "false")
        return broken();
    setBoolean(record, place, word == "true");
    return true;
}

bool JsonObjectReading::time(std::uint32_t record, std::uint16_t place)
{
    std::string_view spelling;
    if (!string(spelling))
        return wrongType("a time");
    if (const std::optional<std::int64_t> seconds = usualTime(spelling)) {
        setNumber(record, place, *seconds);
        return true;
    }
    const base::Result<text::Time> parsed = text::parseTime(spelling);
    if (!parsed)
        return fail(parsed.error().message);
    setNumber(record, place, parsed->seconds);
    return true;
}

bool JsonObjectReading::numberOrText(std::uint32_t record, std::uint16_t place)
{
    std::string_view text;
    const char next = m_walker.peek();
    if (next == '-' || (next >= '0' && next <= '9'))
        text = m_walker.takeWord();
    else if (!string(text))
        return wrongType("a number or string");
    setText(record, place, text);
    return true;
}

bool JsonObjectReading::raw(std::uint32_t record, std::uint16_t place)
{
    std::string_view text;
    if (!m_walker.takeRaw(text))
        return broken();
    setText(record, place, text);
    return true;
}

} // namespace fields
