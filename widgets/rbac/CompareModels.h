#pragma once

#include "models/rbac/ComparisonList.h"

#include <QAbstractTableModel>
#include <QString>

#include <memory>

namespace rbac {

/// "only in the first"
QString wordOf(Side side);

/// What two identities may do, each right a row.
class ComparedRightsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { In, What, Where, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const ComparisonList> list);
    /// How the rows are ordered, told above the column.
    void setOrder(const ComparedOrder &order);
    static ComparedPart partOf(int column);
    static QString titleOf(int column);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() || !m_list ? 0 : static_cast<int>(m_list->rights.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const ComparisonList> m_list;
    ComparedOrder m_order;
};

/// The same for risks.
class ComparedRisksModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { In, Grave, What, Where, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const ComparisonList> list);
    /// How the rows are ordered, told above the column.
    void setOrder(const ComparedOrder &order);
    static ComparedPart partOf(int column);
    static QString titleOf(int column);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() || !m_list ? 0 : static_cast<int>(m_list->risks.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const ComparisonList> m_list;
    ComparedOrder m_order;
};

} // namespace rbac
