#include "models/fields/Record.h"

#include "models/fields/PlanNode.h"
#include "models/fields/RecordData.h"
#include "models/text/Time.h"

#include <cassert>
#include <charconv>
#include <cstring>

namespace fields {

std::string_view TextArena::keep(std::string_view text)
{
    char *place = nullptr;
    if (text.size() > ChunkSize / 4) {
        m_large.push_back(std::make_unique<char[]>(text.size()));
        place = m_large.back().get();
    } else {
        if (m_chunks.empty() || m_used + text.size() > ChunkSize) {
            m_current = m_chunks.empty() ? 0 : m_current + 1;
            m_used = 0;
            if (m_current == m_chunks.size())
                m_chunks.push_back(std::make_unique<char[]>(ChunkSize));
        }
        place = m_chunks[m_current].get() + m_used;
        m_used += text.size();
    }
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

void TextArena::clear()
{
    m_large.clear();
    m_current = 0;
    m_used = 0;
}

namespace {

const Slot &slotOf(const RecordData *data, std::uint32_t index, std::uint16_t slot)
{
    static const Slot absent{};
    if (!data || slot == NoSlot)
        return absent;
    assert(index + slot < data->slots.size());
    return data->slots[index + slot];
}

} // namespace

bool Record::has(Field field) const
{
    return slotOf(m_data, m_index, field.slot).state != Slot::State::Absent;
}

std::string_view Record::text(Field field) const
{
    const Slot &slot = slotOf(m_data, m_index, field.slot);
    return slot.state == Slot::State::Text ? std::string_view(slot.text, slot.length) : std::string_view();
}

std::int64_t Record::integer(Field field, std::int64_t fallback) const
{
    const Slot &slot = slotOf(m_data, m_index, field.slot);
    if (slot.state == Slot::State::Number)
        return slot.number;
    if (slot.state != Slot::State::Text)
        return fallback;
    std::int64_t number = 0;
    const char *end = slot.text + slot.length;
    const auto [stop, code] = std::from_chars(slot.text, end, number);
    return code == std::errc() && stop == end ? number : fallback;
}

bool Record::boolean(Field field, bool fallback) const
{
    const Slot &slot = slotOf(m_data, m_index, field.slot);
    return slot.state == Slot::State::Boolean ? slot.number != 0 : fallback;
}

std::optional<std::int64_t> Record::seconds(Field field) const
{
    const Slot &slot = slotOf(m_data, m_index, field.slot);
    if (slot.state != Slot::State::Number || slot.number == text::ZeroTimeSeconds)
        return std::nullopt;
    return slot.number;
}

RecordList Record::items(const Items &items) const
{
    RecordList list;
    const Slot &slot = slotOf(m_data, m_index, items.m_slot);
    if (slot.state == Slot::State::Items && slot.length > 0) {
        list.m_data = m_data;
        list.m_first = slot.items.first;
        list.m_count = slot.length;
    }
    return list;
}

std::size_t Record::count(const Items &items) const
{
    const Slot &slot = slotOf(m_data, m_index, items.m_slot);
    return slot.state == Slot::State::Items ? slot.length : 0;
}

RecordList::Iterator RecordList::begin() const
{
    Iterator iterator;
    iterator.m_data = m_data;
    iterator.m_index = m_first;
    return iterator;
}

Record RecordList::Iterator::operator*() const
{
    assert(m_index != 0);
    Record record;
    record.m_data = m_data;
    record.m_index = m_index;
    return record;
}

RecordList::Iterator &RecordList::Iterator::operator++()
{
    m_index = std::uint32_t(slotOf(m_data, m_index, slot::Next).number);
    return *this;
}

Record RecordList::operator[](std::size_t index) const
{
    assert(index < m_count);
    Iterator iterator = begin();
    for (; index > 0; --index)
        ++iterator;
    return *iterator;
}

} // namespace fields
