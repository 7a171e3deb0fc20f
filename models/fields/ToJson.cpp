#include "models/fields/ToJson.h"

#include "models/fields/Facts.h"
#include "models/fields/ProtobufScalars.h"
#include "models/text/Duration.h"
#include "models/text/Json.h"
#include "models/text/Protobuf.h"
#include "models/text/Time.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace fields {
namespace {

using text::ProtobufReader;
using text::ProtobufWire;
using text::Value;

constexpr int MaxDepth = 200;
constexpr std::size_t MaxMessages = 1'000'000;

/// Ends a conversion from the inside.
struct Refusal
{
    base::Error error;
};

[[noreturn]] void refuse(base::ErrorKind kind, std::string message)
{
    throw Refusal{base::makeError(kind, std::move(message))};
}

std::string_view takeBytes(ProtobufReader &reader)
{
    if (!text::isWire(reader, ProtobufWire::length_delimited))
        refuse(base::ErrorKind::BadInput, "the protobuf holds a value of another type");
    return text::takeView(reader);
}

std::int64_t takeNumber(ProtobufReader &reader)
{
    if (!text::isWire(reader, ProtobufWire::varint))
        refuse(base::ErrorKind::BadInput, "the protobuf holds a value of another type");
    return reader.get_int64();
}

Value asText(std::string_view text)
{
    return Value::string(std::string(text));
}

bool isRepeated(const FieldFacts &facts)
{
    return facts.is(flag::List | flag::Map);
}

/// Turns one message into JSON, field by field as the table of facts says.
class Converter
{
public:
    Value root(std::string_view apiVersion, std::string_view kind, std::string_view bytes);

private:
    Value message(const TypeFacts &type, std::string_view bytes);
    void readField(const FieldFacts &facts, ProtobufReader &reader, std::optional<Value> &target);
    void readEntry(const FieldFacts &facts, std::string_view bytes, Value &map);
    Value single(const FieldFacts &facts, ProtobufReader &reader);
    Value ofBytes(const FieldFacts &facts, std::string_view bytes);
    Value typed(const FieldFacts &facts, std::string_view bytes);
    Value raw(std::string_view bytes);
    Value schemaOr(const FieldFacts &facts, std::string_view bytes);
    Value zero(const FieldFacts &facts);

    int m_depth = 0;
    std::size_t m_messages = 0;
};

Value Converter::root(std::string_view apiVersion, std::string_view kind, std::string_view bytes)
{
    const TypeFacts *type = findType(apiVersion, kind);
    if (!type)
        refuse(base::ErrorKind::Unsupported, "protobuf of " + std::string(kind) + " " + std::string(apiVersion) + " is not known");
    Value object = Value::map({{"kind", asText(kind)}, {"apiVersion", asText(apiVersion)}});
    Value members = message(*type, bytes);
    std::ranges::move(members.members(), std::back_inserter(object.members()));
    return object;
}

/// What Go leaves out by omitempty or omitzero, of a value that is there.
bool isLeftOut(const FieldFacts &facts, const Value &value)
{
    if (facts.is(flag::Pointer))
        return false;
    if (facts.is(flag::OmitZero) && value.isNull())
        return true;
    if (!facts.is(flag::OmitEmpty))
        return false;
    if (isRepeated(facts))
        return value.isNull();
    switch (facts.shape) {
    case Shape::Text:
    case Shape::Bytes:
        return value.text().empty();
    case Shape::Boolean:
        return !value.asBoolean();
    case Shape::Integer:
    case Shape::Double:
        return value.text() == "0";
    default:
        return false;
    }
}

Value Converter::message(const TypeFacts &type, std::string_view bytes)
{
    if (++m_depth > MaxDepth || ++m_messages > MaxMessages)
        refuse(base::ErrorKind::TooLarge, "the object is nested too deeply or has too many parts");
    std::vector<std::optional<Value>> values(type.count);
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        if (const FieldFacts *facts = type.byNumber(reader.tag()))
            readField(*facts, reader, values[std::size_t(facts - type.fields().data())]);
        else
            reader.skip();
    }
    Value object = Value::map();
    for (std::size_t i = 0; i < type.count; ++i) {
        const FieldFacts &facts = type.fields()[i];
        if (!values[i] && facts.is(flag::Pointer) && facts.is(flag::OmitEmpty))
            continue;
        Value value = values[i] ? std::move(*values[i]) : zero(facts);
        if (facts.is(flag::Inline))
            std::ranges::move(value.members(), std::back_inserter(object.members()));
        else if (!isLeftOut(facts, value))
            object.members().push_back({std::string(facts.json), std::move(value)});
    }
    --m_depth;
    return object;
}

Value Converter::zero(const FieldFacts &facts)
{
    if (facts.is(flag::List) && !facts.is(flag::OmitEmpty) && facts.json == "items")
        return Value::list();   // a server never writes null for the items of a list
    if (facts.is(flag::Pointer) || isRepeated(facts))
        return Value::null();
    switch (facts.shape) {
    case Shape::Text:
        return Value::string({});
    case Shape::Boolean:
        return Value::boolean(false);
    case Shape::Integer:
    case Shape::Double:
    case Shape::IntOrString:
        return Value::number(0);
    case Shape::Quantity:
        return Value::string("0");
    case Shape::Duration:
        return Value::string("0s");
    case Shape::Message:
        return message(messageOf(facts), {});
    default:
        return Value::null();
    }
}

void Converter::readField(const FieldFacts &facts, ProtobufReader &reader, std::optional<Value> &target)
{
    if (!isRepeated(facts)) {
        target = single(facts, reader);
        return;
    }
    if (!target)
        target = facts.is(flag::List) ? Value::list() : Value::map();
    if (facts.is(flag::Map)) {
        readEntry(facts, takeBytes(reader), *target);
    } else if (facts.shape == Shape::Integer && text::isWire(reader, ProtobufWire::length_delimited)) {
        for (const std::int64_t number : reader.get_packed_int64())
            target->items().push_back(Value::number(number));
    } else {
        target->items().push_back(single(facts, reader));
    }
}

void Converter::readEntry(const FieldFacts &facts, std::string_view bytes, Value &map)
{
    std::string key;
    std::optional<Value> value;
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        if (reader.tag() == 1)
            key = takeBytes(reader);
        else if (reader.tag() == 2)
            value = single(facts, reader);
        else
            reader.skip();
    }
    if (!value) {
        FieldFacts plain = facts;
        plain.flags = 0;
        value = zero(plain);
    }
    map.members().push_back({std::move(key), std::move(*value)});
}

Value Converter::single(const FieldFacts &facts, ProtobufReader &reader)
{
    switch (facts.shape) {
    case Shape::Boolean:
        return Value::boolean(takeNumber(reader) != 0);
    case Shape::Integer:
        return Value::number(takeNumber(reader));
    case Shape::Double:
        if (!text::isWire(reader, ProtobufWire::fixed64))
            refuse(base::ErrorKind::BadInput, "the protobuf holds a value of another type");
        return Value::number(protobuf::formatJsonDouble(reader.get_double()));
    default:
        return ofBytes(facts, takeBytes(reader));
    }
}

Value timeOf(Shape shape, std::string_view bytes)
{
    const std::optional<protobuf::Moment> moment = protobuf::readTime(bytes);
    if (!moment || moment->seconds == text::ZeroTimeSeconds)
        return Value::null();
    const text::Time time{moment->seconds, moment->nanoseconds};
    return Value::string(shape == Shape::Time ? text::formatTime(time) : text::formatMicroTime(time));
}

Value intOrStringOf(std::string_view bytes)
{
    const protobuf::NumberOrText value = protobuf::readIntOrString(bytes);
    return value.isText ? asText(value.text) : Value::number(std::int64_t(value.number));
}

/// A message around the repeated field 1.
Value textListOf(std::string_view bytes)
{
    Value list = Value::list();
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        if (reader.tag() == 1)
            list.items().push_back(asText(takeBytes(reader)));
        else
            reader.skip();
    }
    return list.items().empty() ? Value::null() : list;
}

Value Converter::ofBytes(const FieldFacts &facts, std::string_view bytes)
{
    switch (facts.shape) {
    case Shape::Text:
        return asText(bytes);
    case Shape::Bytes:
        return Value::string(protobuf::toBase64(bytes));
    case Shape::Time:
    case Shape::MicroTime:
        return timeOf(facts.shape, bytes);
    case Shape::Duration:
        return Value::string(text::formatDuration(std::chrono::nanoseconds(protobuf::readDuration(bytes))));
    case Shape::Quantity:
        return asText(protobuf::readFirstText(bytes));
    case Shape::IntOrString:
        return intOrStringOf(bytes);
    case Shape::Raw:
        return raw(protobuf::readFirstText(bytes));
    case Shape::TextList:
        return textListOf(bytes);
    case Shape::Message:
        return facts.is(flag::Typed) ? typed(facts, bytes) : message(messageOf(facts), bytes);
    default:
        return schemaOr(facts, bytes);
    }
}

Value Converter::typed(const FieldFacts &facts, std::string_view bytes)
{
    const auto type = std::ranges::find(allRoots(), facts.type, &RootFacts::type);
    if (type == allRoots().end())
        return message(messageOf(facts), bytes);
    return root(type->apiVersion, type->kind, bytes);
}

Value Converter::raw(std::string_view bytes)
{
    if (bytes.empty())
        return Value::null();
    if (text::isProtobufObject(bytes)) {
        const base::Result<text::ProtobufObject> object = text::openProtobufObject(bytes);
        if (!object)
            refuse(object.error().kind, object.error().message);
        if (++m_depth > MaxDepth)
            refuse(base::ErrorKind::TooLarge, "the object is nested too deeply");
        Value value = root(object->apiVersion, object->kind, object->message);
        --m_depth;
        return value;
    }
    base::Result<Value> parsed = text::parseJson(bytes);
    if (!parsed)
        refuse(parsed.error().kind, "JSON inside of the protobuf: " + parsed.error().message);
    return std::move(*parsed);
}

/// JSON writes a schema or what stands in its place; protobuf has a message with both.
Value Converter::schemaOr(const FieldFacts &facts, std::string_view bytes)
{
    const std::uint32_t schemaNumber = facts.shape == Shape::SchemaOrBool ? 2 : 1;
    bool allows = false;
    Value schema = facts.shape == Shape::SchemaOrBool ? Value::boolean(false) : Value::null();
    bool hasSchema = false;
    Value list = Value::list();
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        if (reader.tag() == schemaNumber) {
            schema = message(messageOf(facts), takeBytes(reader));
            hasSchema = true;
        } else if (reader.tag() == 1) {
            allows = takeNumber(reader) != 0;
        } else if (reader.tag() == 2) {
            const std::string_view element = takeBytes(reader);
            list.items().push_back(facts.shape == Shape::SchemaOrArray ? message(messageOf(facts), element) : asText(element));
        } else {
            reader.skip();
        }
    }
    if (facts.shape == Shape::SchemaOrBool)
        return hasSchema ? schema : Value::boolean(allows);
    return list.items().empty() ? schema : list;
}

} // namespace

base::Result<Value> toJson(std::string_view apiVersion, std::string_view kind, std::string_view bytes)
{
    try {
        return Converter().root(apiVersion, kind, bytes);
    } catch (const Refusal &refusal) {
        return refusal.error;
    } catch (const text::ProtobufError &) {
        return base::makeError(base::ErrorKind::BadInput, "the protobuf of a " + std::string(kind) + " makes no sense");
    }
}

} // namespace fields
