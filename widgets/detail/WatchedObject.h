#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/detail/LiveObject.h"
#include "models/detail/State.h"
#include "widgets/base/Address.h"

#include <QObject>

#include <map>
#include <memory>

namespace cluster {
class ConnectedCluster;
}

namespace detail {

/// One object as the tabs of its page look at it: kept live, over reconnections too. GUI thread.
class WatchedObject final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    WatchedObject(cluster::ConnectedCluster &cluster, ObjectName name);
    /// For an API without a cluster around it.
    WatchedObject(kube::Api &api, ObjectName name);

    const ObjectName &name() const { return m_live->name(); }
    /// Null before it was read for the first time.
    const std::shared_ptr<const text::Value> &object() const { return m_live->object(); }
    const ObjectState &state() const { return m_live->state(); }
    /// In the word of its kind.
    const State &word() const { return m_word; }
    std::string uid() const;

    void retryNow() { m_live->retryNow(); }

Q_SIGNALS:
    void changed();

private:
    void connectTo(kube::Api &api);
    void take();

    base::EventLoopExecutor m_executor;
    kube::Api *m_api = nullptr;
    std::unique_ptr<LiveObject> m_live;
    std::shared_ptr<const text::Value> m_told;      ///< the object that the word is of
    State m_word;
};

/// Gives everybody who looks at the same object the same one.
class WatchedObjects
{
public:
    std::shared_ptr<WatchedObject> watch(cluster::ConnectedCluster &cluster, const kube::ResourceType &type, const base::Address &address);

private:
    std::map<std::string, std::weak_ptr<WatchedObject>> m_objects;
};

} // namespace detail
