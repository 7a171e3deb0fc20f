#pragma once

#include "models/kube/PodStreams.h"
#include "models/metrics/Candidates.h"
#include "models/metrics/ClusterIdentity.h"
#include "models/metrics/PrometheusClient.h"

#include <memory>

namespace metrics {

/// What stands in the way of an attempt, in one word for code; the error has the rest.
enum class Obstacle {
    None,
    Forbidden,          ///< services/proxy, pods or pods/portforward may not be used
    Unauthorized,       ///< the server itself, or a proxy before it, wants other credentials
    SecretsLost,        ///< what a person typed for it is to be typed again: it was not asked
    NoReadyPod,
    NoSuchService,
    Timeout,
    Tls,
    Unreachable,
    WrongPrefix,
    Redirected,
    NotPrometheus,
    Malformed,          ///< it broke off, or makes no sense
    TooLarge,
    ReadOnly,           ///< the cluster is marked so
    Other,
};
Obstacle obstacleOf(const base::Error &error);

/// One way that was tried, and what came of it.
struct Attempt
{
    Way way = Way::ServiceProxy;
    std::string place;
    std::optional<base::Error> error = {};
    std::chrono::milliseconds latency{};        ///< of query=1

    Obstacle obstacle() const { return error ? obstacleOf(*error) : Obstacle::None; }
};

/// What is known of a candidate.
struct CandidateReport
{
    Candidate candidate;                        ///< with the prefix and the TLS that it turned out to have
    std::vector<Attempt> attempts = {};         ///< in their order; the last one succeeded, or none did
    std::optional<BuildInfo> build = {};
    std::optional<Proof> proof = {};
    std::optional<ClockDifference> clock = {};

    bool answers() const { return !attempts.empty() && !attempts.back().error; }
};

/// What ways to servers are made of. All of it outlives what is made.
struct Ways
{
    kube::Api &api;
    const kube::PodStreams *streams;            ///< null: no port-forwards
    http::Transport &transport;
};

/// The way to a candidate; null where there is none of the kind.
std::shared_ptr<PrometheusTransport> transportTo(const Ways &ways, const Candidate &candidate, Way way);

/// Asks one candidate by one way after the other until it answers: with the path prefix and the TLS that it asks for, what it is, and
/// whether it watches the cluster of the identity. I/O thread.
class CandidateProbe final : public std::enable_shared_from_this<CandidateProbe>
{
public:
    using Done = std::function<void(CandidateReport, std::shared_ptr<PrometheusClient>)>;

    CandidateProbe(const Ways &ways, Candidate candidate, ClusterIdentity identity);

    /// The client comes with a candidate that answers, whatever cluster it watches. Letting go of the probe ends it.
    void start(Done done);

private:
    void tryNext();
    void tryTransport(std::shared_ptr<PrometheusTransport> transport);
    void failed(const base::Error &error);
    bool mayAdapt(const base::Error &error);
    void askForPrefix();
    void answered(std::chrono::milliseconds latency);
    void askProof();
    void judged(const base::Result<Answer> &answer);
    void finish();

    Ways m_ways;
    CandidateReport m_report;
    ClusterIdentity m_identity;
    std::vector<Way> m_waiting;
    Way m_way = Way::ServiceProxy;
    bool m_hasAskedPrefix = false;
    std::shared_ptr<PrometheusTransport> m_root;    ///< while its prefix is asked for
    base::Error m_prefixError;
    std::optional<Candidate> m_unadapted;           ///< before a prefix was tried; set only then
    std::shared_ptr<PrometheusClient> m_client;
    base::Job m_work;
    Done m_done;
};

/// The prefix that a path somewhere behind it shows: "/prom" of "/prom/graph"; nothing of what has none.
std::optional<std::string> prefixOf(std::string path);

} // namespace metrics
