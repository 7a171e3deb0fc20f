#pragma once

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QPushButton;

namespace base {
class ClusterView;
class PlainLabel;
}
namespace cluster {
class Clusters;
class LiveRows;
struct ClusterMarks;
}

namespace shell {

struct Choice;
class ChoicePopup;
class KeyTip;

/// The cluster that is looked at, with its state, and the namespaces that are shown of it.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Height = 40;

    explicit TopBar(cluster::Clusters &clusters, QWidget *parent = nullptr);

    /// Null: the catalog is shown.
    void setView(base::ClusterView *view);

    /// At the right end, in the order in which they come.
    QPushButton *addButton(const QString &title, std::function<void()> clicked);

    /// And of the namespaces of the one that is looked at.
    void openClusterSwitch();
    void openNamespaceChoice();

Q_SIGNALS:
    /// The place in Clusters::entries() of what was chosen.
    void entryChosen(int index);

private:
    std::vector<Choice> contextChoices() const;
    /// The server's, those that were added by hand, and the one of the kubeconfig.
    QStringList knownNamespaces() const;
    /// With those that are chosen.
    QStringList namespaceNames() const;
    bool areNamespacesRefused() const;
    cluster::ClusterMarks marks() const;
    void mark(const cluster::ClusterMarks &marks);
    void allowAdding(ChoicePopup &popup);
    void addNamespace(const QString &name);
    void removeNamespace(const QString &name);
    void fillClusterSwitch();
    /// As long as a choice of them is open.
    void watchNamespaces(void (TopBar::*fill)());
    ChoicePopup &clusterPopup();
    ChoicePopup &namespacePopup();
    void updateReadOnly();
    void updateCluster();
    void updateNamespaces();
    void fillNamespaces();
    void forgetNamespaceRows();
    void namespacesChosen(const QStringList &names);

    cluster::Clusters &m_clusters;
    base::ClusterView *m_view = nullptr;
    std::shared_ptr<cluster::LiveRows> m_namespaceRows;     ///< only while the choice is open
    QPushButton *m_cluster;
    QPushButton *m_namespaces;
    KeyTip *m_clusterTip;
    KeyTip *m_namespacesTip;
    base::PlainLabel *m_readOnly;
    ChoicePopup *m_clusterPopup = nullptr;      ///< made when first opened, like the other
    ChoicePopup *m_namespacePopup = nullptr;
};

} // namespace shell
