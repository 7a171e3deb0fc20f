#pragma once

#include "models/metrics/PrometheusDiscovery.h"
#include "models/metrics/PrometheusReader.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace metrics {

/// Looks for a server, once; all that the ways name outlives it. Any thread.
FindServer findWith(Ways ways, std::vector<std::string> namespaces);

/// Why none was found, in a sentence.
base::Error whyMissing(const DiscoveryReport &report);

/// A server that was found, with how far back its rates are to look; the callback comes on the I/O thread.
base::Job measureWindow(std::shared_ptr<PrometheusClient> client, const CandidateReport *report, std::function<void(base::Result<FoundServer>)> done);

} // namespace metrics
