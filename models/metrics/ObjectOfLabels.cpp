#include "models/metrics/ObjectOfLabels.h"

#include <array>

namespace metrics {

namespace {

struct Naming
{
    const char *label;
    const char *type;
    bool isNamespaced = true;
};

/// In this order; what is made of them, pods, comes after them.
constexpr std::array makers = {
    Naming{"horizontalpodautoscaler", "horizontalpodautoscalers.autoscaling"}, Naming{"persistentvolumeclaim", "persistentvolumeclaims"},
    Naming{"persistentvolume", "persistentvolumes", false}, Naming{"cronjob", "cronjobs.batch"}, Naming{"job_name", "jobs.batch"},
    Naming{"statefulset", "statefulsets.apps"}, Naming{"daemonset", "daemonsets.apps"}, Naming{"deployment", "deployments.apps"},
    Naming{"replicaset", "replicasets.apps"}, Naming{"poddisruptionbudget", "poddisruptionbudgets.policy"}, Naming{"ingress", "ingresses.networking.k8s.io"},
};

const std::string &valueOf(const Labels &labels, std::string_view name)
{
    static const std::string none;
    const auto found = labels.find(name);
    return found == labels.end() ? none : found->second;
}

/// What the exporter says of another namespace is kept apart as "exported_…" where the scrape has its own.
const std::string &preferred(const Labels &labels, const std::string &name)
{
    const std::string &exported = valueOf(labels, "exported_" + name);
    return exported.empty() ? valueOf(labels, name) : exported;
}

/// `pod` is the one that was scraped, and not the one that is told of.
bool isExportersOwn(const Labels &labels)
{
    return valueOf(labels, "container") == "kube-state-metrics" && valueOf(labels, "exported_pod").empty();
}

std::optional<LabelledObject> named(const char *type, const std::string &namespaceName, const std::string &name)
{
    return name.empty() || namespaceName.empty() ? std::nullopt : std::optional(LabelledObject{type, namespaceName, name});
}

} // namespace

std::optional<LabelledObject> objectOfLabels(const Labels &labels)
{
    const std::string &namespaceName = preferred(labels, "namespace");
    for (const Naming &each : makers) {
        const std::string &name = preferred(labels, each.label);
        if (!name.empty() && (!each.isNamespaced || !namespaceName.empty()))
            return LabelledObject{each.type, each.isNamespaced ? namespaceName : std::string(), name};
    }
    if (!isExportersOwn(labels))
        if (const auto pod = named("pods", namespaceName, preferred(labels, "pod")))
            return pod;
    if (const std::string &node = preferred(labels, "node"); !node.empty())
        return LabelledObject{"nodes", {}, node};
    if (!namespaceName.empty() && !isExportersOwn(labels))
        return LabelledObject{"namespaces", {}, namespaceName};
    return std::nullopt;
}

} // namespace metrics
