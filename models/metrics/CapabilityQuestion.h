#pragma once

#include "models/metrics/Capabilities.h"
#include "models/metrics/PrometheusClient.h"

#include <memory>

namespace metrics {

/// Asks which of the metrics a server has: one query that counts them by job and path, one for a sample of each, and the intervals of the
/// jobs from its targets or, where these cannot be had, from the distance of samples. The scope is put into each query. Any thread; the callback
/// comes on the I/O thread. Only a count that fails is an error.
base::Job fetchCapabilities(std::shared_ptr<PrometheusClient> client, std::vector<std::string> metrics, Labels scope, std::function<void(base::Result<Capabilities>)> done);

/// The queries that are sent, for whoever wants to see them. Names that no metric can have are left out.
std::string countQuery(const std::vector<std::string> &metrics, const Labels &scope);
std::string sampleQuery(const std::vector<std::string> &metrics, const Labels &scope);

/// `{job="a",cluster="b"}`
std::string selectorOf(const Labels &labels);
/// The usual distance of samples: the median; nothing of fewer than three.
std::optional<std::chrono::milliseconds> spacingOf(const Series &series);

} // namespace metrics
