#pragma once

#include "models/cluster/Clusters.h"
#include "widgets/base/Address.h"

#include <QMainWindow>

#include <map>
#include <optional>

class QStackedWidget;

namespace base {
class Page;
class Registry;
}

namespace shell {

class ClusterPane;
class Rail;
class StatusBar;
class TopBar;

/// The frame: rail, top bar, status bar, and between them the catalog or the pane of one cluster. Knows pages, no feature.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// Both outlive it.
    MainWindow(cluster::Clusters &clusters, const base::Registry &registry, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showCatalog();
    void showCluster(cluster::ConnectedCluster *cluster);
    /// The same, beginning with what the address names.
    void showCluster(cluster::ConnectedCluster *cluster, const base::Address &address);
    /// A word in the status bar.
    void tell(const QString &text);
    void setNamespaces(const QStringList &namespaces);

    /// What is shown is known as far as it ever will be, and painted.
    bool isSettled() const;

    /// Where a cluster begins when nothing else was asked for.
    static base::Address home() { return {QStringLiteral("pods"), {}, {}, {}}; }

Q_SIGNALS:
    void settled();

private:
    void bringForward(cluster::ConnectedCluster *cluster);
    ClusterPane *paneOf(cluster::ConnectedCluster *cluster);
    void chooseEntry(int index);
    void forget(cluster::ConnectedCluster *cluster);
    void pageChanged();
    void addShortcuts();
    base::Page *currentPage() const;
    QString fullCommand(const QString &command) const;

    cluster::Clusters &m_clusters;
    const base::Registry &m_registry;
    TopBar *m_topBar;
    Rail *m_rail;
    QStackedWidget *m_stack;
    StatusBar *m_statusBar;
    base::Page *m_catalog = nullptr;
    std::map<cluster::ConnectedCluster *, ClusterPane *> m_panes;
    ClusterPane *m_current = nullptr;           ///< null: the catalog is shown
};

} // namespace shell
