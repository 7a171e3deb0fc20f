#pragma once

#include "models/fields/ObjectReading.h"
#include "models/text/Protobuf.h"

namespace fields {

/// Reads one protobuf message into the slots of a plan, so that the slots are those its JSON would give.
class ProtobufObjectReading : private ObjectReading
{
public:
    ProtobufObjectReading(RecordData &data, const PlanNode &root);
    bool read(std::string_view message);
    using ObjectReading::takeError;

private:
    using Reader = text::ProtobufReader;

    bool message(const PlanNode &node, std::uint32_t record, std::string_view bytes);
    bool field(const PlanEdge &edge, std::uint32_t record, Reader &reader);
    bool element(const PlanEdge &edge, std::uint32_t record, Reader &reader);
    bool packed(const PlanEdge &edge, std::uint32_t record, Reader &reader);
    bool entry(const PlanEdge &edge, std::uint32_t record, Reader &reader);
    bool elementValue(const PlanEdge &edge, std::uint32_t record, Reader &reader);
    bool scalar(const FieldFacts &facts, std::uint32_t record, std::uint16_t place, Reader &reader);
    bool omitEmpty(const FieldFacts &facts, std::uint32_t record, std::uint16_t place);
    bool varint(Shape shape, std::uint32_t record, std::uint16_t place, Reader &reader);
    bool time(std::uint32_t record, std::uint16_t place, std::string_view bytes);
    bool duration(std::uint32_t record, std::uint16_t place, std::string_view bytes);
    bool intOrString(std::uint32_t record, std::uint16_t place, std::string_view bytes);
    bool firstText(std::uint32_t record, std::uint16_t place, std::string_view bytes);
    bool real(std::uint32_t record, std::uint16_t place, Reader &reader);
    bool wrongWire();

    const PlanNode &m_root;
};

} // namespace fields
