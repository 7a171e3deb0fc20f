#pragma once

#include "models/fields/ObjectReading.h"
#include "models/text/JsonWalker.h"

namespace fields {

/// Reads one JSON object into the slots of a plan.
class JsonObjectReading : private ObjectReading
{
public:
    JsonObjectReading(RecordData &data, const PlanNode &root, text::JsonWalker &walker);
    bool read();
    using ObjectReading::takeError;

private:
    bool object(const PlanNode &node, std::uint32_t record);
    bool member(const PlanNode &node, std::uint32_t record);
    bool value(const PlanEdge &edge, std::uint32_t record);
    bool list(const PlanEdge &edge, std::uint32_t record);
    bool map(const PlanEdge &edge, std::uint32_t record);
    bool element(const PlanEdge &edge, std::uint32_t record);
    bool scalar(Shape shape, std::uint32_t record, std::uint16_t place);
    bool number(std::uint32_t record, std::uint16_t place);
    bool boolean(std::uint32_t record, std::uint16_t place);
    bool time(std::uint32_t record, std::uint16_t place);
    bool raw(std::uint32_t record, std::uint16_t place);
    bool numberOrText(std::uint32_t record, std::uint16_t place);
    bool string(std::string_view &text);
    bool isNull();
    bool broken();
    bool wrongType(std::string_view wanted);

    const PlanNode &m_root;
    text::JsonWalker &m_walker;
    std::string m_scratch;
};

} // namespace fields
