#pragma once

#include "models/fields/Record.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace fields {

/// The first slots of the first and last element of a list.
struct ItemRange { std::uint32_t first, last; };

/// One value, or nothing.
struct Slot
{
    enum class State : std::uint8_t { Absent, Present, Text, Number, Boolean, Items };

    union {
        const char *text = nullptr;
        std::int64_t number;
        ItemRange items;
    };
    std::uint32_t length = 0;   ///< of a text, or the number of items
    State state = State::Absent;
};

/// Texts that a read has to make because the input does not hold them as they are meant. Emptied at once, never freed.
class TextArena
{
public:
    std::string_view keep(std::string_view text);
    void clear();

private:
    static constexpr std::size_t ChunkSize = 16 * 1024;
    std::vector<std::unique_ptr<char[]>> m_chunks;
    std::vector<std::unique_ptr<char[]>> m_large;
    std::size_t m_current = 0;
    std::size_t m_used = 0;
};

/// The values of one object and of all its list elements, one record after the other.
struct RecordData
{
    std::vector<Slot> slots;
    TextArena arena;
};

} // namespace fields
