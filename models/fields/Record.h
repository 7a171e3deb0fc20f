#pragma once

#include "models/base/Result.h"
#include "models/fields/Plan.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace fields {

class RecordList;
struct RecordData;

/// The wanted fields of one object or list element. Views stay valid until the reader that made it reads again, or the
/// bytes it read die.
class Record
{
public:
    bool has(Field field) const;                           ///< present and not null; a message counts even when it is empty
    std::string_view text(Field field) const;              ///< string, quantity or IntOrString as text; empty when absent
    std::int64_t integer(Field field, std::int64_t fallback = 0) const;
    bool boolean(Field field, bool fallback = false) const;
    std::optional<std::int64_t> seconds(Field field) const; ///< a Time or MicroTime as unix seconds; nothing when absent or zero
    RecordList items(const Items &items) const;
    std::size_t count(const Items &items) const;

private:
    friend class ObjectReader;
    friend class RecordList;
    const RecordData *m_data = nullptr;
    std::uint32_t m_index = 0;
};

/// Reads objects of one plan, one after the other, in one pass each and without keeping more than what is wanted.
/// One thread; the memory of a read is used again by the next.
class ObjectReader
{
public:
    explicit ObjectReader(const Plan &plan);
    ~ObjectReader();

    /// One JSON object. A missing or null field is absent; a value of the wrong type is an error that names its path.
    base::Result<Record> readJson(std::string_view object);
    /// The bytes of one protobuf message (Unknown.raw, or an item of a list).
    base::Result<Record> readProtobuf(std::string_view message);

private:
    std::unique_ptr<RecordData> m_data;
};

} // namespace fields
