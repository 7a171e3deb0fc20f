#include "models/rbac/NetworkObjects.h"

#include "models/rbac/ObjectReader.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rbac {

using text::Value;

namespace {

constexpr const char *namespaceNameLabel = "kubernetes.io/metadata.name";
constexpr int LastPort = 65535;
constexpr const char *sliceServiceLabel = "kubernetes.io/service-name";

/// DaemonSets whose plugins are known to enforce NetworkPolicies.
constexpr std::array<std::string_view, 9> enforcingDaemonSets = {"anetd", "antrea-agent", "calico-node", "canal", "cilium",
                                                                 "kube-network-policies", "kube-router", "ovnkube-node", "weave-net"};
/// Distributions that bring their own enforcer inside of the node's agent.
constexpr std::array<std::string_view, 2> enforcingVersions = {"+k3s", "+rke2"};

ObjectRef readRef(const Value &object, const char *kind)
{
    return {kind, object["metadata"]["namespace"].text(), object["metadata"]["name"].text()};
}

std::string orElse(const Value &value, const char *fallback) { return value.text().empty() ? fallback : value.text(); }

NamedPort readPort(const Value &port, const char *number)
{
    return {port["name"].text(), orElse(port["protocol"], "TCP"), static_cast<int>(port[number].asInteger())};
}

bool isReady(const Value &status)
{
    return std::ranges::any_of(status["conditions"].items(), [](const Value &condition) {
        return condition["type"].text() == "Ready" && condition["status"].text() == "True";
    });
}

std::vector<std::string> readAddresses(const Value &status)
{
    std::vector<std::string> out;
    for (const Value &address : status["podIPs"].items())
        out.push_back(address["ip"].text());
    if (out.empty() && !status["podIP"].text().empty())
        out.push_back(status["podIP"].text());
    return out;
}

void readPorts(const Value &container, NetworkPod &pod)
{
    for (const Value &port : container["ports"].items())
        pod.ports.push_back(readPort(port, "containerPort"));
}

void addPod(const Value &object, NetworkInputs &inputs)
{
    const Value &spec = object["spec"];
    const Value &status = object["status"];
    NetworkPod pod;
    pod.ref = readRef(object, "Pod");
    pod.labels = readLabels(object["metadata"]["labels"]);
    pod.addresses = readAddresses(status);
    pod.phase = status["phase"].text();
    pod.hostNetwork = spec["hostNetwork"].asBoolean();
    pod.isReady = isReady(status);
    pod.hostname = spec["hostname"].text();
    pod.subdomain = spec["subdomain"].text();
    for (const Value &container : spec["containers"].items())
        readPorts(container, pod);
    for (const Value &container : spec["initContainers"].items())
        if (container["restartPolicy"].text() == "Always")
            readPorts(container, pod);
    inputs.pods.push_back(std::move(pod));
}

void addNamespace(const Value &object, NetworkInputs &inputs)
{
    inputs.namespaces[object["metadata"]["name"].text()] = readLabels(object["metadata"]["labels"]);
}

void addService(const Value &object, NetworkInputs &inputs)
{
    const Value &spec = object["spec"];
    NetworkService service;
    service.ref = readRef(object, "Service");
    service.isHeadless = spec["clusterIP"].text() == "None";
    if (spec["type"].text() == "ExternalName")
        service.externalName = spec["externalName"].text();
    service.selector = readLabels(spec["selector"]);
    service.publishesNotReady = spec["publishNotReadyAddresses"].asBoolean();
    for (const Value &port : spec["ports"].items()) {
        NamedPort own = readPort(port, "port");
        std::string target = orElse(port["targetPort"], std::to_string(own.port).c_str());
        service.ports.push_back({std::move(own), std::move(target)});
    }
    inputs.services.push_back(std::move(service));
}

EndpointSlice::Endpoint readEndpoint(const Value &endpoint)
{
    const auto isSet = [&endpoint](const char *condition, bool fallback) {
        const Value &value = endpoint["conditions"][condition];
        return value.type() == Value::Type::Boolean ? value.asBoolean() : fallback;
    };
    const bool ready = isSet("ready", true);
    const auto &addresses = endpoint["addresses"].items();
    const Value &target = endpoint["targetRef"];
    return {addresses.empty() ? std::string() : addresses.front().text(), ready, isSet("serving", ready),
            endpoint["hostname"].text(), target["kind"].text() == "Pod" ? target["name"].text() : std::string()};
}

void addSlice(const Value &object, NetworkInputs &inputs)
{
    EndpointSlice slice;
    slice.namespaceName = object["metadata"]["namespace"].text();
    slice.service = object["metadata"]["labels"][sliceServiceLabel].text();
    for (const Value &port : object["ports"].items())
        slice.ports.push_back(readPort(port, "port"));
    for (const Value &endpoint : object["endpoints"].items())
        slice.endpoints.push_back(readEndpoint(endpoint));
    inputs.slices.push_back(std::move(slice));
}

NetworkPolicy::Peer readPeer(const Value &peer)
{
    NetworkPolicy::Peer out;
    if (const Value *pods = peer.find("podSelector"); pods && pods->isMap())
        out.pods = readSelector(*pods);
    if (const Value *namespaces = peer.find("namespaceSelector"); namespaces && namespaces->isMap())
        out.namespaces = readSelector(*namespaces);
    const Value &block = peer["ipBlock"];
    out.isBlock = block.isMap();
    out.block = block["cidr"].text();
    for (const Value &except : block["except"].items())
        out.except.push_back(except.text());
    return out;
}

std::vector<NetworkPolicy::Rule> readRules(const Value &rules, const char *peers)
{
    std::vector<NetworkPolicy::Rule> out;
    for (const Value &rule : rules.items()) {
        NetworkPolicy::Rule &read = out.emplace_back();
        for (const Value &peer : rule[peers].items())
            read.peers.push_back(readPeer(peer));
        for (const Value &port : rule["ports"].items())
            read.ports.push_back({orElse(port["protocol"], "TCP"), port["port"].text(), static_cast<int>(port["endPort"].asInteger())});
    }
    return out;
}

void addPolicy(const Value &object, NetworkInputs &inputs)
{
    const Value &spec = object["spec"];
    NetworkPolicy policy;
    policy.ref = readRef(object, "NetworkPolicy");
    policy.pods = readSelector(spec["podSelector"]);
    policy.ingress = readRules(spec["ingress"], "from");
    policy.egress = readRules(spec["egress"], "to");
    const auto &types = spec["policyTypes"].items();
    const auto names = [&types](std::string_view name) { return std::ranges::find(types, name, &Value::text) != types.end(); };
    policy.isIngress = types.empty() || names("Ingress");
    policy.isEgress = types.empty() ? !policy.egress.empty() : names("Egress");
    inputs.policies.push_back(std::move(policy));
}

void addDaemonSet(const Value &object, NetworkInputs &inputs)
{
    const std::string &name = object["metadata"]["name"].text();
    if (std::ranges::find(enforcingDaemonSets, name) != enforcingDaemonSets.end())
        inputs.enforcers.push_back(name);
}

void addNode(const Value &object, NetworkInputs &inputs)
{
    const std::string &version = object["status"]["nodeInfo"]["kubeletVersion"].text();
    for (const std::string_view mark : enforcingVersions)
        if (version.find(mark) != std::string::npos)
            inputs.enforcers.push_back(version);
}

struct Reader
{
    std::string_view apiGroup;   ///< with its slash; empty: the core group
    std::string_view kind;
    void (*add)(const Value &object, NetworkInputs &inputs);
};

constexpr Reader readers[] = {
    {"", "Pod", addPod},
    {"", "Namespace", addNamespace},
    {"", "Service", addService},
    {"", "Node", addNode},
    {"discovery.k8s.io/", "EndpointSlice", addSlice},
    {"networking.k8s.io/", "NetworkPolicy", addPolicy},
    {"apps/", "DaemonSet", addDaemonSet},
};

} // namespace

bool addNetworkObject(const Value &object, NetworkInputs &inputs)
{
    const std::string &version = object["apiVersion"].text();
    const std::string &kind = object["kind"].text();
    for (const Reader &reader : readers) {
        const bool isGroup = reader.apiGroup.empty() ? version.find('/') == std::string::npos : version.starts_with(reader.apiGroup);
        if (reader.kind != kind || !isGroup)
            continue;
        reader.add(object, inputs);
        return true;
    }
    return false;
}

int portNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0 && value <= LastPort ? value : 0;
}

const NetworkPod *NetworkInputs::findPod(const ObjectRef &pod) const
{
    const auto found = std::ranges::find(pods, pod, &NetworkPod::ref);
    return found == pods.end() ? nullptr : &*found;
}

const NetworkService *NetworkInputs::findService(const ObjectRef &service) const
{
    const auto found = std::ranges::find(services, service, &NetworkService::ref);
    return found == services.end() ? nullptr : &*found;
}

Labels NetworkInputs::namespaceLabels(const std::string &name) const
{
    const auto found = namespaces.find(name);
    Labels labels = found == namespaces.end() ? Labels() : found->second;
    labels[namespaceNameLabel] = name;
    return labels;
}

bool NetworkInputs::isUnreadable(std::string_view resource, std::string_view namespaceName) const
{
    return std::ranges::any_of(unreadable, [&](const Unreadable &part) { return part.covers(resource, namespaceName); });
}

} // namespace rbac
