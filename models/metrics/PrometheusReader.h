#pragma once

#include "models/metrics/Querier.h"
#include "models/metrics/UsageReader.h"

#include <chrono>
#include <functional>
#include <memory>

namespace metrics {

/// A server of the Prometheus API that was found, and the time its rates look back.
struct FoundServer
{
    std::shared_ptr<Querier> querier;
    std::chrono::milliseconds window{120'000};      ///< four times the scrape interval, at least a minute
    Labels scope = {};                              ///< of this cluster, where the server watches others too
};

/// Looks for a server, or tells at once of the one that was found; the callback comes on any thread.
using FindServer = std::function<base::Job(std::function<void(base::Result<FoundServer>)> done)>;

/// Two instant queries for all pods or nodes; an answer without series is an error, as somebody else may know more.
std::unique_ptr<UsageReader> makePrometheusReader(FindServer find, base::Executor &consumer);

} // namespace metrics
