#pragma once

#include "models/cluster/LiveStore.h"
#include "models/kube/ResourceType.h"

#include <QObject>

#include <memory>
#include <string>

namespace cluster {

/// The live rows of one type in one cluster, for everybody who looks at them. Rows change once a frame at most.
/// It stays the same when the cluster is connected to anew; its rows then begin anew too. GUI thread.
class LiveRows final : public QObject
{
    Q_OBJECT

public:
    LiveRows(kube::ResourceType type, std::string namespaceName, std::string labelSelector, std::shared_ptr<LiveStore> live);

    const kube::ResourceType &type() const { return m_type; }
    const std::string &namespaceName() const { return m_namespace; }     ///< empty: all
    const std::string &labelSelector() const { return m_labelSelector; } ///< empty: everything
    const kube::Store &store() const { return m_live->store(); }
    const kube::SyncState &state() const { return m_live->state(); }
    void retryNow() { m_live->retryNow(); }

    /// Takes at most so many of the rows that wait, and tells.
    void pump(std::size_t mostRows = LiveStore::AllRows);
    bool hasMore() const { return m_live->hasMore(); }
    /// Goes on with the rows of another connection.
    void use(std::shared_ptr<LiveStore> live);

Q_SIGNALS:
    /// Columns and rows are others than before.
    void replaced();
    void changed(const kube::Delta &delta);
    void stateChanged();

private:
    kube::ResourceType m_type;
    std::string m_namespace;
    std::string m_labelSelector;
    std::shared_ptr<LiveStore> m_live;
};

} // namespace cluster
