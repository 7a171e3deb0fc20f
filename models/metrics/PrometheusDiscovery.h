#pragma once

#include "models/metrics/CandidateProbe.h"

#include <memory>

namespace metrics {

/// What is looked for, and with what.
struct DiscoveryWish
{
    Ways ways;
    std::vector<std::string> namespaces = {};       ///< looked through where the whole cluster may not be
    std::vector<Candidate> first = {};              ///< tried alone before anything is listed: one that a person named, or that is remembered
    bool mayLookAround = true;                      ///< where these do not do
};

/// Something of the cluster that could not be read, and so was not looked at.
struct DiscoveryGap
{
    std::string what;                               ///< "services"
    base::Error error;
};

/// The facts of a search.
struct DiscoveryReport
{
    std::vector<CandidateReport> candidates = {};   ///< the surest first
    std::optional<std::size_t> chosen = {};
    std::vector<DiscoveryGap> gaps = {};
    std::vector<Candidate> notTried = {};           ///< because there are too many, or another one did
    bool isUnreachable = false;                     ///< the API server could not be asked at all, see the gaps

    const CandidateReport *found() const { return chosen ? &candidates[*chosen] : nullptr; }
};

/// Which report to take: the surest candidate that is proven to watch this cluster; else the surest of this cluster's own, or a person's, of
/// which nothing can be proven. Never one that watches another cluster.
std::optional<std::size_t> choose(const std::vector<CandidateReport> &reports);

/// Looks for a server of the Prometheus API that watches a cluster: candidates from its objects, each asked and proven. Any thread; the callback
/// comes on the I/O thread. What the wish names outlives the search.
base::Job findPrometheus(DiscoveryWish wish, std::function<void(DiscoveryReport, std::shared_ptr<PrometheusClient>)> done);

} // namespace metrics
