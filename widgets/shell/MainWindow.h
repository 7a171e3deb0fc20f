#pragma once

#include "models/cluster/Clusters.h"
#include "widgets/base/Address.h"
#include "widgets/base/Shell.h"

#include <QKeySequence>
#include <QMainWindow>

#include <map>
#include <optional>

class QStackedWidget;

namespace base {
struct Command;
class Page;
class Registry;
struct PageEntry;
}

namespace shell {

class ClusterPane;
class Rail;
class StatusBar;
class TopBar;

/// The frame: rail, top bar, status bar, and between them the catalog or the pane of one cluster. Knows pages, no feature.
class MainWindow final : public QMainWindow, public base::Shell
{
    Q_OBJECT

public:
    /// Both outlive it. The registry gets its commands.
    MainWindow(cluster::Clusters &clusters, base::Registry &registry, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showCatalog();
    void showCluster(cluster::ConnectedCluster *cluster);
    /// The same, beginning with what the address names.
    void showCluster(cluster::ConnectedCluster *cluster, const base::Address &address);
    /// A word in the status bar.
    void tell(const QString &text) override;

    cluster::Clusters &clusters() override { return m_clusters; }
    QWidget &widget() override { return *this; }
    base::ClusterView *view() const override;
    base::Page *page() const override;
    base::Page *open(const base::Address &address) override;
    void open(cluster::ConnectedCluster &cluster, const base::Address &address) override;
    void bringToFront(cluster::ConnectedCluster &cluster) override { showCluster(&cluster); }

    /// What its commands do.
    ClusterPane *pane() const { return m_current; }
    TopBar &topBar() { return *m_topBar; }
    StatusBar &statusBar() { return *m_statusBar; }
    void tryAgain();
    void find();
    void setNamespaces(const QStringList &namespaces);
    /// Null: the catalog is shown.
    cluster::ConnectedCluster *shownCluster() const;

    /// The keys that do it for this person; empty when none do.
    QKeySequence keysOf(const QString &command) const;

    /// What is shown is known as far as it ever will be, and painted.
    bool isSettled() const;

    /// Where a cluster begins when nothing else was asked for.
    static base::Address home() { return {QStringLiteral("pods"), {}, {}, {}}; }

Q_SIGNALS:
    void settled();
    /// Another cluster, or the catalog.
    void shownChanged();

protected:
    bool focusNextPrevChild(bool next) override;

private:
    void bringForward(cluster::ConnectedCluster *cluster);
    ClusterPane *paneOf(cluster::ConnectedCluster *cluster);
    void chooseEntry(int index);
    void forget(cluster::ConnectedCluster *cluster);
    void pageChanged();
    base::Page *showPage(const base::PageEntry &entry);
    void addShortcuts();
    void addBarButtons();
    void addToTopBar(const base::Command &command);
    /// From a cluster that is viewed as somebody else, where one needs one's own rights to see it.
    void openAsOneself(const base::Address &address);
    /// Says why not where it cannot be done.
    void run(const QString &command);
    QString fullCommand(const QString &command) const;

    cluster::Clusters &m_clusters;
    base::Registry &m_registry;
    QWidget *m_central;
    TopBar *m_topBar;
    Rail *m_rail;
    QStackedWidget *m_stack;
    StatusBar *m_statusBar;
    std::map<QString, base::Page *> m_pages;    ///< of the window, not of a cluster
    base::Page *m_page = nullptr;               ///< the one of them that was shown last
    std::map<cluster::ConnectedCluster *, ClusterPane *> m_panes;
    ClusterPane *m_current = nullptr;           ///< null: a page of the window is shown
};

} // namespace shell
