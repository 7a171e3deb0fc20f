#include "models/overview/Tally.h"

#include <algorithm>
#include <unordered_map>

namespace overview {

using kinds::Health;
using kube::RowId;

Tally::Tally(const kube::Store &store, kube::ResourceType type, Namespaces namespaces, Names patientClasses)
    : m_store(store), m_type(std::move(type)), m_reader(m_type.apiVersion(), m_type.kind, store.columns()), m_namespaces(std::move(namespaces)), m_patientClasses(std::move(patientClasses))
{
    for (RowId row = 0; row < m_store.end(); ++row) {
        if (m_store.contains(row))
            take(row);
    }
}

/// A row that was removed may be in use again for what was added.
void Tally::apply(const kube::Delta &delta)
{
    for (const auto *rows : {&delta.removed, &delta.changed, &delta.added}) {
        for (const RowId row : *rows)
            drop(row);
    }
    for (const auto *rows : {&delta.changed, &delta.added}) {
        for (const RowId row : *rows) {
            if (m_store.contains(row))
                take(row);
        }
    }
}

bool Tally::counts(RowId row) const
{
    return !m_type.namespaced || m_namespaces.empty() || m_namespaces.contains(m_store.namespaceName(row));
}

/// Once a node is chosen for the pod, it is the driver's turn.
bool Tally::waitsForPod(RowId row) const
{
    return m_patientClasses.contains(cell(row, "StorageClass").text) && cell(row, "Selected Node").text.empty();
}

/// A pod that is pending waits for its containers, which is well, or for a node, of which its condition tells. A claim that is pending has no
/// volume.
bool Tally::isUnwell(RowId row) const
{
    const Health health = m_health[row];
    if (health != Health::Starting || word(row) != "Pending")
        return health <= Health::Unknown;
    return (m_type.kind == "PersistentVolumeClaim" && !waitsForPod(row)) || (m_type.kind == "Pod" && !why(row).empty());
}

std::vector<UnwellRow> Tally::unwellTogether() const
{
    std::vector<UnwellRow> rows;
    if (m_type.kind != "Pod") {
        for (const RowId row : m_unwell)
            rows.push_back({row, 0});
        return rows;
    }
    std::unordered_map<std::string, std::vector<RowId>> families;
    for (const RowId row : m_unwell) {
        const std::string_view name = m_store.name(row);
        std::string family(m_store.namespaceName(row));
        family.append(1, '/').append(name.substr(0, std::min(name.rfind('-'), name.size()))).append(1, '/').append(word(row));
        families[std::move(family)].push_back(row);
    }
    for (const auto &[family, members] : families) {
        const bool isLarge = members.size() > FewPods;
        for (std::size_t i = 0; i < (isLarge ? 1 : members.size()); ++i)
            rows.push_back({members[i], isLarge ? members.size() - 1 : 0});
    }
    std::ranges::sort(rows, {}, &UnwellRow::row);
    return rows;
}

void Tally::take(RowId row)
{
    drop(row);
    if (!counts(row))
        return;
    if (m_health.size() <= row) {
        m_health.resize(m_store.end(), Health::NotTold);
        m_counted.resize(m_store.end());
    }
    const Health health = m_reader.read(m_store, row);
    m_health[row] = health;
    m_counted[row] = true;
    ++m_counts[static_cast<std::size_t>(health)];
    ++m_total;
    if (isUnwell(row))
        m_unwell.insert(row);
}

void Tally::drop(RowId row)
{
    if (row >= m_counted.size() || !m_counted[row])
        return;
    m_counted[row] = false;
    --m_counts[static_cast<std::size_t>(m_health[row])];
    --m_total;
    m_unwell.erase(row);
}

kube::Cell Tally::cell(RowId row, std::string_view column) const
{
    const auto &columns = m_store.columns();
    const auto found = std::ranges::find(columns, column, &kube::Column::name);
    if (found == columns.end() || !m_store.contains(row))
        return {};
    return m_store.cell(row, static_cast<std::size_t>(found - columns.begin()));
}

std::string Tally::word(RowId row) const
{
    const auto column = m_reader.column();
    if (!column || !m_store.contains(row))
        return {};
    return m_store.cell(row, *column).display({});
}

} // namespace overview
