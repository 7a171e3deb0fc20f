#pragma once

#include "widgets/base/Address.h"

class QWidget;

namespace cluster {
class Clusters;
class ConnectedCluster;
}

namespace base {

class ClusterView;
class Page;

/// The window as features see it: what is on screen, and the way to something else.
class Shell
{
public:
    virtual ~Shell() = default;

    virtual cluster::Clusters &clusters() = 0;
    virtual QWidget &widget() = 0;
    /// The cluster that is looked at; null while a page of the window is shown.
    virtual ClusterView *view() const = 0;
    /// Null when there is none.
    virtual Page *page() const = 0;

    /// Of the cluster on screen or, for pages that need none, of the window. Returns the page if it is open by then.
    virtual Page *open(const Address &address) = 0;
    /// Brings the cluster to the front, at that place.
    virtual void open(cluster::ConnectedCluster &cluster, const Address &address) = 0;
    /// The same at the place where it was left.
    virtual void bringToFront(cluster::ConnectedCluster &cluster) = 0;
    /// A word for the status bar.
    virtual void tell(const QString &text) = 0;
};

} // namespace base
