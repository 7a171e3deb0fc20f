#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/ListRights.h"
#include "models/kube/ResourceType.h"

#include <QSet>
#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace base {
class ClusterView;
}
namespace cluster {
class ConnectedCluster;
}

namespace shell {

/// A page that stands above the kinds.
struct SidebarPage
{
    QString name;
    QString title;
};

/// The kinds a cluster has, under their subjects, with a count where a kind is being watched. What the viewer may not list in the
/// chosen namespaces is greyed and says so; it can be opened still, since the server has the last word.
class Sidebar final : public QTreeView
{
    Q_OBJECT

public:
    static constexpr int Width = 212;

    /// The view outlives it.
    explicit Sidebar(base::ClusterView &view, std::vector<SidebarPage> pages = {}, QWidget *parent = nullptr);

    /// Marks the kind or page that is shown; an empty name marks none.
    void setCurrentPlace(const QString &name);
    QSize sizeHint() const override { return {Width, 400}; }

Q_SIGNALS:
    void pageChosen(const QString &name);
    void kindChosen(const kube::ResourceType &type, Qt::KeyboardModifiers modifiers);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void updateCounts();
    void askRights();
    void updateRights();
    QString refusalOf(const kube::ResourceType &type) const;
    QString viewedRefusalOf(const kube::ResourceType &type, const QString &name) const;
    void describe(QStandardItem *item) const;
    QSet<QString> collapsedHeadings() const;
    QStandardItem *makeItem(const kube::ResourceType &type);
    static QStandardItem *makeItem(const SidebarPage &page);
    /// Those of kinds, not of pages.
    std::vector<QStandardItem *> kindItems() const;
    const kube::ResourceType &typeOf(const QModelIndex &index) const;
    void setOpen(const QModelIndex &heading, bool open);
    void choose(const QModelIndex &index);

    base::ClusterView &m_view;
    cluster::ConnectedCluster &m_cluster;
    base::EventLoopExecutor m_executor;
    kube::Api *m_asked = nullptr;               ///< whose rights are known or asked for
    std::unique_ptr<cluster::ListRightsQuestion> m_question;
    cluster::ListRights m_rights;
    QStandardItemModel *m_model;
    std::vector<SidebarPage> m_pages;
    std::vector<kube::ResourceType> m_types;
    QString m_current;
};

} // namespace shell
