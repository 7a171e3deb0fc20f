#include "models/kinds/Groups.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string_view>

namespace kinds {

namespace {

struct Known
{
    std::string_view group;
    std::string_view resource;
    Subject subject;
};

/// In the order they are shown.
constexpr std::array known{
    Known{"", "nodes", Subject::Cluster},
    Known{"", "namespaces", Subject::Cluster},
    Known{"", "events", Subject::Cluster},
    Known{"", "pods", Subject::Workloads},
    Known{"apps", "deployments", Subject::Workloads},
    Known{"apps", "statefulsets", Subject::Workloads},
    Known{"apps", "daemonsets", Subject::Workloads},
    Known{"apps", "replicasets", Subject::Workloads},
    Known{"batch", "jobs", Subject::Workloads},
    Known{"batch", "cronjobs", Subject::Workloads},
    Known{"autoscaling", "horizontalpodautoscalers", Subject::Workloads},
    Known{"policy", "poddisruptionbudgets", Subject::Workloads},
    Known{"", "replicationcontrollers", Subject::Workloads},
    Known{"", "services", Subject::Network},
    Known{"networking.k8s.io", "ingresses", Subject::Network},
    Known{"networking.k8s.io", "networkpolicies", Subject::Network},
    Known{"discovery.k8s.io", "endpointslices", Subject::Network},
    Known{"", "endpoints", Subject::Network},
    Known{"networking.k8s.io", "ingressclasses", Subject::Network},
    Known{"", "persistentvolumeclaims", Subject::Storage},
    Known{"", "persistentvolumes", Subject::Storage},
    Known{"storage.k8s.io", "storageclasses", Subject::Storage},
    Known{"", "serviceaccounts", Subject::Access},
    Known{"rbac.authorization.k8s.io", "roles", Subject::Access},
    Known{"rbac.authorization.k8s.io", "clusterroles", Subject::Access},
    Known{"rbac.authorization.k8s.io", "rolebindings", Subject::Access},
    Known{"rbac.authorization.k8s.io", "clusterrolebindings", Subject::Access},
    Known{"", "configmaps", Subject::Config},
    Known{"", "secrets", Subject::Config},
    Known{"", "resourcequotas", Subject::Config},
    Known{"", "limitranges", Subject::Config},
};

/// Where the other kinds of a built-in group belong.
const std::map<std::string_view, Subject> &subjectsOfGroups()
{
    static const std::map<std::string_view, Subject> subjects{
        {"", Subject::Other},
        {"apps", Subject::Workloads},
        {"batch", Subject::Workloads},
        {"autoscaling", Subject::Workloads},
        {"policy", Subject::Workloads},
        {"networking.k8s.io", Subject::Network},
        {"discovery.k8s.io", Subject::Network},
        {"storage.k8s.io", Subject::Storage},
        {"rbac.authorization.k8s.io", Subject::Access},
        {"certificates.k8s.io", Subject::Access},
        {"authentication.k8s.io", Subject::Access},
        {"authorization.k8s.io", Subject::Access},
        {"admissionregistration.k8s.io", Subject::Other},
        {"apiextensions.k8s.io", Subject::Other},
        {"apiregistration.k8s.io", Subject::Other},
        {"coordination.k8s.io", Subject::Other},
        {"events.k8s.io", Subject::Cluster},
        {"flowcontrol.apiserver.k8s.io", Subject::Other},
        {"internal.apiserver.k8s.io", Subject::Other},
        {"node.k8s.io", Subject::Other},
        {"resource.k8s.io", Subject::Other},
        {"scheduling.k8s.io", Subject::Other},
        {"storagemigration.k8s.io", Subject::Storage},
    };
    return subjects;
}

std::size_t rankOf(const kube::ResourceType &type)
{
    const auto found = std::ranges::find_if(known, [&](const Known &entry) { return entry.group == type.group && entry.resource == type.resource; });
    return static_cast<std::size_t>(found - known.begin());
}

/// events.k8s.io serves the same events once more, and metrics.k8s.io says of nodes and pods what their own tables show.
bool isRepeated(const kube::ResourceType &type, const kube::ApiCatalog &catalog)
{
    return (type.group == "events.k8s.io" && catalog.findKind("v1", "Event")) || type.group == "metrics.k8s.io";
}

} // namespace

Subject subjectOf(const kube::ResourceType &type)
{
    if (const std::size_t rank = rankOf(type); rank < known.size())
        return known[rank].subject;
    const auto found = subjectsOfGroups().find(type.group);
    return found == subjectsOfGroups().end() ? Subject::Custom : found->second;
}

std::string pluralTitle(const kube::ResourceType &type)
{
    std::size_t common = 0;
    while (common < type.kind.size() && common < type.resource.size()
           && std::tolower(static_cast<unsigned char>(type.kind[common])) == static_cast<unsigned char>(type.resource[common]))
        ++common;
    return common == 0 ? type.kind : type.kind.substr(0, common) + type.resource.substr(common);
}

std::vector<SubjectGroup> groupBySubject(const kube::ApiCatalog &catalog)
{
    std::map<Subject, std::vector<kube::ResourceType>> bySubject;
    for (kube::ResourceType &type : catalog.preferredTypes()) {
        if (type.can("list") && !isRepeated(type, catalog))
            bySubject[subjectOf(type)].push_back(std::move(type));
    }
    std::vector<SubjectGroup> groups;
    for (auto &[subject, types] : bySubject) {
        std::ranges::stable_sort(types, [](const kube::ResourceType &one, const kube::ResourceType &other) {
            return std::make_tuple(rankOf(one), pluralTitle(one), one.group) < std::make_tuple(rankOf(other), pluralTitle(other), other.group);
        });
        groups.push_back({subject, std::move(types)});
    }
    return groups;
}

} // namespace kinds
