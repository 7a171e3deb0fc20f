#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/detail/Endpoints.h"
#include "models/detail/LiveObject.h"
#include "models/detail/OwnerChain.h"

#include <QObject>

#include <memory>

namespace cluster {
class ConnectedCluster;
}

namespace detail {

/// What other objects of the cluster say about one: the owners of its owner, and where a Service leads. Over reconnections too.
class Relations final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    Relations(cluster::ConnectedCluster &cluster, ObjectName name);
    /// For an API without a cluster around it.
    Relations(kube::Api &api, OwnerChain::FindType findType, ObjectName name);

    /// The object as it is now.
    void follow(const text::Value &object) { m_owners->follow(object); }
    /// Adds what is known to what the object says itself.
    void addTo(Summary &summary) const;

Q_SIGNALS:
    void changed();

private:
    void connectTo(kube::Api &api, const OwnerChain::FindType &findType);
    bool isService() const { return m_name.type.group.empty() && m_name.type.kind == "Service"; }

    base::EventLoopExecutor m_executor;
    ObjectName m_name;
    kube::Api *m_api = nullptr;
    std::unique_ptr<OwnerChain> m_owners;
    std::unique_ptr<LiveList> m_endpoints;      ///< null: it is no Service
    LiveList::Content m_known;
};

} // namespace detail
