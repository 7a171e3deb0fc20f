#pragma once

#include "models/base/Result.h"
#include "models/kube/Changes.h"
#include "models/kube/StringPool.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

class ObjectPacker;

/// Names a row of a store for as long as the object lives; used again afterwards.
using RowId = std::uint32_t;

/// What one batch of changes meant for the rows. A row that went and came back with another uid is in both lists.
struct Delta
{
    std::vector<RowId> added;
    std::vector<RowId> changed;
    std::vector<RowId> removed;     ///< their cells are gone already
    bool isEmpty() const { return added.empty() && changed.empty() && removed.empty(); }
};

/// The rows of one collection, in columns: 8 bytes a cell, texts interned and freed again, whole objects compressed.
/// Belongs to the thread that shows it.
class Store
{
public:
    explicit Store(std::vector<Column> columns, std::shared_ptr<const ObjectPacker> packer = {});
    ~Store();

    /// Takes the changes in. Identity is the uid: a name that comes back with another one is a new row.
    Delta apply(const Changes &changes) { return apply(changes, 0, changes.rowCount()); }
    /// Only the changes from first up to stop, without it: what is much is taken in by parts, one after the other.
    Delta apply(const Changes &changes, std::size_t first, std::size_t stop);
    /// Whether a complete listing was seen; before it, rows are those that arrived so far.
    bool isComplete() const { return m_complete; }

    const std::vector<Column> &columns() const { return m_columns; }
    /// New columns, as a server's Table may bring; all rows are dropped.
    void setColumns(std::vector<Column> columns);

    std::size_t size() const { return m_rowCount; }
    /// One above the largest row id in use.
    RowId end() const { return static_cast<RowId>(m_rows.size()); }
    bool contains(RowId row) const { return row < m_rows.size() && m_rows[row].inUse; }
    /// The row of "namespace/name" or "name", or end().
    RowId find(std::string_view key) const;

    std::string_view key(RowId row) const;
    std::string_view namespaceName(RowId row) const;
    std::string_view name(RowId row) const;
    std::string uid(RowId row) const;
    std::string resourceVersion(RowId row) const;
    /// Texts are valid until the next apply().
    Cell cell(RowId row, std::size_t column) const;
    /// Equal for cells of equal text until the next apply(); none for what is no text, and for the row's own name.
    StringPool::Id textId(RowId row, std::size_t column) const;
    /// One above the largest text id in use.
    StringPool::Id textIdEnd() const { return m_strings.end(); }

    /// The object as it was read, without managedFields; an error when it is not kept.
    base::Result<std::string> object(RowId row) const;

    /// The object as it is kept, for the packer to unpack on any thread; empty when it is not kept. Valid until the next apply().
    std::string_view packedObject(RowId row) const { return {m_rows[row].object.get(), m_rows[row].objectSize}; }
    const std::shared_ptr<const ObjectPacker> &packer() const { return m_packer; }

    /// Bytes on the heap, all included.
    std::size_t memory() const;

private:
    using PackedCell = std::uint64_t;

    /// A text that usually is a number (a uid, a resourceVersion), kept as that number; any other text by its id.
    struct Compact
    {
        std::uint64_t high = 0;
        std::uint64_t low = 0;
        StringPool::Id text = StringPool::none;

        bool operator==(const Compact &) const = default;
    };

    struct Row
    {
        std::unique_ptr<char[]> object;
        Compact uid;
        Compact version;
        std::uint32_t objectSize = 0;
        StringPool::Id key = StringPool::none;
        std::uint32_t generation = 0;
        std::uint16_t namespaceLength = 0;
        bool inUse = false;
    };

    Compact compactUid(std::string_view text);
    Compact compactVersion(std::string_view text);
    void release(Compact &compact);
    PackedCell pack(const Row &row, const Cell &cell);
    void releaseCells(RowId row);
    void fill(RowId row, const Changes &changes, std::size_t index);
    RowId addRow(const Changes::Row &from);
    void removeRow(RowId row);
    void removeOldGenerations(Delta *delta);
    void put(const Changes &changes, std::size_t index, Delta *delta);

    std::vector<Column> m_columns;
    std::shared_ptr<const ObjectPacker> m_packer;
    StringPool m_strings;
    StringPool m_keys;
    std::vector<Row> m_rows;
    std::vector<std::vector<PackedCell>> m_cells;   ///< by column, then row
    std::vector<RowId> m_rowOfKey;                  ///< by key id
    std::vector<RowId> m_free;
    std::size_t m_rowCount = 0;
    std::uint32_t m_generation = 0;
    bool m_complete = false;
};

} // namespace kube
