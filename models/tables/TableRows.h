#pragma once

#include "models/kinds/Health.h"
#include "models/kinds/Links.h"
#include "models/kube/ResourceType.h"
#include "models/kube/Store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tables {

/// How the cells of a column are ordered.
enum class SortAs : std::uint8_t { Natural, Quantity };

/// One column of a table as a person meets it.
struct TableColumn
{
    std::string name;
    kube::Shown shown = kube::Shown::Always;
    SortAs sortAs = SortAs::Natural;
    const kinds::LinkRule *link = nullptr;      ///< null: its cells name no other object

    bool isShownAtFirst() const { return shown != kube::Shown::Wide; }
};

/// The rows of a store as the table's cells: the namespace comes first where there are several.
class TableRows
{
public:
    TableRows(const kube::Store &store, kube::ResourceType type, bool severalNamespaces);

    /// After the store got other columns.
    void readColumns();

    const kube::Store &store() const { return m_store; }
    const kube::ResourceType &type() const { return m_type; }
    const std::vector<TableColumn> &columns() const { return m_columns; }
    /// Nothing when there is no column of that name.
    std::optional<std::size_t> columnNamed(std::string_view name) const;

    bool isNamespaceColumn(std::size_t column) const { return m_namespaceColumns > column; }
    /// Texts are valid until the store's next apply().
    kube::Cell cell(kube::RowId row, std::size_t column) const;
    /// As Store::textId(); none for namespaces.
    kube::StringPool::Id textId(kube::RowId row, std::size_t column) const;

    kinds::Health readHealth(kube::RowId row) const { return m_health.read(m_store, row); }
    /// The column whose cell the health is the meaning of.
    std::optional<std::size_t> healthColumn() const;
    /// The object that a cell names.
    std::optional<kinds::ObjectLink> link(kube::RowId row, std::size_t column) const;

private:
    const kube::Store &m_store;
    kube::ResourceType m_type;
    std::size_t m_namespaceColumns;
    std::vector<TableColumn> m_columns;
    kinds::HealthReader m_health;
};

} // namespace tables
