#pragma once

#include "models/base/Result.h"
#include "models/fields/Plan.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace fields {

class RecordList;
struct RecordData;

/// Larger objects are refused: no server stores them.
constexpr std::size_t MaxObjectBytes = 64 * 1024 * 1024;

/// The wanted fields of one object or list element. Views stay valid until the reader that made it reads again, or the
/// bytes it read die.
class Record
{
public:
    bool has(Field field) const;                           ///< present and not null; a message counts even when it is empty
    std::string_view text(Field field) const;              ///< string, quantity, duration or IntOrString as text, bytes as base64; empty when absent
    std::int64_t integer(Field field, std::int64_t fallback = 0) const;   ///< also of an IntOrString that is one
    bool boolean(Field field, bool fallback = false) const;
    std::optional<std::int64_t> seconds(Field field) const; ///< a Time or MicroTime as unix seconds; nothing when absent or zero
    RecordList items(const Items &items) const;
    std::size_t count(const Items &items) const;

private:
    friend class ObjectReader;
    friend class RecordList;
    const RecordData *m_data = nullptr;
    std::uint32_t m_index = 0;   // of its first slot
};

/// The elements of a list or a map, in the order they came: for (fields::Record container : object.items(containers)) ...
class RecordList
{
public:
    class Iterator
    {
    public:
        Record operator*() const;
        Iterator &operator++();
        bool operator==(const Iterator &other) const { return m_index == other.m_index; }

    private:
        friend class RecordList;
        const RecordData *m_data = nullptr;
        std::uint32_t m_index = 0;
    };

    Iterator begin() const;
    Iterator end() const { return {}; }
    std::size_t size() const { return m_count; }
    bool empty() const { return m_count == 0; }
    /// Asserts when empty.
    Record front() const { return *begin(); }
    /// From the first one on, so costs what it walks; asserts beyond the end.
    Record operator[](std::size_t index) const;

private:
    friend class Record;
    const RecordData *m_data = nullptr;
    std::uint32_t m_first = 0;
    std::uint32_t m_count = 0;
};

/// Reads objects of one plan, one after the other, in one pass each and without keeping more than what is wanted.
/// One thread; the memory of a read is used again by the next.
class ObjectReader
{
public:
    explicit ObjectReader(const Plan &plan);
    ~ObjectReader();
    ObjectReader(ObjectReader &&) noexcept;
    ObjectReader &operator=(ObjectReader &&) noexcept;

    /// One JSON object. A missing or null field is absent; a value of the wrong type is an error that names its path.
    base::Result<Record> readJson(std::string_view object);
    /// The bytes of one protobuf message (Unknown.raw, or an item of a list).
    base::Result<Record> readProtobuf(std::string_view message);

private:
    struct State;
    Record record() const;
    std::unique_ptr<State> m_state;
};

} // namespace fields
