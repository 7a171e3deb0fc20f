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

const Teller *tellerOf(std::string_view group, std::string_view kind)
{
    const auto *teller = std::ranges::find_if(tellers, [&](const Teller &each) { return each.kind == kind && each.group == group; });
    return teller == std::end(tellers) ? nullptr : teller;
}

} // namespace

bool isTold(std::string_view group, std::string_view kind)
{
    return tellerOf(group, kind);
}

Summary summarize(const text::Value &object, const schema::FieldTree *fields)
{
    Summary summary;
    addOwners(summary, object);
    if (const Teller *teller = tellerOf(groupOf(object["apiVersion"].text()), object["kind"].text()))
        teller->tell(summary, object);
    else
        addAnything(summary, object, fields);
    addConditions(summary, object);
    addIdentity(summary, object);
    return summary;
}

} // namespace detail
