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
            kinds::findLinkRule(type.apiVersion(), type.kind, column.name), false, nullptr};
}

TableColumn describe(const AddedColumn &column)
{
    return {column.name, column.isShownAtFirst ? kube::Shown::Always : kube::Shown::Wide, SortAs::Any, nullptr, false, &column};
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
        m_columns.push_back({"Namespace", kube::Shown::Always, SortAs::Natural, nullptr, false, nullptr});
    for (const kube::Column &column : m_store.columns())
        m_columns.push_back(describe(column, m_type));
    m_firstAddedColumn = m_columns.size();
    for (const AddedCells *added : m_added)
        std::ranges::transform(added->columns(), std::back_inserter(m_columns), [](const AddedColumn &column) { return describe(column); });
    m_firstUserColumn = m_columns.size();
    m_addedCells.setColumns(m_firstUserColumn - m_firstAddedColumn);
    m_whyColumn = columnNamed(whyColumn);
    m_userCells.setColumns(m_userColumns.size());
    for (const UserColumn &column : m_userColumns)
        m_columns.push_back({column.name, kube::Shown::Always, SortAs::Any, nullptr, true, nullptr});
    m_health = kinds::HealthReader(m_type.apiVersion(), m_type.kind, m_store.columns());
}

void TableRows::setUserColumns(std::vector<UserColumn> columns)
{
    m_userColumns = std::move(columns);
    readColumns();
}

void TableRows::setAdded(std::vector<AddedCells *> added)
{
    m_added = std::move(added);
    m_wanted.clear();
    m_isWantedTold = false;
    readColumns();
}

bool TableRows::wantAdded(const std::vector<char> &wanted)
{
    std::vector<char> own(wanted.begin() + static_cast<std::ptrdiff_t>(m_firstAddedColumn), wanted.begin() + static_cast<std::ptrdiff_t>(m_firstUserColumn));
    if (std::ranges::find(own, 1) == own.end())
        own.clear();
    if (own == m_wanted && m_isWantedTold)
        return false;
    m_addedCells.setColumns(m_firstUserColumn - m_firstAddedColumn);
    m_wanted = std::move(own);
    m_isWantedTold = true;
    std::vector<char> rest = m_wanted;
    rest.resize(m_firstUserColumn - m_firstAddedColumn, 0);
    auto next = rest.begin();
    for (AddedCells *added : m_added) {
        const auto end = next + static_cast<std::ptrdiff_t>(added->columns().size());
        added->want({next, end});
        next = end;
    }
    return true;
}

bool TableRows::readAdded(kube::RowId row)
{
    if (m_wanted.empty())
        return false;
    m_addedTexts.clear();
    for (const AddedCells *added : m_added)
        added->read(m_store.key(row), m_addedTexts);
    for (std::size_t i = 0; i < m_wanted.size(); ++i)
        if (m_wanted[i] == 0)
            m_addedTexts[i].clear();
    return m_addedCells.set(row, m_addedTexts);
}

void TableRows::drop(kube::RowId row)
{
    m_userCells.drop(row);
    m_addedCells.drop(row);
}

TableRows::AddedPlace TableRows::addedPlace(kube::RowId row, std::size_t column) const
{
    std::size_t place = column - m_firstAddedColumn;
    if (!m_columns[column].added || !m_store.contains(row))
        return {};
    for (const AddedCells *added : m_added) {
        if (place < added->columns().size())
            return {added, place};
        place -= added->columns().size();
    }
    return {};
}

std::string TableRows::explain(kube::RowId row, std::size_t column) const
{
    const AddedPlace place = addedPlace(row, column);
    return place.cells ? place.cells->explain({m_store, row}, place.column) : std::string();
}

std::optional<Gauge> TableRows::gauge(kube::RowId row, std::size_t column) const
{
    if (!m_columns[column].added || !m_columns[column].added->hasGauge || m_wanted.empty())
        return std::nullopt;
    const AddedPlace place = addedPlace(row, column);
    return place.cells ? place.cells->gauge({m_store, row}, place.column) : std::nullopt;
}

bool TableRows::hasOtherColumns() const
{
    const auto &now = m_store.columns();
    const auto first = m_columns.begin() + static_cast<std::ptrdiff_t>(m_namespaceColumns);
    return m_firstAddedColumn != m_namespaceColumns + now.size()
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
    if (column >= m_firstAddedColumn)
        return m_wanted.empty() ? kube::Cell() : m_addedCells.cell(row, column - m_firstAddedColumn);
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
        return id == kube::StringPool::none ? id : m_store.textIdEnd() + m_addedCells.textIdEnd() + id;
    }
    if (column >= m_firstAddedColumn) {
        const kube::StringPool::Id id = m_wanted.empty() ? kube::StringPool::none : m_addedCells.textId(row, column - m_firstAddedColumn);
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
