#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// Texts kept once, counted and freed again: what the columns of a table have in common.
///
/// An id stays valid while its count is above zero. Views are valid until the next intern() or release().
class StringPool
{
public:
    using Id = std::uint32_t;
    static constexpr Id none = 0xffffffff;

    StringPool();

    /// The id of that text; its count goes up by one.
    Id intern(std::string_view text);
    /// The id of a text that is kept, or none.
    Id find(std::string_view text) const;
    void release(Id id);
    std::string_view text(Id id) const { return std::string_view(m_texts).substr(m_entries[id].offset, m_entries[id].length); }

    std::size_t size() const { return m_used; }
    /// One above the largest id in use.
    Id end() const { return static_cast<Id>(m_entries.size()); }
    /// Bytes on the heap.
    std::size_t memory() const;

private:
    struct Entry { std::uint32_t offset = 0; std::uint32_t length = 0; std::uint32_t count = 0; std::uint32_t hash = 0; };

    std::size_t slotOf(std::string_view text, std::uint32_t hash) const;
    void grow();
    void compact();

    std::vector<Entry> m_entries;
    std::vector<Id> m_slots;            ///< open addressing; size is a power of two
    std::vector<Id> m_free;
    std::string m_texts;
    std::size_t m_used = 0;
    std::size_t m_wasted = 0;
};

} // namespace kube
