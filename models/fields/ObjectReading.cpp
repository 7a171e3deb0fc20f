#include "models/fields/ObjectReading.h"

#include <algorithm>

namespace fields {
namespace {

/// Far above any object that a server stores, far below what a hostile list of empty elements would cost.
constexpr std::size_t MaxSlots = 8 * 1024 * 1024;

} // namespace

ObjectReading::ObjectReading(RecordData &data, const PlanNode &root) : m_data(data)
{
    m_data.arena.clear();
    m_data.slots.clear();
    m_data.slots.resize(root.shape->width);
    m_path.reserve(16);
}

void ObjectReading::setText(std::uint32_t record, std::uint16_t place, std::string_view text)
{
    Slot &target = slot(record, place);
    target.text = text.data();
    target.length = std::uint32_t(text.size());
    target.state = Slot::State::Text;
}

void ObjectReading::setNumber(std::uint32_t record, std::uint16_t place, std::int64_t number)
{
    Slot &target = slot(record, place);
    target.number = number;
    target.state = Slot::State::Number;
}

void ObjectReading::setBoolean(std::uint32_t record, std::uint16_t place, bool value)
{
    Slot &target = slot(record, place);
    target.number = value ? 1 : 0;
    target.state = Slot::State::Boolean;
}

void ObjectReading::setPresent(std::uint32_t record, std::uint16_t place)
{
    if (place != NoSlot)
        slot(record, place).state = Slot::State::Present;
}

std::uint32_t ObjectReading::addElement(std::uint32_t record, std::uint16_t place, const PlanNode &node)
{
    const std::size_t element = m_data.slots.size();
    if (element + node.shape->width > MaxSlots) {
        fail("has too many elements", base::ErrorKind::TooLarge);
        return 0;
    }
    m_data.slots.resize(element + node.shape->width);
    const auto index = std::uint32_t(element);
    Slot &list = slot(record, place);
    if (list.state != Slot::State::Items) {
        list.state = Slot::State::Items;
        list.length = 0;
    }
    if (list.length == 0)
        list.items = {index, index};
    else
        setNumber(list.items.last, slot::Next, index);
    list.items.last = index;
    ++list.length;
    return index;
}

bool ObjectReading::fail(std::string message, base::ErrorKind kind)
{
    const std::string path = pathText();
    m_error = base::makeError(kind, (path.empty() ? "the object" : path) + ": " + message);
    return false;
}

base::Error ObjectReading::takeError(std::string_view format)
{
    if (m_error.message.empty())
        fail("is no " + std::string(format));
    return std::move(m_error);
}

std::string ObjectReading::pathText() const
{
    std::string text;
    for (const PathStep &step : m_path) {
        if (step.index >= 0) {
            text += '[' + std::to_string(step.index) + ']';
        } else if (!step.name.empty()) {
            text += text.empty() ? "" : ".";
            text += step.name;
        }
    }
    return text;
}

} // namespace fields
