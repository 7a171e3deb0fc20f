#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/detail/PrintedColumns.h"

#include <QObject>

namespace cluster {
class ConnectedCluster;
}

namespace detail {

/// What the server prints of the object of a page, over reconnections too. GUI thread.
class ServerColumns final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    ServerColumns(cluster::ConnectedCluster &cluster, ObjectName name);
    /// For an API without a cluster around it.
    ServerColumns(kube::Api &api, ObjectName name);

    void follow(std::shared_ptr<const text::Value> object) { m_printed->follow(std::move(object)); }
    void addTo(Summary &summary) const { m_printed->addTo(summary); }

Q_SIGNALS:
    void changed();

private:
    void connectTo(kube::Api &api);

    base::EventLoopExecutor m_executor;
    ObjectName m_name;
    kube::Api *m_api = nullptr;
    std::unique_ptr<PrintedColumns> m_printed;
};

} // namespace detail
