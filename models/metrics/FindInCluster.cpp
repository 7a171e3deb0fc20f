#include "models/metrics/FindInCluster.h"

#include "models/metrics/FindPrometheus.h"

#include <atomic>
#include <utility>

namespace metrics {

namespace {

using Found = std::function<void(base::Result<FoundServer>)>;

/// How far back rates of one server look; asked once.
struct KnownWindow
{
    const PrometheusClient *client = nullptr;           ///< GUI thread
    std::atomic<std::int64_t> milliseconds = 0;         ///< 0: not known yet
};

base::Job answer(const ClusterPrometheus &server, const std::shared_ptr<KnownWindow> &known, Found done)
{
    const std::shared_ptr<PrometheusClient> &client = server.client();
    if (std::exchange(known->client, client.get()) != client.get())
        known->milliseconds = 0;
    if (const std::int64_t window = known->milliseconds; window > 0) {
        const CandidateReport *report = server.found();
        done(FoundServer{client, std::chrono::milliseconds(window), report && report->proof ? report->proof->scope : Labels()});
        return {};
    }
    return measureWindow(client, server.found(), [known, done = std::move(done)](base::Result<FoundServer> found) {
        if (found)
            known->milliseconds = found->window.count();
        done(std::move(found));
    });
}

} // namespace

FindServer findIn(std::shared_ptr<ClusterPrometheus> server)
{
    return [server = std::move(server), known = std::make_shared<KnownWindow>()](Found done) -> base::Job {
        server->want();
        if (server->state() == ClusterPrometheus::State::Found)
            return answer(*server, known, std::move(done));
        const bool isMissing = server->state() == ClusterPrometheus::State::Missing;
        done(isMissing ? whyMissing(server->report()) : base::makeError(base::ErrorKind::Timeout, "it is still being looked for"));
        return {};
    };
}

} // namespace metrics
