#include "models/kube/BuiltinCatalog.h"

namespace kube {

namespace {

struct Entry
{
    const char *group, *version, *resource, *singular, *kind;
    bool namespaced;
    const char *verbs, *shortNames, *categories;
};

constexpr Entry entries[] = {
    {"", "v1", "bindings", "binding", "Binding", true, "create", "", ""},
    {"", "v1", "componentstatuses", "componentstatus", "ComponentStatus", false, "get list", "cs", ""},
    {"", "v1", "configmaps", "configmap", "ConfigMap", true, "create delete deletecollection get list patch update watch", "cm", ""},
    {"", "v1", "endpoints", "endpoints", "Endpoints", true, "create delete deletecollection get list patch update watch", "ep", ""},
    {"", "v1", "events", "event", "Event", true, "create delete deletecollection get list patch update watch", "ev", ""},
    {"", "v1", "limitranges", "limitrange", "LimitRange", true, "create delete deletecollection get list patch update watch", "limits", ""},
    {"", "v1", "namespaces", "namespace", "Namespace", false, "create delete get list patch update watch", "ns", ""},
    {"", "v1", "nodes", "node", "Node", false, "create delete deletecollection get list patch update watch", "no", ""},
    {"", "v1", "persistentvolumeclaims", "persistentvolumeclaim", "PersistentVolumeClaim", true, "create delete deletecollection get list patch update watch", "pvc", ""},
    {"", "v1", "persistentvolumes", "persistentvolume", "PersistentVolume", false, "create delete deletecollection get list patch update watch", "pv", ""},
    {"", "v1", "pods", "pod", "Pod", true, "create delete deletecollection get list patch update watch", "po", "all"},
    {"", "v1", "podtemplates", "podtemplate", "PodTemplate", true, "create delete deletecollection get list patch update watch", "", ""},
    {"", "v1", "replicationcontrollers", "replicationcontroller", "ReplicationController", true, "create delete deletecollection get list patch update watch", "rc", "all"},
    {"", "v1", "resourcequotas", "resourcequota", "ResourceQuota", true, "create delete deletecollection get list patch update watch", "quota", ""},
    {"", "v1", "secrets", "secret", "Secret", true, "create delete deletecollection get list patch update watch", "", ""},
    {"", "v1", "serviceaccounts", "serviceaccount", "ServiceAccount", true, "create delete deletecollection get list patch update watch", "sa", ""},
    {"", "v1", "services", "service", "Service", true, "create delete deletecollection get list patch update watch", "svc", "all"},
    {"apiregistration.k8s.io", "v1", "apiservices", "apiservice", "APIService", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"apps", "v1", "controllerrevisions", "controllerrevision", "ControllerRevision", true, "create delete deletecollection get list patch update watch", "", ""},
    {"apps", "v1", "daemonsets", "daemonset", "DaemonSet", true, "create delete deletecollection get list patch update watch", "ds", "all"},
    {"apps", "v1", "deployments", "deployment", "Deployment", true, "create delete deletecollection get list patch update watch", "deploy", "all"},
    {"apps", "v1", "replicasets", "replicaset", "ReplicaSet", true, "create delete deletecollection get list patch update watch", "rs", "all"},
    {"apps", "v1", "statefulsets", "statefulset", "StatefulSet", true, "create delete deletecollection get list patch update watch", "sts", "all"},
    {"events.k8s.io", "v1", "events", "event", "Event", true, "create delete deletecollection get list patch update watch", "ev", ""},
    {"authentication.k8s.io", "v1", "selfsubjectreviews", "selfsubjectreview", "SelfSubjectReview", false, "create", "", ""},
    {"authentication.k8s.io", "v1", "tokenreviews", "tokenreview", "TokenReview", false, "create", "", ""},
    {"authorization.k8s.io", "v1", "localsubjectaccessreviews", "localsubjectaccessreview", "LocalSubjectAccessReview", true, "create", "", ""},
    {"authorization.k8s.io", "v1", "selfsubjectaccessreviews", "selfsubjectaccessreview", "SelfSubjectAccessReview", false, "create", "", ""},
    {"authorization.k8s.io", "v1", "selfsubjectrulesreviews", "selfsubjectrulesreview", "SelfSubjectRulesReview", false, "create", "", ""},
    {"authorization.k8s.io", "v1", "subjectaccessreviews", "subjectaccessreview", "SubjectAccessReview", false, "create", "", ""},
    {"autoscaling", "v2", "horizontalpodautoscalers", "horizontalpodautoscaler", "HorizontalPodAutoscaler", true, "create delete deletecollection get list patch update watch", "hpa", "all"},
    {"autoscaling", "v1", "horizontalpodautoscalers", "horizontalpodautoscaler", "HorizontalPodAutoscaler", true, "create delete deletecollection get list patch update watch", "hpa", "all"},
    {"batch", "v1", "cronjobs", "cronjob", "CronJob", true, "create delete deletecollection get list patch update watch", "cj", "all"},
    {"batch", "v1", "jobs", "job", "Job", true, "create delete deletecollection get list patch update watch", "", "all"},
    {"certificates.k8s.io", "v1", "certificatesigningrequests", "certificatesigningrequest", "CertificateSigningRequest", false, "create delete deletecollection get list patch update watch", "csr", ""},
    {"certificates.k8s.io", "v1beta1", "clustertrustbundles", "clustertrustbundle", "ClusterTrustBundle", false, "create delete deletecollection get list patch update watch", "", ""},
    {"certificates.k8s.io", "v1beta1", "podcertificaterequests", "podcertificaterequest", "PodCertificateRequest", true, "create delete deletecollection get list patch update watch", "", ""},
    {"certificates.k8s.io", "v1alpha1", "clustertrustbundles", "clustertrustbundle", "ClusterTrustBundle", false, "create delete deletecollection get list patch update watch", "", ""},
    {"networking.k8s.io", "v1", "ingressclasses", "ingressclass", "IngressClass", false, "create delete deletecollection get list patch update watch", "", ""},
    {"networking.k8s.io", "v1", "ingresses", "ingress", "Ingress", true, "create delete deletecollection get list patch update watch", "ing", ""},
    {"networking.k8s.io", "v1", "ipaddresses", "ipaddress", "IPAddress", false, "create delete deletecollection get list patch update watch", "ip", ""},
    {"networking.k8s.io", "v1", "networkpolicies", "networkpolicy", "NetworkPolicy", true, "create delete deletecollection get list patch update watch", "netpol", ""},
    {"networking.k8s.io", "v1", "servicecidrs", "servicecidr", "ServiceCIDR", false, "create delete deletecollection get list patch update watch", "", ""},
    {"networking.k8s.io", "v1beta1", "ipaddresses", "ipaddress", "IPAddress", false, "create delete deletecollection get list patch update watch", "ip", ""},
    {"networking.k8s.io", "v1beta1", "servicecidrs", "servicecidr", "ServiceCIDR", false, "create delete deletecollection get list patch update watch", "", ""},
    {"policy", "v1", "poddisruptionbudgets", "poddisruptionbudget", "PodDisruptionBudget", true, "create delete deletecollection get list patch update watch", "pdb", ""},
    {"rbac.authorization.k8s.io", "v1", "clusterrolebindings", "clusterrolebinding", "ClusterRoleBinding", false, "create delete deletecollection get list patch update watch", "", ""},
    {"rbac.authorization.k8s.io", "v1", "clusterroles", "clusterrole", "ClusterRole", false, "create delete deletecollection get list patch update watch", "", ""},
    {"rbac.authorization.k8s.io", "v1", "rolebindings", "rolebinding", "RoleBinding", true, "create delete deletecollection get list patch update watch", "", ""},
    {"rbac.authorization.k8s.io", "v1", "roles", "role", "Role", true, "create delete deletecollection get list patch update watch", "", ""},
    {"storage.k8s.io", "v1", "csidrivers", "csidriver", "CSIDriver", false, "create delete deletecollection get list patch update watch", "", ""},
    {"storage.k8s.io", "v1", "csinodes", "csinode", "CSINode", false, "create delete deletecollection get list patch update watch", "", ""},
    {"storage.k8s.io", "v1", "csistoragecapacities", "csistoragecapacity", "CSIStorageCapacity", true, "create delete deletecollection get list patch update watch", "", ""},
    {"storage.k8s.io", "v1", "storageclasses", "storageclass", "StorageClass", false, "create delete deletecollection get list patch update watch", "sc", ""},
    {"storage.k8s.io", "v1", "volumeattachments", "volumeattachment", "VolumeAttachment", false, "create delete deletecollection get list patch update watch", "", ""},
    {"storage.k8s.io", "v1", "volumeattributesclasses", "volumeattributesclass", "VolumeAttributesClass", false, "create delete deletecollection get list patch update watch", "vac", ""},
    {"storage.k8s.io", "v1beta1", "volumeattributesclasses", "volumeattributesclass", "VolumeAttributesClass", false, "create delete deletecollection get list patch update watch", "vac", ""},
    {"admissionregistration.k8s.io", "v1", "mutatingadmissionpolicies", "mutatingadmissionpolicy", "MutatingAdmissionPolicy", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"admissionregistration.k8s.io", "v1", "mutatingadmissionpolicybindings", "mutatingadmissionpolicybinding", "MutatingAdmissionPolicyBinding", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"admissionregistration.k8s.io", "v1", "mutatingwebhookconfigurations", "mutatingwebhookconfiguration", "MutatingWebhookConfiguration", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"admissionregistration.k8s.io", "v1", "validatingadmissionpolicies", "validatingadmissionpolicy", "ValidatingAdmissionPolicy", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"admissionregistration.k8s.io", "v1", "validatingadmissionpolicybindings", "validatingadmissionpolicybinding", "ValidatingAdmissionPolicyBinding", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"admissionregistration.k8s.io", "v1", "validatingwebhookconfigurations", "validatingwebhookconfiguration", "ValidatingWebhookConfiguration", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"admissionregistration.k8s.io", "v1beta1", "mutatingadmissionpolicies", "mutatingadmissionpolicy", "MutatingAdmissionPolicy", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"admissionregistration.k8s.io", "v1beta1", "mutatingadmissionpolicybindings", "mutatingadmissionpolicybinding", "MutatingAdmissionPolicyBinding", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"admissionregistration.k8s.io", "v1alpha1", "mutatingadmissionpolicies", "mutatingadmissionpolicy", "MutatingAdmissionPolicy", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"admissionregistration.k8s.io", "v1alpha1", "mutatingadmissionpolicybindings", "mutatingadmissionpolicybinding", "MutatingAdmissionPolicyBinding", false, "create delete deletecollection get list patch update watch", "", "api-extensions"},
    {"apiextensions.k8s.io", "v1", "customresourcedefinitions", "customresourcedefinition", "CustomResourceDefinition", false, "create delete deletecollection get list patch update watch", "crd crds", "api-extensions"},
    {"scheduling.k8s.io", "v1", "priorityclasses", "priorityclass", "PriorityClass", false, "create delete deletecollection get list patch update watch", "pc", ""},
    {"scheduling.k8s.io", "v1alpha2", "podgroups", "podgroup", "PodGroup", true, "create delete deletecollection get list patch update watch", "", ""},
    {"scheduling.k8s.io", "v1alpha2", "workloads", "workload", "Workload", true, "create delete deletecollection get list patch update watch", "", ""},
    {"coordination.k8s.io", "v1", "leases", "lease", "Lease", true, "create delete deletecollection get list patch update watch", "", ""},
    {"coordination.k8s.io", "v1beta1", "leasecandidates", "leasecandidate", "LeaseCandidate", true, "create delete deletecollection get list patch update watch", "", ""},
    {"coordination.k8s.io", "v1alpha2", "leasecandidates", "leasecandidate", "LeaseCandidate", true, "create delete deletecollection get list patch update watch", "", ""},
    {"node.k8s.io", "v1", "runtimeclasses", "runtimeclass", "RuntimeClass", false, "create delete deletecollection get list patch update watch", "", ""},
    {"discovery.k8s.io", "v1", "endpointslices", "endpointslice", "EndpointSlice", true, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1", "deviceclasses", "deviceclass", "DeviceClass", false, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1", "resourceclaims", "resourceclaim", "ResourceClaim", true, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1", "resourceclaimtemplates", "resourceclaimtemplate", "ResourceClaimTemplate", true, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1", "resourceslices", "resourceslice", "ResourceSlice", false, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1beta2", "deviceclasses", "deviceclass", "DeviceClass", false, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1beta2", "devicetaintrules", "devicetaintrule", "DeviceTaintRule", false, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1beta2", "resourceclaims", "resourceclaim", "ResourceClaim", true, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1beta2", "resourceclaimtemplates", "resourceclaimtemplate", "ResourceClaimTemplate", true, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1beta2", "resourceslices", "resourceslice", "ResourceSlice", false, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1beta1", "deviceclasses", "deviceclass", "DeviceClass", false, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1beta1", "resourceclaims", "resourceclaim", "ResourceClaim", true, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1beta1", "resourceclaimtemplates", "resourceclaimtemplate", "ResourceClaimTemplate", true, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1beta1", "resourceslices", "resourceslice", "ResourceSlice", false, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1alpha3", "devicetaintrules", "devicetaintrule", "DeviceTaintRule", false, "create delete deletecollection get list patch update watch", "", ""},
    {"resource.k8s.io", "v1alpha3", "resourcepoolstatusrequests", "resourcepoolstatusrequest", "ResourcePoolStatusRequest", false, "create delete deletecollection get list patch update watch", "", ""},
    {"flowcontrol.apiserver.k8s.io", "v1", "flowschemas", "flowschema", "FlowSchema", false, "create delete deletecollection get list patch update watch", "", ""},
    {"flowcontrol.apiserver.k8s.io", "v1", "prioritylevelconfigurations", "prioritylevelconfiguration", "PriorityLevelConfiguration", false, "create delete deletecollection get list patch update watch", "", ""},
    {"internal.apiserver.k8s.io", "v1alpha1", "storageversions", "storageversion", "StorageVersion", false, "create delete deletecollection get list patch update watch", "", ""},
    {"storagemigration.k8s.io", "v1beta1", "storageversionmigrations", "storageversionmigration", "StorageVersionMigration", false, "create delete deletecollection get list patch update watch", "", ""},
};

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto space = text.find(' ');
        out.emplace_back(text.substr(0, space));
        text.remove_prefix(space == text.npos ? text.size() : space + 1);
    }
    return out;
}

ApiCatalog makeCatalog()
{
    ApiCatalog catalog;
    for (const Entry &entry : entries)
        catalog.add({entry.group, entry.version, entry.resource, entry.singular, entry.kind, entry.namespaced, words(entry.verbs),
                     words(entry.shortNames), words(entry.categories), {}});
    return catalog;
}

} // namespace

const ApiCatalog &builtinCatalog()
{
    static const ApiCatalog catalog = makeCatalog();
    return catalog;
}

const ResourceType *findCoreType(std::string_view plural)
{
    for (const ResourceType &type : builtinCatalog().types()) {
        if (type.group.empty() && type.resource == plural)
            return &type;
    }
    return nullptr;
}

} // namespace kube
