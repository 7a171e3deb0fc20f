#include "models/tables/TableRows.h"

#include <algorithm>
#include <iterator>

namespace tables {
namespace {

/// Columns that hold quantities, by the names that kinds give them.
constexpr std::string_view quantityColumns[] = {"Capacity", "Requested", "Used"};

TableColumn describe(const kube::Column &column, const kube::ResourceType &type)
{
    const bool isQuantity = std::find(std::begin(quantityColumns), std::end(quantityColumns), column.name) != std::end(quantityColumns);
    return {column.name, column.shown, isQuantity ? SortAs::Quantity : SortAs::Natural,
            kinds::findLinkRule(type.apiVersion(), type.kind, column.name), false};
}

} // namespace

TableRows::TableRows(const kube::Store &store, kube::ResourceType type, bool severalNamespaces)
    : m_store(store), m_type(std::move(type)), m_namespaceColumns(severalNamespaces && m_type.namespaced ? 1 : 0),
      m_health(m_type.apiVersion(), m_type.kind, store.columns())
{
    readColumns();
}

void TableRows::readColumns()
{
    m_columns.clear();
    if (m_namespaceColumns > 0)
        m_columns.push_back({"Namespace", kube::Shown::Always, SortAs::Natural, nullptr, false});
    for (const kube::Column &column : m_store.columns())
        m_columns.push_back(describe(column, m_type));
    m_firstUserColumn = m_columns.size();
    m_whyColumn = columnNamed(whyColumn);
    m_userCells.setColumns(m_userColumns.size());
    for (const UserColumn &column : m_userColumns)
        m_columns.push_back({column.name, kube::Shown::Always, SortAs::Any, nullptr, true});
    m_health = kinds::HealthReader(m_type.apiVersion(), m_type.kind, m_store.columns());
}

void TableRows::setUserColumns(std::vector<UserColumn> columns)
{
    m_userColumns = std::move(columns);
    readColumns();
}

bool TableRows::hasOtherColumns() const
{
    const auto &now = m_store.columns();
    const auto first = m_columns.begin() + static_cast<std::ptrdiff_t>(m_namespaceColumns);
    return m_firstUserColumn != m_namespaceColumns + now.size()
        || !std::equal(now.begin(), now.end(), first, [](const kube::Column &a, const TableColumn &b) { return a.name == b.name; });
}

std::optional<std::size_t> TableRows::columnNamed(std::string_view name) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [&](const TableColumn &column) { return column.name == name; });
    if (found == m_columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_columns.begin());
}

kube::Cell TableRows::cell(kube::RowId row, std::size_t column) const
{
    if (column >= m_firstUserColumn)
        return m_userCells.cell(row, column - m_firstUserColumn);
    if (column >= m_namespaceColumns)
        return m_store.cell(row, column - m_namespaceColumns);
    kube::Cell cell;
    cell.text = m_store.namespaceName(row);
    return cell;
}

kube::StringPool::Id TableRows::textId(kube::RowId row, std::size_t column) const
{
    if (column >= m_firstUserColumn) {
        const kube::StringPool::Id id = m_userCells.textId(row, column - m_firstUserColumn);
        return id == kube::StringPool::none ? id : m_store.textIdEnd() + id;
    }
    return column >= m_namespaceColumns ? m_store.textId(row, column - m_namespaceColumns) : kube::StringPool::none;
}

std::optional<std::size_t> TableRows::healthColumn() const
{
    const auto column = m_health.column();
    return column ? std::optional(*column + m_namespaceColumns) : std::nullopt;
}

std::string_view TableRows::why(kube::RowId row) const
{
    return m_whyColumn && m_store.contains(row) ? cell(row, *m_whyColumn).text : std::string_view();
}

std::optional<kinds::ObjectLink> TableRows::link(kube::RowId row, std::size_t column) const
{
    const kinds::LinkRule *rule = m_columns[column].link;
    return rule ? kinds::linkOf(*rule, m_store.namespaceName(row), cell(row, column).text) : std::nullopt;
}

} // namespace tables
