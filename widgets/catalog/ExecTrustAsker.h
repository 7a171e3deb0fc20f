#pragma once

#include "models/cluster/Clusters.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <vector>

class QDialog;
class QWidget;

namespace catalog {

/// Asks once for each connection whether its unknown program may run; a yes is remembered and the cluster connected again.
/// One of it watches all clusters of a window.
class ExecTrustAsker final : public QObject
{
    Q_OBJECT

public:
    /// The one of these clusters, made when it is asked for first; it belongs to them. Dialogs open above the window.
    static ExecTrustAsker &of(cluster::Clusters &clusters);
    void setWindow(QWidget *window) { m_window = window; }

    /// Asks now, also when the answer was "not now" before. The cluster waits for trust.
    void ask(cluster::ConnectedCluster *cluster);

Q_SIGNALS:
    void asked(QDialog *dialog);
    /// The answer yes could not be remembered, and nothing was run.
    void failed(const QString &why);

private:
    explicit ExecTrustAsker(cluster::Clusters &clusters);
    void watch(cluster::ConnectedCluster *cluster);
    void trust(const QPointer<cluster::ConnectedCluster> &cluster, const kube::ConnectionSettings &settings);

    cluster::Clusters &m_clusters;
    QPointer<QWidget> m_window;
    std::map<cluster::ConnectedCluster *, QPointer<QDialog>> m_dialogs;     ///< of those that were asked about
    std::vector<base::Job> m_remembering;
};

} // namespace catalog
