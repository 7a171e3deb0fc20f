#pragma once

#include "models/metrics/HttpTransport.h"
#include "models/metrics/ServiceProxyTransport.h"
#include "models/text/Value.h"

#include <optional>
#include <string>
#include <vector>

namespace metrics {

/// Why something may be a server of the Prometheus API, the surest first: in this order they are believed.
enum class Origin {
    Person,                 ///< somebody named it
    Remembered,             ///< it was one when the program ran last
    PrometheusResource,     ///< a Prometheus of monitoring.coreos.com
    Operator,               ///< labels of kube-prometheus-stack and kube-prometheus
    OpenShift,
    Rancher,
    Chart,                  ///< labels of the chart "prometheus"
    OldChart,
    VictoriaMetrics,
    Thanos,
    Mimir,
    NameOrPort,             ///< only its name, or its port 9090
    Guess,                  ///< a usual name, where not all Services may be listed
};

/// Something that may be a server of the Prometheus API.
struct Candidate
{
    Origin origin = Origin::Guess;
    ServicePort service = {};                       ///< not of a direct one
    std::string selector = {};                      ///< of the pods behind it
    std::string targetPort = {};                    ///< of these: a number or a name
    std::optional<DirectServer> direct = {};
    std::optional<Way> firstWay = {};               ///< that is tried before the others

    /// Where it is, in words without credentials.
    std::string text() const;
    bool operator==(const Candidate &) const = default;
};

/// What the objects of a cluster, given as JSON, make candidates of: each Service and port once, the surest first.
std::vector<Candidate> candidatesOf(const text::Value::List &services, const text::Value::List &prometheuses);

/// Usual places, for clusters that do not show all their Services.
std::vector<Candidate> guessedCandidates();

} // namespace metrics
