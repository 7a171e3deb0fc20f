#pragma once

#include "models/rights/RightsObjects.h"
#include "models/base/Executor.h"
#include "models/cluster/LiveRows.h"

#include <QObject>

#include <functional>

namespace rights {

/// One collection, live, with what access knows of each of its objects: read aside, once for each change. GUI thread.
class ReadList final : public QObject
{
    Q_OBJECT

public:
    /// The consumer, the GUI thread's, outlives it. changed: something is known otherwise than before.
    ReadList(std::string_view collection, std::shared_ptr<cluster::LiveRows> rows, base::Executor &consumer, std::function<void()> changed);

    /// All objects were read once, or it is known why they cannot be.
    bool isKnown() const { return m_isKnown; }
    Known known() const;
    /// The state of a list that was read once and of which nothing is heard now; nothing while it is live, and of one that may not be read.
    std::optional<kube::SyncState> stale() const;
    void retryNow() { m_rows->retryNow(); }
    /// The resourceVersion of an object as it was read last; empty when there is none of that key.
    std::string versionOf(std::string_view key) const;

    /// So many objects are taken out of the store at a time.
    static constexpr std::size_t Batch = 1000;

private:
    void readAll();
    void readMore();
    void take(const tables::PackedObjects &packed, const std::vector<ObjectPointer> &objects);
    void drop(const kube::Delta &delta);
    void judge(bool isOther);
    bool isAllRead() const;
    std::optional<rbac::Unreadable> unreadable() const;

    std::string_view m_collection;
    std::shared_ptr<cluster::LiveRows> m_rows;
    base::Executor &m_consumer;
    std::function<void()> m_changed;
    tables::RowQueue m_wanted;
    std::vector<ObjectPointer> m_objects;       ///< by row id
    std::vector<char> m_isRead;                 ///< by row id
    std::optional<rbac::Unreadable> m_unreadable;
    bool m_isKnown = false;
    base::Job m_job;
};

} // namespace rights
