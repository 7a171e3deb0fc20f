#include "models/metrics/Catalogue.h"

#include "models/metrics/ChartQueries.h"
#include "models/metrics/PromUses.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace metrics {

namespace {

/// Those that are asked for only where others are not there, or that tell which node or pod others are of.
const std::set<std::string> Alternatives = {
    "kube_node_info", "kube_pod_info", "kubelet_running_pods", "node_uname_info",
    "traefik_service_requests_total", "traefik_service_request_duration_seconds_bucket", "traefik_service_requests_bytes_total",
    "traefik_service_responses_bytes_total",
};

std::vector<Subject> everyKindOfSubject()
{
    std::vector<Subject> out;
    for (const SubjectKind kind : {SubjectKind::Cluster, SubjectKind::Node, SubjectKind::Namespace, SubjectKind::Pod, SubjectKind::Container,
                                   SubjectKind::Claim, SubjectKind::Ingress})
        out.push_back({kind, "n", "n", {}, "c"});
    for (const char *resource : {"deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs"})
        out.push_back({SubjectKind::Workload, "n", "n", resource, {}});
    return out;
}

} // namespace

std::vector<ChartSpec> chartsOf(const Subject &subject, const Capabilities &capabilities, const Selection &selection)
{
    const ChartQueries queries(subject, selection, capabilities);
    switch (subject.kind) {
    case SubjectKind::Cluster: return clusterCharts(queries);
    case SubjectKind::Node: return nodeCharts(queries);
    case SubjectKind::Namespace: return namespaceCharts(queries, subject);
    case SubjectKind::Workload: return workloadCharts(queries, subject);
    case SubjectKind::Pod: return podCharts(queries);
    case SubjectKind::Container: return containerCharts(queries);
    case SubjectKind::Claim: return claimCharts(queries, subject);
    case SubjectKind::Ingress: return ingressCharts(queries, subject, selection);
    }
    return {};
}

std::vector<std::string> catalogueMetrics()
{
    std::set<std::string> names = Alternatives;
    for (const Subject &subject : everyKindOfSubject()) {
        for (const ChartSpec &chart : chartsOf(subject, {})) {
            for (const LineSpec &line : chart.lines)
                std::ranges::copy(metricsIn(line.expression), std::inserter(names, names.end()));
        }
    }
    return {names.begin(), names.end()};
}

} // namespace metrics
