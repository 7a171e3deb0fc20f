#pragma once

#include "models/base/Error.h"
#include "models/metrics/Capabilities.h"
#include "models/metrics/ChartSpec.h"
#include "models/metrics/MetricOrigin.h"
#include "models/metrics/PrometheusDiscovery.h"

namespace metrics {

enum class Cause {
    NothingInstalled,
    NotAllowed,             ///< to this person, in the cluster
    NotSignedIn,
    NotFound,
    TimedOut,
    NotReached,
    NotTrusted,             ///< TLS
    NoPrometheus,           ///< something else answers there
    OtherCluster,
    ClockDiffers,
    MetricMissing,
    ExporterSilent,         ///< it is scraped, but tells nothing under this name
    LabelMissing,
    LabelsRenamed,          ///< the scrape job keeps the exporter's labels as exported_...
    NothingMeasured,        ///< all is there, but not of this subject or at this time
    TooMuch,
    Refused,                ///< the query: the server's words say why
    Failed,
};

/// Why there is no picture, and what to do.
struct Finding
{
    Cause cause = Cause::Failed;
    Sentence what;
    Sentence fix = {};
    std::vector<std::string> commands = {};     ///< to be copied; nobody runs them unasked

    bool operator==(const Finding &) const = default;
};

/// What is known of a chart, or a line of it, that shows nothing.
struct EmptyChart
{
    std::string expression;                     ///< as it was sent
    std::optional<base::Error> error = {};      ///< none: an answer came, without values
    std::optional<ClockDifference> clock = {};
};

/// The gravest first. At least one. A pure function of its arguments.
std::vector<Finding> whyEmpty(const EmptyChart &chart, const Capabilities &capabilities);
/// What the lines that show usage ask for: without a bound a chart is a chart.
std::string usageExpression(const ChartSpec &chart);

/// Why no server is there to ask: nothing was found, something could not be read, or none of the ways led to a server of this cluster.
std::vector<Finding> whyNoServer(const DiscoveryReport &report, Distribution distribution);

/// What failed, whatever was asked for.
Finding findingOf(const base::Error &error, const std::string &place);

} // namespace metrics
