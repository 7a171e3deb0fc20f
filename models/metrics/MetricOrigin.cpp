#include "models/metrics/MetricOrigin.h"

#include <QtGlobal>

#include <algorithm>

namespace metrics {

namespace {

constexpr const char *AddRepository = "helm repo add prometheus-community https://prometheus-community.github.io/helm-charts";
constexpr const char *UpdateRepositories = "helm repo update";
constexpr const char *ScrapeKubelets
    = QT_TRANSLATE_NOOP("metrics", "Let Prometheus scrape every kubelet at %1. Its ServiceAccount needs the verb get on nodes/metrics.");

std::string install(const char *release, const char *chart)
{
    return std::string("helm upgrade --install ") + release + " prometheus-community/" + chart + " --namespace monitoring --create-namespace";
}

const std::vector<MetricOrigin> &origins()
{
    static const std::vector<MetricOrigin> all = {
        {"kube_", "kube-state-metrics", QT_TRANSLATE_NOOP("metrics", "Install kube-state-metrics and let Prometheus scrape it with honor_labels."),
         {AddRepository, install("kube-state-metrics", "kube-state-metrics")}},
        {"node_", "node-exporter", QT_TRANSLATE_NOOP("metrics", "Install node-exporter on every node and let Prometheus scrape it."),
         {AddRepository, install("node-exporter", "prometheus-node-exporter")}},
        {"container_", "cAdvisor (kubelet, /metrics/cadvisor)", ScrapeKubelets, {}},
        {"kubelet_", "kubelet (/metrics)", ScrapeKubelets, {}},
        {"apiserver_", "kube-apiserver (/metrics)",
         QT_TRANSLATE_NOOP("metrics", "Let Prometheus scrape the API server at /metrics. Its ServiceAccount needs the verb get on the URL /metrics."), {}},
        {"nginx_ingress_controller_", "ingress-nginx", QT_TRANSLATE_NOOP("metrics", "Switch the metrics of ingress-nginx on and let Prometheus scrape them."),
         {"helm upgrade ingress-nginx ingress-nginx/ingress-nginx --namespace ingress-nginx --reuse-values --set controller.metrics.enabled=true "
          "--set controller.metrics.serviceMonitor.enabled=true"}},
        {"traefik_", "Traefik", QT_TRANSLATE_NOOP("metrics", "Switch the Prometheus metrics of Traefik on, with labels of services, and let Prometheus scrape them."), {}},
    };
    return all;
}

struct Silence
{
    std::string_view prefix;
    const char *words;
};

constexpr Silence Silences[] = {
    {"kubelet_volume_stats_", QT_TRANSLATE_NOOP("metrics", "A kubelet tells only of volumes that a running pod uses and whose driver measures them.")},
    {"container_cpu_cfs_", QT_TRANSLATE_NOOP("metrics", "Throttling is counted for containers with a CPU limit only.")},
    {"container_fs_", QT_TRANSLATE_NOOP("metrics", "Not every container runtime measures what containers read and write.")},
    {"container_network_", QT_TRANSLATE_NOOP("metrics", "The network of pods that use the network of their node is not measured.")},
    {"kube_resourcequota", QT_TRANSLATE_NOOP("metrics", "There is no ResourceQuota in the cluster.")},
    {"kube_persistentvolumeclaim_", QT_TRANSLATE_NOOP("metrics", "There is no PersistentVolumeClaim in the cluster, or kube-state-metrics was started without it.")},
    {"kube_job_", QT_TRANSLATE_NOOP("metrics", "There is no Job in the cluster, or kube-state-metrics was started without it.")},
    {"kube_", QT_TRANSLATE_NOOP("metrics", "kube-state-metrics may have been started without this kind (--resources), or may not list it.")},
    {"node_", QT_TRANSLATE_NOOP("metrics", "node-exporter may have been started without this collector.")},
    {"nginx_ingress_controller_", QT_TRANSLATE_NOOP("metrics", "ingress-nginx counts a request when the first one has come.")},
    {"traefik_", QT_TRANSLATE_NOOP("metrics", "Traefik counts a request when the first one has come, and by service only with addServicesLabels.")},
};

} // namespace

const MetricOrigin *originOf(std::string_view metric)
{
    const auto found = std::ranges::find_if(origins(), [metric](const MetricOrigin &each) { return metric.starts_with(each.prefix); });
    return found == origins().end() ? nullptr : &*found;
}

Sentence whyExporterIsSilent(std::string_view metric)
{
    const auto found = std::ranges::find_if(Silences, [metric](const Silence &each) { return metric.starts_with(each.prefix); });
    return found == std::end(Silences) ? Sentence() : Sentence{found->words};
}

Distribution distributionOf(std::string_view serverVersion)
{
    return serverVersion.find("+k3s") != std::string_view::npos ? Distribution::K3s : Distribution::Usual;
}

/// Everything of k3s is one process, which is scraped as a kubelet already.
std::vector<std::string> installCommands(Distribution distribution)
{
    std::string command = install("kps", "kube-prometheus-stack");
    for (const char *kind : {"serviceMonitor", "podMonitor"})
        command += std::string(" --set prometheus.prometheusSpec.") + kind + "SelectorNilUsesHelmValues=false";
    if (distribution == Distribution::K3s) {
        for (const char *part : {"kubeControllerManager", "kubeScheduler", "kubeProxy", "kubeEtcd"})
            command += std::string(" --set ") + part + ".enabled=false";
    }
    return {AddRepository, UpdateRepositories, command};
}

} // namespace metrics
