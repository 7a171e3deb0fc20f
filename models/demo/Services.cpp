#include "models/demo/Services.h"

#include "models/demo/Edit.h"
#include "models/text/Time.h"

namespace demo {

using text::Value;

namespace {

bool isSelected(const Object &pod, const Value &selector)
{
    for (const auto &wish : selector.members()) {
        if (in(pod.value, {"metadata", "labels"})[wish.key].text() != wish.value.text())
            return false;
    }
    return !selector.members().empty();
}

bool isReady(const Object &pod)
{
    for (const Value &condition : in(pod.value, {"status", "conditions"}).items()) {
        if (condition["type"].text() == "Ready")
            return condition["status"].text() == "True";
    }
    return false;
}

/// A named target port is looked up in the pod's containers.
std::int64_t targetPort(const Value &port, const Object *pod)
{
    const Value &target = port["targetPort"];
    if (!target.isString())
        return target.asInteger(port["port"].asInteger());
    if (pod) {
        for (const Value &container : in(pod->value, {"spec", "containers"}).items()) {
            for (const Value &candidate : container["ports"].items()) {
                if (candidate["name"].text() == target.text())
                    return candidate["containerPort"].asInteger();
            }
        }
    }
    return port["port"].asInteger();
}

Value endpointPorts(const Object &service, const Object *pod)
{
    Value ports = Value::list();
    for (const Value &port : in(service.value, {"spec", "ports"}).items()) {
        Value entry = object({ { "name", port["name"].isNull() ? str("") : port["name"] }, { "port", num(targetPort(port, pod)) },
            { "protocol", port["protocol"] } });
        ports.items().push_back(std::move(entry));
    }
    return ports;
}

Value reference(const Object &pod)
{
    return object({ { "kind", str("Pod") }, { "namespace", str(pod.nameSpace) }, { "name", str(pod.name) },
        { "uid", in(pod.value, { "metadata", "uid" }) } });
}

Value sliceEndpoint(const Object &pod)
{
    const bool ready = isReady(pod);
    const Value conditions = object({ { "ready", yes(ready) }, { "serving", yes(ready) },
        { "terminating", yes(!in(pod.value, { "metadata", "deletionTimestamp" }).isNull()) } });
    return object({ { "addresses", Value::list({ in(pod.value, { "status", "podIP" }) }) }, { "conditions", conditions },
        { "targetRef", reference(pod) }, { "nodeName", in(pod.value, { "spec", "nodeName" }) } });
}

Value endpointsAddress(const Object &pod)
{
    return object({ { "ip", in(pod.value, { "status", "podIP" }) }, { "nodeName", in(pod.value, { "spec", "nodeName" }) },
        { "targetRef", reference(pod) } });
}

Value metadataFor(const Object &service, const std::string &name, std::string_view managedBy)
{
    Value labels = in(service.value, {"metadata", "labels"});
    member(labels, "endpointslice.kubernetes.io/managed-by") = str(managedBy);
    member(labels, "kubernetes.io/service-name") = str(service.name);
    const Value owner = object({ { "apiVersion", str("v1") }, { "kind", str("Service") }, { "name", str(service.name) },
        { "uid", in(service.value, { "metadata", "uid" }) }, { "controller", yes() }, { "blockOwnerDeletion", yes() } });
    return object({ { "name", str(name) }, { "namespace", str(service.nameSpace) }, { "labels", labels },
        { "ownerReferences", Value::list({ owner }) } });
}

/// A suffix that stays the same for the same service.
std::string sliceName(const Object &service)
{
    constexpr std::string_view letters = "bcdfghjklmnpqrstvwxz2456789";
    std::uint64_t hash = 14695981039346656037u;
    for (const char byte : service.nameSpace + '/' + service.name)
        hash = (hash ^ std::uint64_t(std::uint8_t(byte))) * 1099511628211u;
    std::string name = service.name + '-';
    for (int i = 0; i < 5; ++i, hash /= letters.size())
        name += letters[hash % letters.size()];
    return name;
}

} // namespace

void Services::reconcile()
{
    for (const ObjectPointer &service : m_cluster->store().list("services"))
        publish(*addressed(*service));
}

ObjectPointer Services::addressed(const Object &service)
{
    Value value = service.value;
    Value &spec = member(value, "spec");
    if (spec["clusterIP"].isNull() && spec["type"].text() != "ExternalName") {
        std::string address = m_behaviours ? m_behaviours->addressOf(service.nameSpace, service.name) : std::string();
        if (address.empty())
            address = "10.43." + std::to_string(1 + m_cluster->random(254)) + '.' + std::to_string(1 + m_cluster->random(254));
        spec.set("clusterIP", str(address));
    }
    if (spec["clusterIP"].isString())
        spec.set("clusterIPs", Value::list({spec["clusterIP"]}));
    for (Value &port : member(spec, "ports").items()) {
        if (port["nodePort"].isNull() && (spec["type"].text() == "NodePort" || spec["type"].text() == "LoadBalancer"))
            port.set("nodePort", num(30000 + m_cluster->random(2767)));
    }
    if (spec["type"].text() == "LoadBalancer") {
        Value addresses = Value::list();
        for (const ObjectPointer &node : m_cluster->store().list("nodes"))
            addresses.items().push_back(object(
                { { "ip", in(node->value, { "status", "addresses" }).items().front()["address"] }, { "ipMode", str("VIP") } }));
        at(value, {"status", "loadBalancer", "ingress"}) = addresses;
    }
    return m_cluster->update(service.resource, std::move(value));
}

void Services::publish(const Object &service)
{
    const Value &selector = in(service.value, {"spec", "selector"});
    if (selector.members().empty())
        return;
    Value endpoints = Value::list(), ready = Value::list(), notReady = Value::list();
    const Object *first = nullptr;
    const auto pods = m_cluster->store().list("pods", service.nameSpace);
    for (const ObjectPointer &pod : pods) {
        const std::string &phase = in(pod->value, {"status", "phase"}).text();
        if (!isSelected(*pod, selector) || in(pod->value, { "status", "podIP" }).isNull() || phase == "Succeeded"
            || phase == "Failed")
            continue;
        first = pod.get();
        endpoints.items().push_back(sliceEndpoint(*pod));
        (isReady(*pod) ? ready : notReady).items().push_back(endpointsAddress(*pod));
    }
    const Value ports = endpointPorts(service, first);
    put(object({ { "kind", str("EndpointSlice") }, { "apiVersion", str("discovery.k8s.io/v1") },
            { "metadata", metadataFor(service, sliceName(service), "endpointslice-controller.k8s.io") },
            { "addressType", str("IPv4") }, { "endpoints", endpoints }, { "ports", ports } }),
        service);
    Value subset = object({{"ports", ports}});
    if (!ready.items().empty())
        subset.set("addresses", ready);
    if (!notReady.items().empty())
        subset.set("notReadyAddresses", notReady);
    const Value subsets = endpoints.items().empty() ? Value::null() : Value::list({subset});
    put(object({ { "kind", str("Endpoints") }, { "apiVersion", str("v1") },
            { "metadata",
                object({ { "name", str(service.name) }, { "namespace", str(service.nameSpace) },
                    { "labels", in(service.value, { "metadata", "labels" }) } }) },
            { "subsets", subsets } }),
        service);
}

/// Creates it, as old as its service, or changes what is there.
void Services::put(Value value, const Object &service)
{
    const std::string plural = value["kind"].text() == "Endpoints" ? "endpoints" : "endpointslices";
    if (const ObjectPointer known = m_cluster->store().find(plural, service.nameSpace, in(value, {"metadata", "name"}).text())) {
        value.set("metadata", known->value["metadata"]);
        m_cluster->update(known->resource, std::move(value));
        return;
    }
    const auto born = text::parseTime(in(service.value, {"metadata", "creationTimestamp"}).text());
    m_cluster->create(std::move(value), born ? born->toSystemTime() : m_cluster->clock().now());
}

} // namespace demo
