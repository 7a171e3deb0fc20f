#pragma once

#include "models/kube/ResourceType.h"
#include "models/rights/LiveRights.h"
#include "models/tables/AddedCells.h"

#include <memory>

namespace rights {

struct RightsColumn;

/// The columns about access of one table: what a cell says in a word, and why.
class RightsCells final : public tables::AddedCells
{
    Q_OBJECT

public:
    static bool hasColumnsFor(const kube::ResourceType &type);

    /// Of a type that has some.
    RightsCells(std::shared_ptr<LiveRights> live, const kube::ResourceType &type);
    ~RightsCells() override;

    const std::vector<tables::AddedColumn> &columns() const override { return m_columns; }
    void want(const std::vector<char> &wanted) override;
    void read(std::string_view key, std::vector<std::string> &texts) const override;
    std::string explain(const tables::ListedRow &row, std::size_t column) const override;

private:
    std::shared_ptr<LiveRights> m_live;
    std::string m_type;
    std::vector<const RightsColumn *> m_described;
    std::vector<tables::AddedColumn> m_columns;
};

} // namespace rights
