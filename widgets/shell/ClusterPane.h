#pragma once

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/Address.h"
#include "widgets/base/ClusterView.h"
#include "widgets/shell/History.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QSplitter;

namespace base {
class Page;
class Registry;
class StateNotice;
}
namespace cluster {
class Clusters;
}
namespace kube {
struct ResourceType;
}

namespace shell {

class PageTabs;
class Sidebar;

/// Everything that is open of one connected cluster: the sidebar of its kinds, and pages in tabs. Viewed as somebody else it stands in a
/// frame, begins with nothing open, and nothing of it is remembered.
class ClusterPane final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int FrameWidth = 3;

    ClusterPane(cluster::Clusters &clusters, cluster::ConnectedCluster &cluster, const base::Registry &registry, QWidget *parent = nullptr);

    ~ClusterPane() override;

    base::ClusterView &view() { return m_view; }
    base::Page *currentPage() const;
    /// Opens what the address names, as soon as it is known what kinds the cluster has.
    void open(const base::Address &address);
    /// Opens the pages that were open the last time; false when nothing is remembered.
    bool openRemembered();
    bool isSettled() const;
    bool isViewedAsAnother() const { return !m_view.cluster().viewedAs().isEmpty(); }
    void closeCurrentPage();
    void stepPages(int by);
    /// To the page where the person was before, or was before going back.
    void goThroughHistory(int by);
    bool canGo(int by) const { return m_history.canStep(by); }
    int pageCount() const;

Q_SIGNALS:
    void currentPageChanged();
    void settled();
    void noticed(const QString &text);
    /// Who is viewed could not answer it: why they may not do something.
    void ownViewRequested(const base::Address &address);

protected:
    void paintEvent(QPaintEvent *event) override;
    /// The buttons at the side of a mouse, wherever it is in the pane.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Where { Here, NewTab };
    void layOut();
    /// What a page asks for.
    void openFromPage(const base::Address &address);
    void catalogChanged();
    void openNow(const base::Address &address, Where where);
    void openKind(const kube::ResourceType &type, Where where);
    void adopt(base::Page *page, Where where);
    base::Page *makePage(const base::Address &address);
    void listenTo(base::Page *page);
    void wake();
    void remember();
    void showMissing(const base::Address &address);
    void currentChanged(base::Page *page);
    void updateNotice();
    void leave(const base::Page *page);

    cluster::Clusters &m_clusters;
    const base::Registry &m_registry;
    base::ClusterView m_view;
    std::optional<base::Address> m_wanted;      ///< waits for the cluster's kinds
    bool m_missing = false;
    bool m_isRestoring = false;
    QTimer m_stateChanges;                      ///< they gather
    bool m_isConnected = false;
    History m_history;
    bool m_isStepping = false;                  ///< through the history, which stays as it is
    QSplitter *m_splitter;
    Sidebar *m_sidebar;
    PageTabs *m_tabs;
    base::StateNotice *m_notice;                ///< instead of pages, until there are kinds
};

} // namespace shell
