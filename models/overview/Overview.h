#pragma once

#include "models/overview/KindState.h"

#include <string_view>
#include <tuple>
#include <vector>

namespace cluster {
class ConnectedCluster;
}

namespace overview {

/// An object that somebody should look at.
struct Unwell
{
    std::shared_ptr<const KindState> kind;     ///< may be one that the cluster has no more
    kube::RowId row = 0;
    std::size_t others = 0;                    ///< alike, which are not told one by one

    /// Whether it stands for the same one.
    bool operator==(const Unwell &other) const { return kind == other.kind && row == other.row; }
    auto operator<=>(const Unwell &other) const { return std::tie(kind, row) <=> std::tie(other.kind, other.row); }
};

/// How a cluster is: its kinds that have a state, and its events, live, for as long as this lives. GUI thread.
class Overview final : public QObject
{
    Q_OBJECT

public:
    using Kinds = std::vector<std::shared_ptr<KindState>>;

    /// The cluster outlives it.
    explicit Overview(cluster::ConnectedCluster &cluster);

    /// Those that the cluster has, nodes first; without events.
    const Kinds &kinds() const { return m_kinds; }
    /// Null when the cluster has no such kind.
    const KindState *kind(std::string_view name) const;
    const KindState *events() const { return m_events.get(); }
    /// They tell which claims wait for a pod; null where there are no claims.
    const KindState *storageClasses() const { return m_classes.get(); }
    /// Only these namespaces count; none means all.
    void setNamespaces(Tally::Namespaces namespaces);

    /// The worst first, of equal ones in the order of their kinds; many pods of one owner as one.
    std::vector<Unwell> unwell() const;
    /// Rows of warnings, the newest first.
    std::vector<kube::RowId> warnings() const;
    /// Of each node that tells one.
    std::vector<std::string> kubelets() const;

    /// Every list was seen whole, or is refused.
    bool isSettled() const;

Q_SIGNALS:
    void changed();

private:
    void openKinds();
    std::shared_ptr<KindState> open(std::string_view name);
    void openClasses();
    void tellClasses();

    cluster::ConnectedCluster &m_cluster;
    Tally::Namespaces m_namespaces;
    Kinds m_kinds;
    std::shared_ptr<KindState> m_events;
    std::shared_ptr<KindState> m_classes;
};

} // namespace overview
