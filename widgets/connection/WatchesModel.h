#pragma once

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/Address.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace connection {

/// The lists of a cluster that are kept live, one row each.
class WatchesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Namespace, State, Rows, Received, Reconnects, Heard, ColumnCount };

    /// The cluster outlives it.
    explicit WatchesModel(const cluster::ConnectedCluster &cluster, QObject *parent = nullptr);

    void refresh();
    const kube::ResourceType &typeAt(int row) const { return m_rows[static_cast<std::size_t>(row)].list.type; }

    /// Where it is explained why that list is refused; nothing when it is not.
    std::optional<base::Address> whyNotAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        cluster::ClusterSession::Open list;
        kube::WatchTraffic traffic;
    };
    QString troubleAt(int row) const;
    static QString placeOf(const cluster::ClusterSession::Open &list);
    QString textOf(const Row &row, int column) const;

    const cluster::ConnectedCluster &m_cluster;
    std::vector<Row> m_rows;
};

} // namespace connection
