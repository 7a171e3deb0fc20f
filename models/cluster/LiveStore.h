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

    static constexpr std::size_t AllRows = static_cast<std::size_t>(-1);

    /// Takes what waits into the rows, at most so many of them. How fresh they are is told with the last.
    kube::Delta pump(std::size_t mostRows = AllRows);
    /// Whether the last call left something for the next, or came to the end of what an earlier one had taken: what came since then
    /// was not looked at.
    bool hasMore() const { return m_hasMore; }

    const kube::Store &store() const { return m_store; }
    const kube::SyncState &state() const { return m_state; }
    void retryNow(kube::Retry what = kube::Retry::Waiting) { m_collection.retryNow(what); }

private:
    std::shared_ptr<kube::ObjectPacker> m_packer;
    kube::Store m_store;
    kube::SyncState m_state;
    CollectionFeed::Batch m_batch;      ///< taken, and shown up to m_next
    std::size_t m_next = 0;
    bool m_hasMore = false;
    LiveCollection m_collection;
};

} // namespace cluster
