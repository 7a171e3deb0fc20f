#pragma once

#include <QWidget>

#include <vector>

class QToolButton;
class QVBoxLayout;

namespace cluster {
class Clusters;
class ConnectedCluster;
}

namespace shell {

class RailTile;

/// The connected clusters as tiles, each with the mark of its state, and the way to the catalog.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Width = 48;

    explicit Rail(cluster::Clusters &clusters, QWidget *parent = nullptr);

    /// Null: the catalog is shown.
    void setCurrent(cluster::ConnectedCluster *cluster);

Q_SIGNALS:
    void clusterChosen(cluster::ConnectedCluster *cluster);
    void catalogChosen();

private:
    void add(cluster::ConnectedCluster *cluster);
    void remove(cluster::ConnectedCluster *cluster);

    cluster::Clusters &m_clusters;
    QVBoxLayout *m_layout;
    QToolButton *m_catalog;
    std::vector<RailTile *> m_tiles;
};

} // namespace shell
