#pragma once

#include <QObject>
#include <QStringList>

namespace cluster {
class ConnectedCluster;
}

namespace base {

/// One connected cluster as the person looks at it: which namespaces they chose. All pages of a cluster share it.
class ClusterView final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    explicit ClusterView(cluster::ConnectedCluster &cluster, QObject *parent = nullptr) : QObject(parent), m_cluster(cluster) { }

    cluster::ConnectedCluster &cluster() const { return m_cluster; }

    /// Empty: all of them.
    const QStringList &namespaces() const { return m_namespaces; }
    void setNamespaces(const QStringList &namespaces)
    {
        if (namespaces == m_namespaces)
            return;
        m_namespaces = namespaces;
        Q_EMIT namespacesChanged();
    }

Q_SIGNALS:
    void namespacesChanged();

private:
    cluster::ConnectedCluster &m_cluster;
    QStringList m_namespaces;
};

} // namespace base
