#pragma once

#include "models/cluster/ConnectedCluster.h"
#include "models/metrics/OwnServer.h"
#include "models/metrics/PrometheusDiscovery.h"

#include <QObject>

#include <memory>
#include <optional>

namespace metrics {

/// The server of the Prometheus API that watches one connected cluster: looked for when somebody wants it, remembered and proven again at the next
/// start, and looked for again when it is lost or the cluster is connected anew. GUI thread.
class ClusterPrometheus final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,           ///< nobody wanted it yet
        Looking,
        Found,
        Missing,        ///< the report says why
    };

    static constexpr std::chrono::seconds Pause{30};        ///< between two searches that nobody asked for; longer after each in vain
    static constexpr std::chrono::seconds LongestPause{300};

    /// All of them outlive it. The consumer is the GUI thread's. secrets: where those of a person's server are kept; null: nowhere. named:
    /// what a person named before, with its secrets; else what is remembered of it.
    ClusterPrometheus(cluster::ConnectedCluster &cluster, settings::Settings &settings, base::Executor &consumer, std::shared_ptr<ServerSecrets> secrets = {},
                      std::optional<DirectServer> named = {});
    ~ClusterPrometheus() override;

    State state() const { return m_state; }
    /// Looks for it unless that was done, or is being done.
    void want();
    /// A person asks.
    void lookAgain();
    /// A query ended with this error: where it says that the server is gone, it is looked for again.
    void failed(const base::Error &error);

    /// Null unless it is found. It may be kept; after the connection is gone its queries end with a Cancelled error.
    const std::shared_ptr<PrometheusClient> &client() const { return m_client; }
    /// The facts of the last search.
    const DiscoveryReport &report() const { return m_report; }
    /// What is known of the one that was found; null: none was.
    const CandidateReport *found() const { return m_report.found(); }

    /// A server that a person names is taken instead of what can be found. Nothing: looked for again.
    void setServer(std::optional<DirectServer> server);
    const std::optional<DirectServer> &server() const { return m_own.server(); }
    /// What is kept of it, and what was lost.
    const OwnServer &own() const { return m_own; }

Q_SIGNALS:
    void changed();

private:
    struct Anchor { ClusterPrometheus *owner; };

    std::vector<Candidate> firstCandidates() const;
    void look();
    void readOwn();
    void tellLost(base::Error error);
    void take(DiscoveryReport report, std::shared_ptr<PrometheusClient> client);
    void remember();
    void waitForReturn();
    void connectionChanged();
    void healthChanged();
    void letGo();
    void setState(State state);

    cluster::ConnectedCluster &m_cluster;
    settings::Settings &m_settings;
    base::Executor &m_consumer;
    std::shared_ptr<Anchor> m_anchor;           ///< only looked at on the GUI thread
    int m_connectionNumber;
    State m_state = State::Idle;
    DiscoveryReport m_report;
    std::shared_ptr<PrometheusClient> m_client;
    OwnServer m_own;
    base::SteadyTime m_lastSearch{};
    base::Job m_search;
    base::Job m_later;
    int m_searchNumber = 0;
    std::chrono::milliseconds m_pause{Pause};
    bool m_wasFound = false;                    ///< on this connection
};

} // namespace metrics
