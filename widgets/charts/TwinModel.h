#pragma once

#include "models/charts/Twin.h"

#include <QAbstractTableModel>

namespace charts {

/// A chart as a table: the time, and a column for each line, the newest row first.
class TwinModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const Chart &chart, const Range &range);
    /// All of it with tabs between the cells.
    QString text() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(int row, int column) const;
    QString headAt(int column) const;

    Unit m_unit = Unit::Count;
    Range m_range;
    Twin m_twin;
};

} // namespace charts
