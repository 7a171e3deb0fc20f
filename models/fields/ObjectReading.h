#pragma once

#include "models/base/Result.h"
#include "models/fields/PlanNode.h"
#include "models/fields/RecordData.h"

#include <string>
#include <string_view>
#include <vector>

namespace fields {

/// What reading JSON and reading protobuf have in common: where values go, and where in the object we are.
class ObjectReading
{
public:
    ObjectReading(RecordData &data, const PlanNode &root);

    /// Only after a function of the derived reader returned false.
    base::Error takeError(std::string_view format);

protected:
    /// Keeps the path right while a field or an element is read.
    class Within
    {
    public:
        Within(ObjectReading &reading, std::string_view name, std::int64_t index = -1) : m_reading(reading)
        {
            m_reading.m_path.push_back({name, index});
        }
        ~Within() { m_reading.m_path.pop_back(); }
        Within(const Within &) = delete;
        Within &operator=(const Within &) = delete;

    private:
        ObjectReading &m_reading;
    };

    Slot &slot(std::uint32_t record, std::uint16_t place) { return m_data.slots[record + place]; }
    void setText(std::uint32_t record, std::uint16_t place, std::string_view text);
    void setNumber(std::uint32_t record, std::uint16_t place, std::int64_t number);
    void setBoolean(std::uint32_t record, std::uint16_t place, bool value);
    void setPresent(std::uint32_t record, std::uint16_t place);

    /// Appends an element to the list at that place; 0 when the object has too many.
    std::uint32_t addElement(std::uint32_t record, std::uint16_t place, const PlanNode &node);

    /// Notes the error with the path; always false.
    bool fail(std::string message, base::ErrorKind kind = base::ErrorKind::BadInput);

    RecordData &m_data;

private:
    struct PathStep { std::string_view name; std::int64_t index; };
    std::string pathText() const;

    std::vector<PathStep> m_path;
    base::Error m_error;
};

} // namespace fields
