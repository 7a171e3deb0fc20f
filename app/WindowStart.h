#pragma once

#include "app/Launch.h"
#include "models/cluster/Clusters.h"
#include "models/demo/DemoServer.h"
#include "widgets/shell/MainWindow.h"

#include <QObject>
#include <QPointer>

#include <memory>

/// Brings the window to what the command line asked for: a context, a page, the demo cluster.
class WindowStart final : public QObject
{
    Q_OBJECT

public:
    WindowStart(Launch launch, cluster::Clusters &clusters, QObject *parent = nullptr);
    ~WindowStart() override;

    void begin(shell::MainWindow &window);
    /// Starts the sample cluster, if it does not run yet, and shows it.
    void startDemo();

    /// What was asked for is on its way or shown; false while files are still read.
    bool hasBegun() const { return m_begun; }

Q_SIGNALS:
    /// There is nothing to connect to; why.
    void failed(const QString &message);

private:
    void entriesChanged();
    const kube::CatalogEntry *wantedEntry() const;
    void show(cluster::ConnectedCluster *cluster);

    Launch m_launch;
    cluster::Clusters &m_clusters;
    QPointer<shell::MainWindow> m_window;
    std::unique_ptr<demo::DemoServer> m_demo;
    bool m_waitsForDemo = false;
    bool m_begun = false;
};
