#include "models/kube/ChangeQueue.h"

#include <utility>

namespace kube {

namespace {

constexpr std::size_t compactAbove = 256 * 1024;

std::uint32_t length(std::string_view text)
{
    return static_cast<std::uint32_t>(text.size());
}

} // namespace

void ChangeQueue::restart()
{
    m_changes = {};
    m_rowOfKey.clear();
    m_wasted = 0;
    m_changes.m_restarts = true;
}

void ChangeQueue::complete()
{
    m_changes.m_completes = true;
}

Changes ChangeQueue::take()
{
    m_rowOfKey.clear();
    m_wasted = 0;
    return std::exchange(m_changes, {});
}

void ChangeQueue::append(RowChange change, std::string_view namespaceName, std::string_view name)
{
    m_key.assign(namespaceName);
    if (!namespaceName.empty())
        m_key += '/';
    m_key += name;
    change.namespaceLength = length(namespaceName);
    change.keyLength = length(m_key);
    change.textOffset = m_changes.m_texts.size();
    m_changes.m_texts += m_key;
    const auto [entry, isNew] = m_rowOfKey.try_emplace(m_key, m_changes.m_rows.size());
    if (isNew) {
        m_changes.m_rows.push_back(change);
        return;
    }
    RowChange &old = m_changes.m_rows[entry->second];
    m_wasted += old.keyLength + old.uidLength + old.versionLength + old.objectLength;
    for (std::uint32_t i = 0; i < old.cellCount; ++i)
        m_wasted += m_changes.m_cells[old.firstCell + i].length;
    m_wasted += old.cellCount * sizeof(Changes::StoredCell);
    old = change;
}

void ChangeQueue::put(const ReadRow &row)
{
    RowChange change;
    change.uidLength = length(row.uid);
    change.versionLength = length(row.resourceVersion);
    change.objectLength = length(row.object);
    change.cellCount = row.cells ? static_cast<std::uint32_t>(row.cells->size()) : 0;
    change.firstCell = static_cast<std::uint32_t>(m_changes.m_cells.size());
    append(change, row.namespaceName, row.name);
    ((m_changes.m_texts += row.uid) += row.resourceVersion) += row.object;
    for (std::uint32_t i = 0; i < change.cellCount; ++i) {
        const Cell cell = row.cells->cell(i);
        m_changes.m_texts += cell.text;
        m_changes.m_cells.push_back({cell, length(cell.text)});
    }
    if (m_wasted > compactAbove && m_wasted > m_changes.m_texts.size() / 2)
        compact();
}

void ChangeQueue::remove(std::string_view namespaceName, std::string_view name)
{
    RowChange change;
    change.type = RowChange::Type::Remove;
    append(change, namespaceName, name);
}

void ChangeQueue::compact()
{
    Changes old = std::exchange(m_changes, {});
    m_changes.m_restarts = old.m_restarts;
    m_changes.m_completes = old.m_completes;
    m_rowOfKey.clear();
    m_wasted = 0;
    for (std::size_t i = 0; i < old.m_rows.size(); ++i) {
        RowChange change = old.m_rows[i];
        const Changes::Row row = old.row(i);
        const std::uint32_t firstCell = change.firstCell;
        change.firstCell = static_cast<std::uint32_t>(m_changes.m_cells.size());
        append(change, row.namespaceName, row.name);
        ((m_changes.m_texts += row.uid) += row.resourceVersion) += row.object;
        for (std::uint32_t column = 0; column < change.cellCount; ++column) {
            m_changes.m_texts += old.cell(i, column).text;
            m_changes.m_cells.push_back(old.m_cells[firstCell + column]);
        }
    }
}

} // namespace kube
