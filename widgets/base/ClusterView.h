#pragma once

#include <QObject>
#include <QStringList>

namespace cluster {
class ConnectedCluster;
}
namespace settings {
class Settings;
}

namespace base {

/// One connected cluster as the person looks at it: which namespaces they chose. All pages of a cluster share it.
class ClusterView final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    ClusterView(cluster::ConnectedCluster &cluster, settings::Settings &settings, QObject *parent = nullptr)
        : QObject(parent), m_cluster(cluster), m_settings(settings)
    {
    }

    cluster::ConnectedCluster &cluster() const { return m_cluster; }
    settings::Settings &settings() const { return m_settings; }

    /// Empty: all of them.
    const QStringList &namespaces() const { return m_namespaces; }
    void setNamespaces(const QStringList &namespaces)
    {
        if (namespaces == m_namespaces)
            return;
        m_namespaces = namespaces;
        tellCluster();
        Q_EMIT namespacesChanged();
    }

Q_SIGNALS:
    void namespacesChanged();

private:
    void tellCluster();

    cluster::ConnectedCluster &m_cluster;
    settings::Settings &m_settings;
    QStringList m_namespaces;
};

} // namespace base
