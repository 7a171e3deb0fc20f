#include "models/metrics/FindPrometheus.h"

#include "models/metrics/CapabilityQuestion.h"

namespace metrics {

namespace {

constexpr const char *measured = "container_cpu_usage_seconds_total";

using Found = std::function<void(base::Result<FoundServer>)>;

} // namespace

base::Error whyMissing(const DiscoveryReport &report)
{
    for (const CandidateReport &candidate : report.candidates) {
        if (candidate.proof && candidate.proof->verdict == Proof::Verdict::OtherCluster)
            return base::makeError(base::ErrorKind::NotFound, candidate.candidate.text() + " watches another cluster: " + english(candidate.proof->reason));
        if (!candidate.attempts.empty() && candidate.attempts.back().error) {
            base::Error error = *candidate.attempts.back().error;
            error.message = candidate.candidate.text() + ": " + error.message;
            return error;
        }
    }
    if (!report.gaps.empty())
        return base::makeError(report.gaps.front().error.kind, "no Prometheus was found; " + report.gaps.front().what + ": " + report.gaps.front().error.message);
    return base::makeError(base::ErrorKind::NotFound, "no Prometheus was found");
}

base::Job measureWindow(std::shared_ptr<PrometheusClient> client, const CandidateReport *report, std::function<void(base::Result<FoundServer>)> done)
{
    const Labels scope = report && report->proof ? report->proof->scope : Labels();
    return fetchCapabilities(client, {measured}, scope, [client, scope, done = std::move(done)](const base::Result<Capabilities> &known) {
        FoundServer server{client};
        server.scope = scope;
        if (known)
            server.window = known->rateWindow(measured);
        done(std::move(server));
    });
}

FindServer findWith(Ways ways, std::vector<std::string> namespaces)
{
    return [ways, namespaces = std::move(namespaces)](Found done) {
        auto window = std::make_shared<base::Job>();
        auto search = std::make_shared<base::Job>();
        *search = findPrometheus({ways, namespaces}, [window, done = std::move(done)](const DiscoveryReport &report, std::shared_ptr<PrometheusClient> client) {
            if (!client)
                return done(whyMissing(report));
            *window = measureWindow(std::move(client), report.found(), done);
        });
        return base::Job::make([search, window] { *search = {}; *window = {}; }).first;
    };
}

} // namespace metrics
