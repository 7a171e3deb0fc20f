#include "models/fields/JsonObjectReading.h"
#include "models/fields/ProtobufObjectReading.h"
#include "models/fields/Record.h"
#include "models/text/Utf8.h"

namespace fields {

struct ObjectReader::State
{
    std::shared_ptr<const PlanNode> root;
    RecordData data;
    text::JsonWalker walker;
};

ObjectReader::ObjectReader(const Plan &plan) : m_state(std::make_unique<State>())
{
    m_state->root = plan.m_root;
}

ObjectReader::~ObjectReader() = default;
ObjectReader::ObjectReader(ObjectReader &&) noexcept = default;
ObjectReader &ObjectReader::operator=(ObjectReader &&) noexcept = default;

base::Result<Record> ObjectReader::readJson(std::string_view object)
{
    if (object.size() > MaxObjectBytes)
        return base::makeError(base::ErrorKind::TooLarge, "the object has more than 64 MiB");
    if (const std::size_t valid = text::firstInvalidUtf8(object); valid != object.size())
        return base::makeError(base::ErrorKind::BadInput, "the object: not UTF-8 at byte " + std::to_string(valid));
    const bool isClosed = m_state->walker.start(object);
    JsonObjectReading reading(m_state->data, *m_state->root, m_state->walker);
    if (!isClosed || !reading.read())
        return reading.takeError("JSON: a string has no end");
    return record();
}

base::Result<Record> ObjectReader::readProtobuf(std::string_view message)
{
    if (message.size() > MaxObjectBytes)
        return base::makeError(base::ErrorKind::TooLarge, "the object has more than 64 MiB");
    ProtobufObjectReading reading(m_state->data, *m_state->root);
    if (!reading.read(message))
        return reading.takeError("protobuf");
    return record();
}

Record ObjectReader::record() const
{
    Record record;
    record.m_data = &m_state->data;
    return record;
}

} // namespace fields
