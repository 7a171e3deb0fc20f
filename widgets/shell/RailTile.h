#pragma once

#include <QAbstractButton>

namespace cluster {
class ConnectedCluster;
}

namespace shell {

/// One connected cluster in the rail: the first letters of its name and the mark of its state.
class RailTile final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RailTile(cluster::ConnectedCluster &cluster, QWidget *parent = nullptr);

    cluster::ConnectedCluster &cluster() const { return m_cluster; }
    QSize sizeHint() const override { return {36, 30}; }

Q_SIGNALS:
    void disconnectRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void describe();

    cluster::ConnectedCluster &m_cluster;
};

} // namespace shell
