#pragma once

#include <QAbstractButton>
#include <QColor>

namespace cluster {
class Clusters;
class ConnectedCluster;
}

namespace shell {

/// One connected cluster in the rail: the first letters of its name, its colour and the mark of its state.
class RailTile final : public QAbstractButton
{
    Q_OBJECT

public:
    RailTile(cluster::Clusters &clusters, cluster::ConnectedCluster &cluster, QWidget *parent = nullptr);

    cluster::ConnectedCluster &cluster() const { return m_cluster; }
    QSize sizeHint() const override { return {36, 30}; }

Q_SIGNALS:
    void disconnectRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void describe();
    void paintViewed(QPainter &painter) const;

    cluster::Clusters &m_clusters;
    cluster::ConnectedCluster &m_cluster;
    QString m_name;
    QColor m_color;             ///< invalid: none was given
};

} // namespace shell
