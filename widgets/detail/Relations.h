#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/detail/Endpoints.h"
#include "models/detail/LiveObject.h"
#include "models/detail/OwnerChain.h"
#include "models/detail/Related.h"

#include <QObject>

#include <memory>
#include <vector>

namespace cluster {
class ConnectedCluster;
}

namespace detail {

/// Finds types in the version that the server prefers. The cluster outlives it.
OwnerChain::FindType typesOf(const cluster::ConnectedCluster &cluster);

/// What other objects of the cluster say about one: the owners of its owner, where a Service leads, and what stands beside it. Kept live
/// while somebody looks, over reconnections too.
class Relations final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    Relations(cluster::ConnectedCluster &cluster, ObjectName name);
    /// For an API without a cluster around it.
    Relations(kube::Api &api, OwnerChain::FindType findType, ObjectName name);
    ~Relations() override;

    /// Somebody looks at the object, as it is now.
    void follow(Object object);
    /// Nobody looks any more: nothing is asked for until followed again. What is known stays.
    void pause();
    bool isPaused() const { return m_isPaused; }
    /// Adds what is known to what the object says itself.
    void addTo(Summary &summary) const;

Q_SIGNALS:
    void changed();

private:
    struct Watch;

    void connectTo(kube::Api &api, const OwnerChain::FindType &findType);
    void watchEndpoints();
    void watchRelated();
    void ask(Watch &watch);
    bool isService() const { return m_name.type.group.empty() && m_name.type.kind == "Service"; }

    base::EventLoopExecutor m_executor;
    ObjectName m_name;
    kube::Api *m_api = nullptr;
    OwnerChain::FindType m_findType;
    std::unique_ptr<OwnerChain> m_owners;
    std::unique_ptr<LiveList> m_endpoints;      ///< null: it is no Service, or nobody looks
    LiveList::Content m_known;
    std::vector<std::unique_ptr<Watch>> m_related;
    Object m_object;
    bool m_isPaused = true;
};

} // namespace detail
