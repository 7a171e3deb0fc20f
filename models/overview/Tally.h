#pragma once

#include "models/kinds/Health.h"
#include "models/kube/ResourceType.h"

#include <set>
#include <string>
#include <vector>

namespace overview {

/// Counts by state, in the order of Health.
using Counts = std::array<std::size_t, kinds::HealthCount>;

/// A row that is not well, and how many others are so, too, that are not told one by one.
struct UnwellRow
{
    kube::RowId row = 0;
    std::size_t others = 0;
};

/// Counts the rows of one kind by how they are, and knows those that are not well. A change costs what changed, not what is there.
class Tally
{
public:
    using Names = std::set<std::string, std::less<>>;
    using Namespaces = Names;

    /// Only these namespaces count; none means all. Claims of the patient StorageClasses wait for a pod that uses them, which is well. The store
    /// outlives it, and keeps its columns as long as it lives.
    Tally(const kube::Store &store, kube::ResourceType type, Namespaces namespaces = {}, Names patientClasses = {});

    void apply(const kube::Delta &delta);

    const Counts &counts() const { return m_counts; }
    std::size_t total() const { return m_total; }
    /// Those that fail, are not ready, are unknown, or wait for something that is told; in the order of their ids.
    const std::set<kube::RowId> &unwell() const { return m_unwell; }
    /// The same, but of more than FewPods pods of one owner and one state only the first, with how many others there are. Pods of one owner are
    /// named alike but for the last part.
    std::vector<UnwellRow> unwellTogether() const;
    static constexpr std::size_t FewPods = 5;
    kinds::Health health(kube::RowId row) const { return row < m_health.size() ? m_health[row] : kinds::Health::NotTold; }

    const kube::Store &store() const { return m_store; }
    const kube::ResourceType &type() const { return m_type; }
    /// The cell of the column of that name; an empty text where there is none.
    kube::Cell cell(kube::RowId row, std::string_view column) const;
    /// Why the object is as it is; empty where nothing tells.
    std::string_view why(kube::RowId row) const { return cell(row, "Why").text; }
    /// The word of the object's state as kubectl prints it; empty where its kind has none.
    std::string word(kube::RowId row) const;

private:
    void take(kube::RowId row);
    void drop(kube::RowId row);
    bool counts(kube::RowId row) const;
    bool isUnwell(kube::RowId row) const;
    bool waitsForPod(kube::RowId row) const;

    const kube::Store &m_store;
    kube::ResourceType m_type;
    kinds::HealthReader m_reader;
    Namespaces m_namespaces;
    Names m_patientClasses;
    std::vector<kinds::Health> m_health;        ///< by row
    std::vector<bool> m_counted;                ///< by row
    std::set<kube::RowId> m_unwell;
    Counts m_counts{};
    std::size_t m_total = 0;
};

} // namespace overview
