#include "models/metrics/Exporters.h"

#include "models/metrics/PromUses.h"

#include <algorithm>
#include <array>
#include <utility>

namespace metrics {

namespace {

constexpr std::array<std::pair<std::string_view, Exporter>, 9> beginnings{{{"container_", Exporter::Cadvisor}, {"kubelet_", Exporter::Kubelet}, {"kube_", Exporter::KubeStateMetrics},
                                                                            {"node_", Exporter::NodeExporter}, {"apiserver_", Exporter::ApiServer}, {"nginx_ingress_", Exporter::IngressNginx},
                                                                            {"traefik_", Exporter::Traefik}, {"machine_", Exporter::Cadvisor}, {"rest_client_", Exporter::Kubelet}}};

template<typename T>
void addOnce(std::vector<T> &list, const T &value)
{
    if (std::ranges::find(list, value) == list.end())
        list.push_back(value);
}

} // namespace

Exporter exporterOf(std::string_view metric)
{
    const auto found = std::ranges::find_if(beginnings, [metric](const auto &beginning) { return metric.starts_with(beginning.first); });
    return found != beginnings.end() ? found->second : Exporter::Unknown;
}

Emptiness emptinessOf(const ChartSpec &spec, const Capabilities &capabilities)
{
    Emptiness emptiness;
    for (const LineSpec &line : spec.lines)
        for (const std::string &metric : line.role == LineRole::Usage ? metricsIn(line.expression) : std::vector<std::string>())
            if (capabilities.presence(metric) == Capabilities::Presence::Absent) {
                emptiness.kind = Emptiness::Kind::NotMeasured;
                addOnce(emptiness.missing, metric);
                addOnce(emptiness.exporters, exporterOf(metric));
            }
    return emptiness;
}

} // namespace metrics
