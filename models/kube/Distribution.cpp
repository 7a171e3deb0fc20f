#include "models/kube/Distribution.h"

#include "models/http/Certificate.h"
#include "models/http/Url.h"

#include <algorithm>

namespace kube {

namespace {

struct Mark
{
    std::string_view words;
    std::string_view distribution;
};

/// In gitVersion, as the makers write it behind the version.
constexpr Mark versionMarks[] = {
    {"+k3s", "k3s"}, {"+rke2", "RKE2"}, {"-eks-", "EKS"}, {"-gke.", "GKE"}, {"+k0s", "k0s"}, {"-tke.", "TKE"}, {"-aliyun.", "ACK"}, {"+IKS", "IKS"},
    {"+vmware", "Tanzu"}, {"-mirantis-", "Mirantis"}, {"-docker", "Docker Desktop"},
};
/// API groups that only such a cluster has.
constexpr Mark groupMarks[] = {
    {"config.openshift.io", "OpenShift"}, {"k3s.cattle.io", "k3s"}, {"vpcresources.k8s.aws", "EKS"}, {"crd.k8s.amazonaws.com", "EKS"}, {"networking.gke.io", "GKE"},
    {"acn.azure.com", "AKS"}, {"management.cattle.io", "Rancher"},
};
/// How the host of the server ends.
constexpr Mark hostMarks[] = {
    {".eks.amazonaws.com", "EKS"}, {".eks.amazonaws.com.cn", "EKS"}, {".azmk8s.io", "AKS"}, {".gke.goog", "GKE"}, {".k8s.ondigitalocean.com", "DOKS"},
    {".linodelke.net", "LKE"}, {".k8s.scw.cloud", "Kapsule"}, {".k8s.ovh.net", "OVHcloud"}, {".vultr-k8s.com", "VKE"}, {".containers.cloud.ibm.com", "IKS"},
};
/// In the subject of the authority.
constexpr Mark authorityMarks[] = {{"CN=k3s-server-ca", "k3s"}, {"CN=rke2-server-ca", "RKE2"}, {"CN=minikubeCA", "minikube"}, {"CN=k0s", "k0s"}};
/// Only where the server is this machine was the context named by the tool: people name theirs as they like.
constexpr Mark localContextMarks[] = {
    {"k3d-", "k3d"}, {"kind-", "kind"}, {"minikube", "minikube"}, {"docker-desktop", "Docker Desktop"}, {"rancher-desktop", "Rancher Desktop"},
    {"microk8s", "MicroK8s"}, {"colima", "Colima"}, {"orbstack", "OrbStack"},
};

template<std::size_t N, typename F>
std::string_view firstOf(const Mark (&marks)[N], F fits)
{
    const auto found = std::ranges::find_if(marks, [&](const Mark &mark) { return fits(mark.words); });
    return found == std::end(marks) ? std::string_view() : found->distribution;
}

std::string hostOf(const std::string &server)
{
    const auto url = http::parseUrl(server, "https");
    return url ? url->host : std::string();
}

} // namespace

std::string distributionOf(const DistributionTraces &traces)
{
    const std::string host = hostOf(traces.server);
    const std::string_view found[] = {
        firstOf(localContextMarks, [&](std::string_view words) { return isLocalServer(traces.server) && traces.context.starts_with(words); }),
        firstOf(versionMarks, [&](std::string_view words) { return traces.version.find(words) != std::string::npos; }),
        firstOf(hostMarks, [&](std::string_view words) { return host.ends_with(words); }),
        firstOf(groupMarks, [&](std::string_view words) { return std::ranges::find(traces.groups, words) != traces.groups.end(); }),
        firstOf(authorityMarks, [&](std::string_view words) { return traces.authority.find(words) != std::string::npos; }),
    };
    const auto first = std::ranges::find_if(found, [](std::string_view name) { return !name.empty(); });
    return first == std::end(found) ? std::string() : std::string(*first);
}

DistributionTraces tracesOf(const KubeConfig::Cluster &cluster, const std::string &context)
{
    DistributionTraces traces;
    traces.server = cluster.server;
    traces.context = context;
    if (const auto authority = http::parsePem(cluster.authorityPem); authority && !authority->empty())
        traces.authority = authority->front().subject;
    return traces;
}

bool isNodeKubeConfig(const KubeConfig &config)
{
    const auto isDefault = [](const auto &entries) { return entries.size() == 1 && entries[0].name == "default"; };
    return isDefault(config.clusters) && isDefault(config.users) && isDefault(config.contexts) && isLocalServer(config.clusters[0].server);
}

bool isLocalServer(const std::string &server)
{
    const auto url = http::parseUrl(server, "https");
    return url && (url->isLoopback() || url->host == "0.0.0.0" || url->host == "kubernetes.docker.internal");
}

} // namespace kube
