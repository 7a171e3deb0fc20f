#include "models/fields/ProtobufObjectReading.h"

#include "models/fields/ProtobufScalars.h"
#include "models/text/Duration.h"

#include <bit>
#include <charconv>

namespace fields {

using Wire = text::ProtobufWire;

ProtobufObjectReading::ProtobufObjectReading(RecordData &data, const PlanNode &root) : ObjectReading(data, root), m_root(root)
{
}

bool ProtobufObjectReading::read(std::string_view bytes)
{
    try {
        return message(m_root, 0, bytes);
    } catch (const text::ProtobufError &) {
        return fail("the protobuf makes no sense");
    }
}

bool ProtobufObjectReading::wrongWire()
{
    return fail("the protobuf holds a value of another type");
}

bool ProtobufObjectReading::message(const PlanNode &node, std::uint32_t record, std::string_view bytes)
{
    Reader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        const PlanEdge *edge = node.findNumber(reader.tag());
        if (!edge)
            reader.skip();
        else if (!field(*edge, record, reader))
            return false;
    }
    return true;
}

bool ProtobufObjectReading::field(const PlanEdge &edge, std::uint32_t record, Reader &reader)
{
    const FieldFacts &facts = *edge.facts;
    const Within within(*this, facts.is(flag::Inline) ? std::string_view() : facts.json);
    if (facts.is(flag::List))
        return element(edge, record, reader);
    if (facts.is(flag::Map))
        return entry(edge, record, reader);
    if (facts.shape != Shape::Message)
        return scalar(facts, record, edge.slot, reader) && omitEmpty(facts, record, edge.slot);
    if (!text::isWire(reader, Wire::length_delimited))
        return wrongWire();
    setPresent(record, edge.slot);
    return message(*edge.child, record, text::takeView(reader));
}

/// JSON leaves an empty value out where the Go type cannot tell it from none: then it is absent here as well.
bool ProtobufObjectReading::omitEmpty(const FieldFacts &facts, std::uint32_t record, std::uint16_t place)
{
    if (!facts.is(flag::OmitEmpty) || facts.is(flag::Pointer))
        return true;
    Slot &value = slot(record, place);
    const bool isEmptyText = (facts.shape == Shape::Text || facts.shape == Shape::Bytes) && value.length == 0;
    const bool isZero = (facts.shape == Shape::Integer || facts.shape == Shape::Boolean) && value.number == 0;
    if (isEmptyText || isZero)
        value = {};
    return true;
}

bool ProtobufObjectReading::element(const PlanEdge &edge, std::uint32_t record, Reader &reader)
{
    if (edge.facts->shape == Shape::Integer && text::isWire(reader, Wire::length_delimited))
        return packed(edge, record, reader);
    const std::uint32_t added = addElement(record, edge.slot, *edge.child);
    return added != 0 && elementValue(edge, added, reader);
}

bool ProtobufObjectReading::packed(const PlanEdge &edge, std::uint32_t record, Reader &reader)
{
    for (const std::int64_t number : reader.get_packed_int64()) {
        const std::uint32_t added = addElement(record, edge.slot, *edge.child);
        if (added == 0)
            return false;
        setNumber(added, slot::Value, number);
    }
    return true;
}

bool ProtobufObjectReading::entry(const PlanEdge &edge, std::uint32_t record, Reader &reader)
{
    if (!text::isWire(reader, Wire::length_delimited))
        return wrongWire();
    const std::string_view bytes = text::takeView(reader);
    const std::uint32_t added = addElement(record, edge.slot, *edge.child);
    if (added == 0)
        return false;
    setText(added, slot::Key, {});
    Reader member(bytes.data(), bytes.size());
    while (member.next()) {
        if (member.tag() == 1 && text::isWire(member, Wire::length_delimited))
            setText(added, slot::Key, text::takeView(member));
        else if (member.tag() != 2)
            member.skip();
        else if (!elementValue(edge, added, member))
            return false;
    }
    return true;
}

bool ProtobufObjectReading::elementValue(const PlanEdge &edge, std::uint32_t record, Reader &reader)
{
    if (edge.facts->shape != Shape::Message)
        return scalar(*edge.facts, record, slot::Value, reader);
    if (!text::isWire(reader, Wire::length_delimited))
        return wrongWire();
    setPresent(record, slot::Value);
    return message(*edge.child, record, text::takeView(reader));
}

bool ProtobufObjectReading::scalar(const FieldFacts &facts, std::uint32_t record, std::uint16_t place, Reader &reader)
{
    if (facts.shape == Shape::Integer || facts.shape == Shape::Boolean)
        return varint(facts.shape, record, place, reader);
    if (facts.shape == Shape::Double)
        return real(record, place, reader);
    if (!text::isWire(reader, Wire::length_delimited))
        return wrongWire();
    const std::string_view bytes = text::takeView(reader);
    switch (facts.shape) {
    case Shape::Text:
        setText(record, place, bytes);
        return true;
    case Shape::Bytes:
        setText(record, place, m_data.arena.keep(protobuf::toBase64(bytes)));
        return true;
    case Shape::Time:
    case Shape::MicroTime:
        return time(record, place, bytes);
    case Shape::Duration:
        return duration(record, place, bytes);
    case Shape::IntOrString:
        return intOrString(record, place, bytes);
    default:
        return firstText(record, place, bytes);
    }
}

bool ProtobufObjectReading::varint(Shape shape, std::uint32_t record, std::uint16_t place, Reader &reader)
{
    if (!text::isWire(reader, Wire::varint))
        return wrongWire();
    const std::int64_t number = reader.get_int64();
    if (shape == Shape::Boolean)
        setBoolean(record, place, number != 0);
    else
        setNumber(record, place, number);
    return true;
}

bool ProtobufObjectReading::real(std::uint32_t record, std::uint16_t place, Reader &reader)
{
    if (!text::isWire(reader, Wire::fixed64))
        return wrongWire();
    setText(record, place, m_data.arena.keep(protobuf::formatJsonDouble(reader.get_double())));
    return true;
}

bool ProtobufObjectReading::time(std::uint32_t record, std::uint16_t place, std::string_view bytes)
{
    if (const std::optional<protobuf::Moment> moment = protobuf::readTime(bytes))
        setNumber(record, place, moment->seconds);
    else
        slot(record, place) = {};
    return true;
}

bool ProtobufObjectReading::duration(std::uint32_t record, std::uint16_t place, std::string_view bytes)
{
    const std::chrono::nanoseconds nanoseconds(protobuf::readDuration(bytes));
    setText(record, place, m_data.arena.keep(text::formatDuration(nanoseconds)));
    return true;
}

bool ProtobufObjectReading::intOrString(std::uint32_t record, std::uint16_t place, std::string_view bytes)
{
    const protobuf::NumberOrText value = protobuf::readIntOrString(bytes);
    setText(record, place, value.isText ? value.text : m_data.arena.keep(std::to_string(value.number)));
    return true;
}

bool ProtobufObjectReading::firstText(std::uint32_t record, std::uint16_t place, std::string_view bytes)
{
    setText(record, place, protobuf::readFirstText(bytes));
    return true;
}

} // namespace fields
