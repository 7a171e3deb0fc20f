#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/base/Job.h"
#include "models/downward/Comparison.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace cluster {
class ConnectedCluster;
}

namespace inside {
struct ExecAnswer;
}

namespace downward {

/// Reads inside of the containers of one pod what its entries became, once a person asks for it: asks first whether they may, and
/// never on a cluster that is marked read-only. A new connection knows nothing of what was read before. GUI thread.
class ContainerReading final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    ContainerReading(cluster::ConnectedCluster &cluster, std::string namespaceName, std::string pod, QObject *parent = nullptr);

    /// Why it cannot even be asked for; empty when it can.
    QString whyNot() const;
    bool isRunning() const { return m_open > 0; }
    /// Null before the first one has come to an end, and once they may not.
    const Reading *reading() const { return m_reading ? &*m_reading : nullptr; }
    base::SystemTime readAt() const { return m_readAt; }
    /// Why the person may not, or what else was in the way; empty when nothing was.
    const QString &refusal() const { return m_refusal; }

    void start(const ReadingPlan &plan, const std::vector<Container> &containers);
    /// What was read is of another pod, or not theirs to see; says nothing of it by itself.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void forgetOtherConnection();
    void takePermission(const inside::ExecAnswer &answer);
    void readAll();
    void readVariables(const std::string &container);
    void readFiles(const std::string &container, const std::vector<std::string> &paths);
    void refuse(const QString &reason);
    void oneLess();
    std::optional<base::Error> notRunning(const std::string &container) const;

    cluster::ConnectedCluster &m_cluster;
    int m_connection;                       ///< what was read came over this one
    base::EventLoopExecutor m_executor;
    std::string m_namespace;
    std::string m_pod;
    ReadingPlan m_plan;
    std::vector<Container> m_containers;
    int m_open = 0;                         ///< questions without an answer
    Reading m_next;
    std::optional<Reading> m_reading;
    base::SystemTime m_readAt{};
    QString m_refusal;
    base::Job m_asking;
    std::vector<base::Job> m_jobs;
};

} // namespace downward
