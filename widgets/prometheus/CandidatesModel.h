#pragma once

#include "widgets/prometheus/ServerWords.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace prometheus {

/// The servers that were asked in the last search, as rows: the one in use first, those that were not tried last.
class CandidatesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Server, What, Latency, Way, FoundBy, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const metrics::DiscoveryReport &report);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        Standing standing;
        QStringList cells;
    };

    std::vector<Row> m_rows;
};

} // namespace prometheus
