#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/reach/Reach.h"

#include <QObject>

namespace cluster {
class ConnectedCluster;
}

namespace reach {

/// The lists that a question is answered from, live while somebody looks, over reconnections too.
class ReachLists final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    explicit ReachLists(cluster::ConnectedCluster &cluster, QObject *parent = nullptr);
    ~ReachLists() override;

    /// Those between these namespaces; what is read already goes on. Empty: nobody looks.
    void want(std::vector<Wanted> wanted);
    std::vector<Read> read() const;
    /// Each was read once, or it is known why not.
    bool isKnown() const;

Q_SIGNALS:
    void changed();

private:
    struct Entry;

    void catalogChanged();
    void open(Entry &entry);
    void take(Entry &entry);

    cluster::ConnectedCluster &m_cluster;
    kube::Api *m_api;
    base::EventLoopExecutor m_executor;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace reach
