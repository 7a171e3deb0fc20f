#include "models/detail/Summary.h"

#include "models/detail/Sections.h"

#include <algorithm>
#include <iterator>

namespace detail {

namespace {

/// Who tells a kind.
struct Teller
{
    std::string_view group;
    std::string_view kind;
    void (*tell)(Summary &summary, const text::Value &object);
};

constexpr std::string_view access = "rbac.authorization.k8s.io";

constexpr Teller tellers[] = {
    {"", "Pod", addPod},
    {"", "Node", addNode},
    {"apps", "Deployment", addWorkload},
    {"apps", "StatefulSet", addWorkload},
    {"apps", "DaemonSet", addWorkload},
    {"apps", "ReplicaSet", addWorkload},
    {"", "ReplicationController", addWorkload},
    {"autoscaling", "HorizontalPodAutoscaler", addAutoscaler},
    {"batch", "Job", addJob},
    {"batch", "CronJob", addJob},
    {"", "Service", addService},
    {"networking.k8s.io", "Ingress", addIngress},
    {"", "ServiceAccount", addServiceAccount},
    {access, "Role", addRole},
    {access, "ClusterRole", addRole},
    {access, "RoleBinding", addBinding},
    {access, "ClusterRoleBinding", addBinding},
    {"", "ConfigMap", addConfigMap},
    {"", "Secret", addSecret},
    {"", "PersistentVolumeClaim", addClaim},
    {"", "PersistentVolume", addVolume},
    {"", "Namespace", addNamespace},
};

} // namespace

Summary summarize(const text::Value &object)
{
    Summary summary;
    const std::string &kind = object["kind"].text();
    const std::string_view group = groupOf(object["apiVersion"].text());
    const auto *teller = std::ranges::find_if(tellers, [&](const Teller &each) { return each.kind == kind && each.group == group; });
    addOwners(summary, object);
    (teller == std::end(tellers) ? addAnything : teller->tell)(summary, object);
    addConditions(summary, object);
    addIdentity(summary, object);
    return summary;
}

} // namespace detail
