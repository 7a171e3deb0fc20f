#pragma once

#include "models/base/Result.h"
#include "models/kube/Cells.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// How objects come over the wire.
enum class ItemFormat : std::uint8_t { Json, Protobuf, Table };

/// What a reader found in one object. The views live until it reads again.
struct ReadRow
{
    std::string_view namespaceName;
    std::string_view name;
    std::string_view uid;
    std::string_view resourceVersion;
    CellWriter *cells = nullptr;
    std::string_view object;            ///< what may be kept of it, without managedFields; empty when nothing may
};

/// Turns one object of a list or watch into a row. One thread; a reader belongs to one stream at a time.
class RowReader
{
public:
    virtual ~RowReader() = default;
    virtual const std::vector<Column> &columns() const = 0;
    virtual base::Result<ReadRow> read(ItemFormat format, std::string_view object) = 0;

    /// The columns a Table brought; others have fixed ones. Returns whether they changed.
    virtual bool setColumns(std::vector<Column>) { return false; }
};

} // namespace kube
