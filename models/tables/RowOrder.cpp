#include "models/tables/RowOrder.h"

#include "models/tables/KeySort.h"
#include "models/tables/SortKey.h"

#include <algorithm>
#include <cstring>

namespace tables {

namespace {

/// With more rows than this share of all, sorting all of them costs less than finding a place for each.
constexpr std::size_t manyShare = 4;

} // namespace

std::optional<std::size_t> SortBy::rankOf(std::size_t column) const
{
    const auto found = std::ranges::find(columns, column, &SortColumn::column);
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

SortBy SortBy::only(std::size_t column) const
{
    const bool turns = columns.size() == 1 && columns.front().column == column && !columns.front().descending;
    return {{{column, turns}}, brokenFirst};
}

SortBy SortBy::with(std::size_t column) const
{
    SortBy by = *this;
    const auto rank = rankOf(column);
    if (!rank)
        by.columns.push_back({column, false});
    else if (!by.columns[*rank].descending || by.columns.size() == 1)
        by.columns[*rank].descending = !by.columns[*rank].descending;
    else
        by.columns.erase(by.columns.begin() + static_cast<std::ptrdiff_t>(*rank));
    return by;
}

/// What is looked for stands not far behind the place of the one before: steps that double find the part where it is.
std::size_t SortedRows::placeOf(const std::string &key, std::size_t from, std::string &probe) const
{
    const auto isBefore = [&](kube::RowId row, const std::string &wanted) {
        probe.clear();
        m_keyOf(probe, row);
        return probe < wanted;
    };
    std::size_t step = 1;
    for (; from + step <= m_rows.size() && isBefore(m_rows[from + step - 1], key); step *= 2)
        from += step;
    const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(from), end = m_rows.begin() + static_cast<std::ptrdiff_t>(std::min(from + step, m_rows.size()));
    return static_cast<std::size_t>(std::lower_bound(begin, end, key, isBefore) - m_rows.begin());
}

void SortedRows::repair(const std::vector<char> &marked, std::span<const kube::RowId> put)
{
    std::erase_if(m_rows, [&](kube::RowId row) { return marked[row] != 0; });
    std::vector<Placed> placed;
    placed.reserve(put.size());
    for (const kube::RowId row : put) {
        placed.push_back({{}, row});
        m_keyOf(placed.back().key, row);
    }
    std::sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) { return a.key < b.key; });
    std::string probe;
    std::size_t from = 0;
    for (Placed &each : placed)
        from = each.at = placeOf(each.key, from, probe);
    splice(placed);
}

/// From behind, so that every row moves once.
void SortedRows::splice(const std::vector<Placed> &placed)
{
    std::size_t end = m_rows.size();
    m_rows.resize(end + placed.size());
    for (std::size_t i = placed.size(); i-- > 0;) {
        const std::size_t at = placed[i].at;
        std::memmove(m_rows.data() + at + i + 1, m_rows.data() + at, (end - at) * sizeof(kube::RowId));
        m_rows[at + i] = placed[i].row;
        end = at;
    }
}

RowOrder::RowOrder(const TableRows &rows, const RowGroups &groups, const std::vector<kinds::Health> &healthOfRow)
    : m_rows(rows), m_groups(groups), m_health(healthOfRow),
      m_identities([this](std::string &key, kube::RowId row) { appendIdentityKey(key, m_rows.store(), row); }),
      m_sorted([this](std::string &key, kube::RowId row) {
          appendKey(key, row);
          appendIdentityKey(key, m_rows.store(), row);
      })
{
}

void RowOrder::appendGroupRank(std::string &key, kube::RowId row) const
{
    const auto by = m_sortBy.rankOf(*m_groups.column());
    const std::uint32_t rank = by && m_sortBy.columns[*by].descending ? ~m_groups.rankOf(row) : m_groups.rankOf(row);
    for (int shift = 24; shift >= 0; shift -= 8)
        key += static_cast<char>(rank >> shift);
}

/// What is read of each column ends with a byte that comes before, or when descending behind, every other.
void RowOrder::appendKey(std::string &key, kube::RowId row) const
{
    if (m_groups.column())
        appendGroupRank(key, row);
    if (m_sortBy.brokenFirst)
        key += static_cast<char>(m_health[row]);
    for (const SortColumn &by : m_sortBy.columns) {
        const auto begin = static_cast<std::ptrdiff_t>(key.size());
        appendSortKey(key, m_rows.cell(row, by.column), m_rows.columns()[by.column]);
        key += '\0';
        if (by.descending)
            std::transform(key.begin() + begin, key.end(), key.begin() + begin, [](char c) { return static_cast<char>(~c); });
    }
}

void RowOrder::sort(SortBy by)
{
    std::erase_if(by.columns, [&](const SortColumn &each) { return each.column >= m_rows.columns().size(); });
    m_sortBy = std::move(by);
    sortAll();
}

/// Keys are read in the order of row ids, in which the store keeps rows side by side.
void RowOrder::sortAll()
{
    constexpr std::uint32_t absent = 0xffffffff;
    const std::vector<kube::RowId> &identities = m_identities.rows();
    std::vector<std::uint32_t> rankOfRow(m_rows.store().end(), absent);
    for (std::size_t i = 0; i < identities.size(); ++i)
        rankOfRow[identities[i]] = static_cast<std::uint32_t>(i);
    KeySort keys(identities.size());
    for (kube::RowId row = 0; row < rankOfRow.size(); ++row) {
        if (rankOfRow[row] == absent)
            continue;
        appendKey(keys.keys(), row);
        keys.add(row, rankOfRow[row]);
    }
    m_sorted.assign(keys.sorted());
}

void RowOrder::sortIdentities(std::vector<kube::RowId> rows)
{
    std::sort(rows.begin(), rows.end());
    KeySort keys(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        appendIdentityKey(keys.keys(), m_rows.store(), rows[i]);
        keys.add(rows[i], static_cast<std::uint32_t>(i));
    }
    m_identities.assign(keys.sorted());
}

void RowOrder::update(const std::vector<char> &marked, std::span<const kube::RowId> added, std::span<const kube::RowId> changed)
{
    std::vector<kube::RowId> put(added.begin(), added.end());
    put.insert(put.end(), changed.begin(), changed.end());
    if (put.size() * manyShare > m_identities.rows().size()) {
        std::vector<kube::RowId> all = m_identities.rows();
        std::erase_if(all, [&](kube::RowId row) { return marked[row] != 0; });
        all.insert(all.end(), put.begin(), put.end());
        sortIdentities(std::move(all));
        sortAll();
        return;
    }
    // A row keeps its name for life, so a change does not move it here.
    std::vector<char> moved = marked;
    for (const kube::RowId row : changed)
        moved[row] = 0;
    m_identities.repair(moved, added);
    m_sorted.repair(marked, put);
}

void RowOrder::clear()
{
    m_identities.assign({});
    m_sorted.assign({});
}

} // namespace tables
