#include "models/demo/Storage.h"

#include "models/demo/Edit.h"
#include "models/text/Time.h"

#include <map>

namespace demo {

using text::Value;

namespace {

base::SystemTime bornAt(const Object &object, base::SystemTime fallback)
{
    const auto time = text::parseTime(in(object.value, {"metadata", "creationTimestamp"}).text());
    return time ? time->toSystemTime() : fallback;
}

Value nodeAffinity(const std::string &node)
{
    const Value expression = object(
        { { "key", str("kubernetes.io/hostname") }, { "operator", str("In") }, { "values", Value::list({ str(node) }) } });
    return object({ { "required",
        object(
            { { "nodeSelectorTerms", Value::list({ object({ { "matchExpressions", Value::list({ expression }) } }) }) } }) } });
}

Value volumeFor(const Object &claim, const std::string &name, const std::string &node)
{
    const Value reference = object({ { "kind", str("PersistentVolumeClaim") }, { "namespace", str(claim.nameSpace) },
        { "name", str(claim.name) }, { "uid", in(claim.value, { "metadata", "uid" }) }, { "apiVersion", str("v1") } });
    const std::string path = "/var/lib/rancher/k3s/storage/" + name + '_' + claim.nameSpace + '_' + claim.name;
    const Value spec = object({ { "capacity", in(claim.value, { "spec", "resources", "requests" }) },
        { "hostPath", object({ { "path", str(path) }, { "type", str("DirectoryOrCreate") } }) },
        { "accessModes", in(claim.value, { "spec", "accessModes" }) }, { "claimRef", reference },
        { "persistentVolumeReclaimPolicy", str("Delete") }, { "storageClassName", str("local-path") },
        { "volumeMode", str("Filesystem") }, { "nodeAffinity", nodeAffinity(node) } });
    return object({ { "kind", str("PersistentVolume") }, { "apiVersion", str("v1") },
        { "metadata",
            object({ { "name", str(name) },
                { "annotations", object({ { "pv.kubernetes.io/provisioned-by", str("rancher.io/local-path") } }) } }) },
        { "spec", spec }, { "status", object({ { "phase", str("Bound") } }) } });
}

} // namespace

void Storage::reconcile()
{
    for (const ObjectPointer &set : m_cluster->store().list("statefulsets"))
        makeClaims(*set);
    std::map<std::string, std::string> users;   // "namespace/claim" to a node
    for (const ObjectPointer &pod : m_cluster->store().list("pods")) {
        const std::string &node = in(pod->value, {"spec", "nodeName"}).text();
        for (const Value &volume : in(pod->value, {"spec", "volumes"}).items()) {
            if (const Value &claim = in(volume, {"persistentVolumeClaim", "claimName"}); !claim.isNull() && !node.empty())
                users[pod->nameSpace + '/' + claim.text()] = node;
        }
    }
    for (const ObjectPointer &claim : m_cluster->store().list("persistentvolumeclaims")) {
        const auto user = users.find(claim->nameSpace + '/' + claim->name);
        if (in(claim->value, { "spec", "volumeName" }).isNull() && user != users.end()
            && in(claim->value, { "spec", "storageClassName" }).text() == "local-path")
            bind(*claim, user->second);
    }
    for (const ObjectPointer &volume : m_cluster->store().list("persistentvolumes")) {
        const Value &claim = in(volume->value, {"spec", "claimRef"});
        if (!m_cluster->store().find("persistentvolumeclaims", claim["namespace"].text(), claim["name"].text()))
            m_cluster->remove(*volume);
    }
}

void Storage::makeClaims(const Object &set)
{
    for (const Value &pattern : in(set.value, {"spec", "volumeClaimTemplates"}).items()) {
        for (int i = 0; i < int(in(set.value, {"spec", "replicas"}).asInteger(1)); ++i) {
            const std::string name = in(pattern, {"metadata", "name"}).text() + '-' + set.name + '-' + std::to_string(i);
            if (m_cluster->store().find("persistentvolumeclaims", set.nameSpace, name))
                continue;
            const Value metadata = object({ { "name", str(name) }, { "namespace", str(set.nameSpace) },
                { "labels", in(set.value, { "spec", "selector", "matchLabels" }) } });
            m_cluster->create(object({ { "kind", str("PersistentVolumeClaim") }, { "apiVersion", str("v1") },
                                  { "metadata", metadata }, { "spec", pattern["spec"] } }),
                bornAt(set, m_cluster->clock().now()));
        }
    }
}

void Storage::bind(const Object &claim, const std::string &node)
{
    const std::string name = "pvc-" + in(claim.value, {"metadata", "uid"}).text();
    m_cluster->create(volumeFor(claim, name, node), bornAt(claim, m_cluster->clock().now()));
    Value value = claim.value;
    at(value, {"spec", "volumeName"}) = str(name);
    at(value, {"metadata", "annotations", "volume.kubernetes.io/selected-node"}) = str(node);
    at(value, {"metadata", "annotations", "pv.kubernetes.io/bind-completed"}) = str("yes");
    value.set("status",
        object({ { "phase", str("Bound") }, { "accessModes", in(claim.value, { "spec", "accessModes" }) },
            { "capacity", in(claim.value, { "spec", "resources", "requests" }) } }));
    m_cluster->update(claim.resource, std::move(value));
}

} // namespace demo
