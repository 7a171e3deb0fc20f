#pragma once

#include "models/rights/DraftWork.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace rbac {

/// Who gets and who loses which right by what is drafted, and through what.
class RightChangesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Change, Who, Verb, Resource, Where, Through, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const rights::DraftResult> result);
    const RightChange &change(int row) const;
    bool isGained(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    std::shared_ptr<const rights::DraftResult> m_result;
};

/// The findings that come and go by it.
class RiskChangesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Change, Severity, Who, Where, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const RiskChanges> risks);
    const Risk &risk(int row) const;
    bool isNew(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    std::shared_ptr<const RiskChanges> m_risks;
};

} // namespace rbac
