#pragma once

#include "models/cluster/LiveCollection.h"
#include "models/kube/Store.h"

#include <functional>

namespace cluster {

/// The rows of one live collection and how fresh they are, for everybody who looks at them. Belongs to the thread that shows it.
class LiveStore
{
public:
    /// setup.changed says when pump() would find something.
    explicit LiveStore(LiveCollection::Setup setup);

    /// Takes what waits into the rows, at most once a frame.
    kube::Delta pump();

    const kube::Store &store() const { return m_store; }
    const kube::SyncState &state() const { return m_state; }
    void retryNow(kube::Retry what = kube::Retry::Waiting) { m_collection.retryNow(what); }

private:
    std::shared_ptr<kube::ObjectPacker> m_packer;
    kube::Store m_store;
    kube::SyncState m_state;
    LiveCollection m_collection;
};

} // namespace cluster
