#pragma once

#include "models/metrics/Capabilities.h"
#include "models/metrics/ChartSpec.h"

#include <string>
#include <vector>

namespace metrics {

/// A Service and its port, as an Ingress names them.
struct Backend
{
    std::string service;
    std::string port;                   ///< its number or name

    bool operator==(const Backend &) const = default;
};

/// What the cluster says of a subject, where queries need it.
struct Selection
{
    std::vector<std::string> pods = {};         ///< of a workload: the names of its pods; asked for where a server knows no owners
    std::vector<Backend> backends = {};         ///< of an ingress: what it leads to; Traefik counts by those
};

/// The charts of a page, with the queries that fit what is known of the server. The words of titles and legends are marked for
/// translation in the context "metrics"; a legend that is "{{label}}" alone is in nobody's language. Each chart is one request when its
/// lines are asked together (LineMerge.h). A pure function of its arguments.
std::vector<ChartSpec> chartsOf(const Subject &subject, const Capabilities &capabilities, const Selection &selection = {});

/// All metrics that a page may ask for: what a server has to be asked about before.
std::vector<std::string> catalogueMetrics();

} // namespace metrics
