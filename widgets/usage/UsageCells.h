#pragma once

#include "models/base/Clock.h"
#include "models/kube/ResourceType.h"
#include "models/metrics/Allowance.h"
#include "models/metrics/UsageSource.h"
#include "models/tables/AddedCells.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace usage {

/// The CPU and memory columns of pods or nodes: what is used, with a bar that marks what was requested and what is allowed.
class UsageCells final : public tables::AddedCells
{
    Q_OBJECT

public:
    static bool hasColumnsFor(const kube::ResourceType &type);

    /// Of a type that has some. The clock is that of the cluster, and outlives it.
    UsageCells(std::shared_ptr<metrics::UsageSource> source, const kube::ResourceType &type, const base::Clock &clock);
    ~UsageCells() override;

    const std::vector<tables::AddedColumn> &columns() const override { return m_columns; }
    void want(const std::vector<char> &wanted) override;
    void read(std::string_view key, std::vector<std::string> &texts) const override;
    std::string explain(const tables::ListedRow &row, std::size_t column) const override;
    std::optional<tables::Gauge> gauge(const tables::ListedRow &row, std::size_t column) const override;

private:
    struct Known
    {
        std::string version;            ///< of the object that it was read from
        std::optional<metrics::Allowance> allowance;
    };

    const std::optional<metrics::Allowance> &allowanceOf(const tables::ListedRow &row) const;

    std::shared_ptr<metrics::UsageSource> m_source;
    kube::ResourceType m_type;
    metrics::Measured m_measured;
    const base::Clock &m_clock;
    std::vector<tables::AddedColumn> m_columns;
    mutable std::unordered_map<std::string, Known> m_known;     ///< of what was painted lately
};

} // namespace usage
