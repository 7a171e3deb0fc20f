#pragma once

#include "models/cluster/Clusters.h"
#include "models/rbac/Identity.h"
#include "models/rights/ComputedView.h"
#include "models/rights/SharedRights.h"

#include <QObject>

#include <memory>
#include <optional>

namespace viewas {

/// How a cluster is seen with somebody else's eyes: through the server, which takes the requests for theirs, or, where it refuses that, as
/// far as it can be worked out with one's own rights. Pixels do not know which. GUI thread.
class ViewedSession final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Asking,         ///< the server has not said yet whether it lets one
        Impersonated,
        Refused,        ///< it does not
        WorkingOut,     ///< what may be seen, with one's own rights
        Computed,
    };

    /// The viewed session; it and one's own, beside which it is, outlive this.
    ViewedSession(cluster::Clusters &clusters, cluster::ConnectedCluster &viewed, rights::SharedRights &known, QObject *parent = nullptr);
    ~ViewedSession() override;

    State state() const;
    /// Why, where it is refused.
    std::optional<base::Error> refusal() const;
    cluster::ConnectedCluster &cluster() const { return m_viewed; }
    const kube::Impersonation &who() const { return m_viewed.viewedAs(); }
    /// What could not be read of the rights, so that some of it may be missing; only while it is computed.
    bool isPartlyUnknown() const;
    /// Whom the kubeconfig itself acts as, which is replaced meanwhile; empty: nobody.
    std::string replaced() const;

    /// From now on with one's own rights.
    void compute();
    /// From now on through the server, which may have changed its mind.
    void impersonate();

Q_SIGNALS:
    void changed();

private:
    void rightsChanged();
    void takeBasis();

    cluster::Clusters &m_clusters;
    cluster::ConnectedCluster &m_viewed;
    std::shared_ptr<rights::LiveRights> m_rights;       ///< as one's own session reads them
    std::shared_ptr<const rbac::Basis> m_basis;         ///< what is computed from; null: nothing is
    std::shared_ptr<const rights::ComputedView> m_view; ///< null: the server says what is seen
    bool m_isComputing = false;
};

} // namespace viewas
