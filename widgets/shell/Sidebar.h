#pragma once

#include "models/kube/ResourceType.h"

#include <QSet>
#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace cluster {
class ConnectedCluster;
}

namespace shell {

/// The kinds a cluster has, under their subjects, with a count where a kind is being watched.
class Sidebar final : public QTreeView
{
    Q_OBJECT

public:
    static constexpr int Width = 204;

    explicit Sidebar(cluster::ConnectedCluster &cluster, QWidget *parent = nullptr);

    /// Marks the kind that is shown; an empty name marks none.
    void setCurrentKind(const QString &qualifiedName);
    QSize sizeHint() const override { return {Width, 400}; }

Q_SIGNALS:
    void kindChosen(const kube::ResourceType &type, Qt::KeyboardModifiers modifiers);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void updateCounts();
    QSet<QString> collapsedHeadings() const;
    QStandardItem *makeItem(const kube::ResourceType &type);
    const kube::ResourceType &typeOf(const QModelIndex &index) const;
    void setOpen(const QModelIndex &heading, bool open);
    void choose(const QModelIndex &index);

    cluster::ConnectedCluster &m_cluster;
    QStandardItemModel *m_model;
    std::vector<kube::ResourceType> m_types;
    QString m_current;
};

} // namespace shell
