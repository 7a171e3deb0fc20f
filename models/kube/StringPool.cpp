#include "models/kube/StringPool.h"

#include <functional>

namespace kube {

namespace {

std::uint32_t hashOf(std::string_view text)
{
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
}

constexpr std::size_t compactAbove = 64 * 1024;

} // namespace

StringPool::StringPool() : m_slots(64, none) { }

std::size_t StringPool::slotOf(std::string_view wanted, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const Id id = m_slots[slot];
        if (id == none || (m_entries[id].hash == hash && text(id) == wanted))
            return slot;
    }
}

StringPool::Id StringPool::find(std::string_view text) const
{
    return m_slots[slotOf(text, hashOf(text))];
}

StringPool::Id StringPool::intern(std::string_view text)
{
    const std::uint32_t hash = hashOf(text);
    std::size_t slot = slotOf(text, hash);
    if (m_slots[slot] != none) {
        ++m_entries[m_slots[slot]].count;
        return m_slots[slot];
    }
    if ((m_used + 1) * 4 > m_slots.size() * 3) {
        grow();
        slot = slotOf(text, hash);
    }
    Id id = static_cast<Id>(m_entries.size());
    if (m_free.empty()) {
        m_entries.emplace_back();
    } else {
        id = m_free.back();
        m_free.pop_back();
    }
    m_entries[id] = {static_cast<std::uint32_t>(m_texts.size()), static_cast<std::uint32_t>(text.size()), 1, hash};
    m_texts += text;
    m_slots[slot] = id;
    ++m_used;
    return id;
}

void StringPool::release(Id id)
{
    Entry &entry = m_entries[id];
    if (--entry.count > 0)
        return;
    // Open addressing: the entries behind the freed one move up, so that no search stops short.
    const std::size_t mask = m_slots.size() - 1;
    std::size_t hole = slotOf(text(id), entry.hash);
    for (std::size_t next = (hole + 1) & mask; m_slots[next] != none; next = (next + 1) & mask) {
        const std::size_t home = m_entries[m_slots[next]].hash & mask;
        if (((next - home) & mask) >= ((next - hole) & mask)) {
            m_slots[hole] = m_slots[next];
            hole = next;
        }
    }
    m_slots[hole] = none;
    m_wasted += entry.length;
    m_free.push_back(id);
    --m_used;
    if (m_wasted > compactAbove && m_wasted > m_texts.size() / 2)
        compact();
}

void StringPool::grow()
{
    m_slots.assign(m_slots.size() * 2, none);
    const std::size_t mask = m_slots.size() - 1;
    for (Id id = 0; id < m_entries.size(); ++id) {
        if (m_entries[id].count == 0)
            continue;
        std::size_t slot = m_entries[id].hash & mask;
        while (m_slots[slot] != none)
            slot = (slot + 1) & mask;
        m_slots[slot] = id;
    }
}

void StringPool::compact()
{
    std::string kept;
    kept.reserve(m_texts.size() - m_wasted);
    for (Entry &entry : m_entries) {
        if (entry.count == 0)
            continue;
        const auto offset = static_cast<std::uint32_t>(kept.size());
        kept.append(m_texts, entry.offset, entry.length);
        entry.offset = offset;
    }
    m_texts = std::move(kept);
    m_wasted = 0;
}

std::size_t StringPool::memory() const
{
    return m_entries.capacity() * sizeof(Entry) + m_slots.capacity() * sizeof(Id) + m_free.capacity() * sizeof(Id) + m_texts.capacity();
}

} // namespace kube
