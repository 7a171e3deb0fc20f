#pragma once

#include "models/metrics/PrometheusDiscovery.h"
#include "widgets/base/Theme.h"

#include <QString>

namespace prometheus {

/// What came of one candidate.
enum class Standing { InUse, Proven, Unproven, OtherCluster, Silent, NotTried };
Standing standingOf(const metrics::DiscoveryReport &report, std::size_t candidate);

base::Meaning meaningOf(Standing standing);
QString standingText(Standing standing);
/// "Prometheus 2.42.0"; what is not known of it is a dash.
QString buildText(const metrics::CandidateReport &report);
QString wayText(metrics::Way way);
/// Why it was asked at all.
QString originText(metrics::Origin origin);
QString reasonText(const metrics::Proof &proof);
/// What says that it watches this cluster, or what stands in the way, of all ways that were tried.
QString reasonText(const metrics::CandidateReport &report);

} // namespace prometheus
