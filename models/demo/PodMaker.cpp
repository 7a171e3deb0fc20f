#include "models/demo/PodMaker.h"

#include "models/demo/Edit.h"

#include <algorithm>

namespace demo {

using text::Value;

namespace {

constexpr std::string_view tokenFolder = "/var/run/secrets/kubernetes.io/serviceaccount";

bool mountsToken(const Value &spec, const std::string &nameSpace, Cluster &cluster)
{
    if (const Value *said = spec.find("automountServiceAccountToken"))
        return said->asBoolean();
    const ObjectPointer account = cluster.store().find("serviceaccounts", nameSpace, spec["serviceAccountName"].text());
    const Value *said = account ? account->value.find("automountServiceAccountToken") : nullptr;
    return !said || said->asBoolean();
}

Value tokenVolume(const std::string &name)
{
    const Value token = object({{"serviceAccountToken", object({{"expirationSeconds", num(3607)}, {"path", str("token")}})}});
    const Value authority = object({ { "configMap",
        object({ { "name", str("kube-root-ca.crt") },
            { "items", Value::list({ object({ { "key", str("ca.crt") }, { "path", str("ca.crt") } }) }) } }) } });
    const Value field = object({{"apiVersion", str("v1")}, {"fieldPath", str("metadata.namespace")}});
    const Value nameSpace = object({ { "downwardAPI",
        object({ { "items", Value::list({ object({ { "path", str("namespace") }, { "fieldRef", field } }) }) } }) } });
    return object({ { "name", str(name) },
        { "projected", object({ { "sources", Value::list({ token, authority, nameSpace }) }, { "defaultMode", num(420) } }) } });
}

void mountToken(Value &spec, const std::string &name)
{
    Value &volumes = member(spec, "volumes");
    if (!volumes.isList())
        volumes = Value::list();
    volumes.items().push_back(tokenVolume(name));
    for (const char *kind : {"initContainers", "containers"}) {
        if (!spec[kind].isList())
            continue;
        for (Value &container : member(spec, kind).items())
            entry(member(container, "volumeMounts"), "mountPath", tokenFolder) =
                object({{"name", str(name)}, {"readOnly", yes()}, {"mountPath", str(tokenFolder)}});
    }
}

/// What admission adds so that a pod leaves a lost node after five minutes; daemons stay.
void tolerateLostNodes(Value &spec, bool isDaemon)
{
    Value &tolerations = member(spec, "tolerations");
    if (!tolerations.isList())
        tolerations = Value::list();
    for (const char *key : {"node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"}) {
        Value toleration = object({{"key", str(key)}, {"operator", str("Exists")}, {"effect", str("NoExecute")}});
        if (!isDaemon)
            toleration.set("tolerationSeconds", num(300));
        const auto &items = tolerations.items();
        const bool isThere
            = std::any_of(items.begin(), items.end(), [key](const Value &item) { return item["key"].text() == key; });
        if (!isThere)
            tolerations.items().push_back(std::move(toleration));
    }
}

void setPriority(Value &spec, const Cluster &cluster)
{
    const ObjectPointer priority = cluster.store().find("priorityclasses", {}, spec["priorityClassName"].text());
    spec.set("priority", priority ? priority->value["value"] : num(0));
}

} // namespace

Value ownerReference(const Object &owner)
{
    return object(
        { { "apiVersion", str(owner.resource->apiVersion()) }, { "kind", str(owner.resource->kind) }, { "name", str(owner.name) },
            { "uid", in(owner.value, { "metadata", "uid" }) }, { "controller", yes() }, { "blockOwnerDeletion", yes() } });
}

const std::string &ownerUid(const Value &object)
{
    static const std::string none;
    for (const Value &reference : in(object, {"metadata", "ownerReferences"}).items()) {
        if (reference["controller"].asBoolean())
            return reference["uid"].text();
    }
    return none;
}

void admitPod(Value &pod, Cluster &cluster)
{
    Value &spec = member(pod, "spec");
    if (spec["serviceAccountName"].isNull())
        spec.set("serviceAccountName", str("default"));
    spec.set("serviceAccount", spec["serviceAccountName"]);
    const auto &volumes = spec["volumes"].items();
    const bool hasToken = std::any_of(volumes.begin(), volumes.end(),
        [](const Value &volume) { return volume["name"].text().starts_with("kube-api-access-"); });
    if (!hasToken && mountsToken(spec, in(pod, {"metadata", "namespace"}).text(), cluster))
        mountToken(spec, "kube-api-access-" + cluster.makeSuffix());
    bool isDaemon = false;
    for (const Value &reference : in(pod, {"metadata", "ownerReferences"}).items())
        isDaemon = isDaemon || reference["kind"].text() == "DaemonSet";
    tolerateLostNodes(spec, isDaemon);
    setPriority(spec, cluster);
}

Value podFromTemplate(const Object &owner, const std::string &name, Cluster &cluster)
{
    const Value &pattern = in(owner.value, {"spec", "template"});
    Value metadata = pattern["metadata"];
    erase(metadata, "creationTimestamp");
    metadata.set("name", str(name));
    metadata.set("namespace", str(owner.nameSpace));
    metadata.set("ownerReferences", Value::list({ownerReference(owner)}));
    Value pod = object({{"kind", str("Pod")}, {"apiVersion", str("v1")}, {"metadata", metadata}, {"spec", pattern["spec"]}});
    admitPod(pod, cluster);
    return pod;
}

} // namespace demo
