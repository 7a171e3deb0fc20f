#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/metrics/SharedPrometheus.h"
#include "widgets/metrics/ServerSource.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace metrics {

/// The Prometheus of one cluster, and which of the metrics that pages ask for it has.
class ClusterServer final : public ServerSource
{
    Q_OBJECT

public:
    /// The cluster, whose server it is, outlives it.
    ClusterServer(std::shared_ptr<ClusterPrometheus> prometheus, const cluster::ConnectedCluster &cluster);
    ~ClusterServer() override;

    State state() const override { return m_state; }
    std::shared_ptr<Querier> server() const override { return m_state == State::Found ? m_prometheus->client() : nullptr; }
    const Capabilities &capabilities() const override { return m_capabilities; }
    QString name() const override;
    QString way() const override;
    std::vector<Finding> whyMissing() const override;
    std::optional<ClockDifference> clockDifference() const override;
    base::SystemTime now() const override;

    void want() override { m_prometheus->want(); }
    void lookAgain() override { m_prometheus->lookAgain(); }
    void failed(const base::Error &error) override { m_prometheus->failed(error); }

private:
    struct Anchor { ClusterServer *owner; };

    void follow();
    void take(const base::Result<Capabilities> &capabilities);

    const cluster::ConnectedCluster &m_cluster;
    base::EventLoopExecutor m_executor;
    std::shared_ptr<ClusterPrometheus> m_prometheus;
    std::shared_ptr<Anchor> m_anchor;           ///< only looked at on the GUI thread
    std::shared_ptr<PrometheusClient> m_asked;  ///< whose metrics are known, or asked for
    Capabilities m_capabilities;
    std::optional<base::Error> m_error;         ///< why it could not be told what it has
    base::Job m_question;
    State m_state = State::Looking;
};

/// One for all pages of a cluster, as long as one of them is open. GUI thread.
class SharedServers
{
public:
    explicit SharedServers(std::shared_ptr<SharedPrometheus> prometheus) : m_prometheus(std::move(prometheus)) { }

    /// Both outlive it.
    std::shared_ptr<ServerSource> of(cluster::ConnectedCluster &cluster, settings::Settings &settings);

private:
    std::shared_ptr<SharedPrometheus> m_prometheus;
    std::map<cluster::ConnectedCluster *, std::weak_ptr<ClusterServer>> m_servers;
};

} // namespace metrics
