#include "models/tables/RowGroups.h"

#include "models/tables/SortKey.h"

namespace tables {

void RowGroups::setColumn(std::optional<std::size_t> column)
{
    m_column = column;
    for (const auto &[key, id] : m_idOfKey)
        m_gone.push_back(headOf(id));
    m_groupOfRow.clear();
    m_idOfKey.clear();
    m_keys.clear();
    m_groups.clear();
    m_free.clear();
    m_isRanked = true;
}

/// Of a count and a time only the count; of a time nothing, or each row would be a group. Texts of one value, as 1.1 and 1.10, stay two.
std::string RowGroups::keyOf(const kube::Cell &cell) const
{
    std::string key;
    kube::Cell counted = cell;
    if (cell.type == kube::Cell::Type::CountAgo)
        counted.type = kube::Cell::Type::Integer;
    if (cell.type != kube::Cell::Type::Age)
        appendSortKey(key, counted, m_rows.columns()[*m_column]);
    if (cell.type == kube::Cell::Type::Text)
        key.append(1, '\0').append(cell.text);
    return key;
}

std::string RowGroups::labelOf(const kube::Cell &cell) const
{
    switch (cell.type) {
    case kube::Cell::Type::Text: return std::string(cell.text);
    case kube::Cell::Type::Age: return {};
    case kube::Cell::Type::Integer:
    case kube::Cell::Type::CountAgo: return std::to_string(cell.number);
    }
    return {};
}

RowGroups::Id RowGroups::take(std::string key, const kube::Cell &cell)
{
    const auto [place, isNew] = m_idOfKey.try_emplace(std::move(key), 0);
    if (!isNew)
        return place->second;
    if (m_free.empty()) {
        m_free.push_back(end());
        m_groups.emplace_back();
        m_keys.emplace_back();
    }
    const Id id = m_free.back();
    m_free.pop_back();
    m_keys[id] = place;
    m_groups[id] = {};
    m_groups[id].group.label = labelOf(cell);
    m_groups[id].group.folded = m_folded.contains(m_groups[id].group.label);
    m_isRanked = false;
    return place->second = id;
}

void RowGroups::read(kube::RowId row)
{
    if (!m_column)
        return;
    const kube::Cell cell = m_rows.store().contains(row) ? m_rows.cell(row, *m_column) : kube::Cell();
    const Id id = take(keyOf(cell), cell);
    ++m_groups[id].rows;
    drop(row);
    if (m_groupOfRow.size() <= row)
        m_groupOfRow.resize(row + 1u, none);
    m_groupOfRow[row] = id;
}

void RowGroups::drop(kube::RowId row)
{
    if (row >= m_groupOfRow.size() || m_groupOfRow[row] == none)
        return;
    const Id id = std::exchange(m_groupOfRow[row], none);
    if (--m_groups[id].rows > 0)
        return;
    m_idOfKey.erase(m_keys[id]);
    m_free.push_back(id);
    m_gone.push_back(headOf(id));
}

const Group &RowGroups::group(Id id) const
{
    static const Group empty;
    return id < m_groups.size() ? m_groups[id].group : empty;
}

/// Groups that go leave a gap, which does no harm.
void RowGroups::rank()
{
    if (m_isRanked)
        return;
    std::uint32_t rank = 0;
    for (const auto &[key, id] : m_idOfKey)
        m_groups[id].rank = rank++;
    m_isRanked = true;
}

void RowGroups::count(const std::vector<Group> &counted)
{
    for (Id id = 0; id < counted.size(); ++id) {
        m_groups[id].group.shown = counted[id].shown;
        m_groups[id].group.byHealth = counted[id].byHealth;
        m_groups[id].group.times = counted[id].times;
        m_groups[id].group.newest = counted[id].newest;
    }
}

void RowGroups::setFolded(std::set<std::string> labels)
{
    m_folded = std::move(labels);
    for (Entry &entry : m_groups)
        entry.group.folded = m_folded.contains(entry.group.label);
}

void RowGroups::setFolded(Id id, bool folded)
{
    Group &group = m_groups[id].group;
    group.folded = folded;
    if (folded)
        m_folded.insert(group.label);
    else
        m_folded.erase(group.label);
}

void RowGroups::setAllFolded(bool folded)
{
    m_folded.clear();
    for (const auto &[key, id] : m_idOfKey)
        setFolded(id, folded);
}

} // namespace tables
