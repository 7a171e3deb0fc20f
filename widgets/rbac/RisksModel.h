#pragma once

#include "models/rbac/RiskList.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace rbac {

/// The findings that are shown, each a row.
class RisksModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int ColumnCount = 7;       ///< of RiskPart

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const RiskList> list);
    const std::shared_ptr<const RiskList> &list() const { return m_list; }
    const RiskRow &row(int row) const { return m_list->rows[static_cast<std::size_t>(row)]; }
    const Risk &risk(int row) const { return m_list->risk(static_cast<std::size_t>(row)); }
    /// How the rows are ordered, told above the column.
    void setOrder(RiskPart order, bool isDescending);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() || !m_list ? 0 : static_cast<int>(m_list->rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, RiskPart part) const;
    QString what(int row) const;
    QString tip(int row, RiskPart part) const;
    /// Signs are no words for who listens.
    QString spoken(int row, RiskPart part) const;

    std::shared_ptr<const RiskList> m_list;
    RiskPart m_order = RiskPart::Severity;
    bool m_isDescending = false;
};

} // namespace rbac
