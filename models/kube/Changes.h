#pragma once

#include "models/kube/Cells.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// One object that appeared, changed or went.
struct RowChange
{
    enum class Type : std::uint8_t { Put, Remove };

    Type type = Type::Put;
    std::uint32_t keyLength = 0;        ///< "namespace/name", or "name" for cluster-scoped objects
    std::uint32_t namespaceLength = 0;
    std::uint32_t uidLength = 0;
    std::uint32_t versionLength = 0;
    std::uint32_t objectLength = 0;
    std::uint32_t firstCell = 0;
    std::uint32_t cellCount = 0;
    std::size_t textOffset = 0;         ///< key, uid, resourceVersion, object; then the cells' texts
};

/// What happened to a collection since it was last asked, in order and merged: the last state of each object counts.
///
/// Filled on one thread, then handed on as an immutable value.
class Changes
{
public:
    /// Everything that was known is void: what follows up to the end is the whole collection.
    bool restarts() const { return m_restarts; }
    /// The listing that restarted has come to its end, in this or an earlier batch: rows it did not name are gone.
    bool completes() const { return m_completes; }
    bool isEmpty() const { return m_rows.empty() && !m_restarts && !m_completes; }

    struct Row
    {
        RowChange::Type type;
        std::string_view key;
        std::string_view namespaceName;
        std::string_view name;
        std::string_view uid;
        std::string_view resourceVersion;
        std::string_view object;
    };

    std::size_t rowCount() const { return m_rows.size(); }
    Row row(std::size_t index) const;
    std::size_t cellCount(std::size_t row) const { return m_rows[row].cellCount; }
    Cell cell(std::size_t row, std::size_t column) const;

private:
    friend class ChangeQueue;
    struct StoredCell { Cell cell; std::uint32_t length; };

    std::vector<RowChange> m_rows;
    std::vector<StoredCell> m_cells;
    std::string m_texts;
    bool m_restarts = false;
    bool m_completes = false;
};

} // namespace kube
