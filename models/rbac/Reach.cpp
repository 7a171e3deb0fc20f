#include "models/rbac/Reach.h"

#include "models/rbac/Marked.h"
#include "models/rbac/NetworkPolicies.h"
#include "models/rbac/ServiceEndpoints.h"

#include <algorithm>
#include <array>

namespace rbac {

namespace {

using Permission = PolicyAnswer::Permission;
using Verdict = NetworkReach::Verdict;

constexpr const char *zone = "cluster.local";

/// "10.0.0.7:8080"; a pod of a manifest has no address yet and is named instead.
std::string endpointText(const std::string &address, const NetworkPod *pod, int port)
{
    if (address.empty() && pod)
        return port == 0 ? pod->ref.text() : pod->ref.text() + ':' + std::to_string(port);
    if (port == 0)
        return address;
    const bool isIpv6 = address.find(':') != std::string::npos;
    return (isIpv6 ? '[' + address + ']' : address) + ':' + std::to_string(port);
}

/// Collects the answers about several connections into one.
class Collector
{
public:
    Collector(const NetworkInputs &inputs, NetworkReach &reach) : m_inputs(inputs), m_reach(reach) { }

    void ask(const Connection &connection)
    {
        const PolicyAnswer answer = judgePolicies(m_inputs, connection);
        m_any = true;
        m_open = m_open || answer.permission == Permission::Allowed;
        m_unknown = m_unknown || answer.permission == Permission::Unknown;
        m_reach.policies.insert(m_reach.policies.end(), answer.policies.begin(), answer.policies.end());
    }

    void finish()
    {
        std::ranges::sort(m_reach.policies);
        const auto unique = std::ranges::unique(m_reach.policies);
        m_reach.policies.erase(unique.begin(), unique.end());
        if (!m_any)
            return conclude(Verdict::NoEndpoint, Sentence(QT_TRANSLATE_NOOP("rbac", "nothing takes connections there")));
        if (m_open)
            return conclude(Verdict::Open, Sentence(m_reach.policies.empty() ? QT_TRANSLATE_NOOP("rbac", "no NetworkPolicy applies") : QT_TRANSLATE_NOOP("rbac", "the NetworkPolicies allow it")));
        if (m_unknown)
            return conclude(Verdict::Unknown, Sentence(QT_TRANSLATE_NOOP("rbac", "what NetworkPolicies say cannot be known here")));
        if (m_inputs.enforcers.empty())
            return conclude(Verdict::BlockedIfEnforced, Sentence(QT_TRANSLATE_NOOP("rbac", "blocked if the network plugin enforces policies")));
        conclude(Verdict::Blocked, Sentence(QT_TRANSLATE_NOOP("rbac", "blocked by NetworkPolicies, which %1 enforces"), {m_inputs.enforcers.front()}));
    }

private:
    void conclude(Verdict verdict, Sentence reason)
    {
        m_reach.verdict = verdict;
        m_reach.reason = std::move(reason);
    }

    const NetworkInputs &m_inputs;
    NetworkReach &m_reach;
    bool m_any = false;
    bool m_open = false;
    bool m_unknown = false;
};

/// The ports of a pod that are meant, with their protocol; a port of 0 means any.
std::vector<NamedPort> portsOf(const NetworkPod &pod, std::string_view port)
{
    if (port.empty())
        return pod.ports.empty() ? std::vector<NamedPort>{{}} : pod.ports;
    for (const char *protocol : {"TCP", "UDP", "SCTP"})
        if (const int number = portAt(pod, port, protocol))
            return {{std::string(port), protocol, number}};
    return {};
}

std::vector<std::string> podNames(const NetworkPod &pod)
{
    std::vector<std::string> names;
    const std::string &place = pod.ref.namespaceName;
    if (!pod.hostname.empty() && !pod.subdomain.empty())
        names.push_back(pod.hostname + '.' + pod.subdomain + '.' + place + ".svc." + zone);
    for (std::string address : pod.addresses) {
        std::ranges::replace(address, '.', '-');
        std::ranges::replace(address, ':', '-');
        names.push_back(address + '.' + place + ".pod." + zone);
    }
    return names;
}

std::vector<std::string> serviceNames(const NetworkService &service, const NetworkPod &source)
{
    const std::string inNamespace = service.ref.name + '.' + service.ref.namespaceName;
    std::vector<std::string> names = {inNamespace + ".svc." + zone, inNamespace + ".svc", inNamespace};
    if (service.ref.namespaceName == source.ref.namespaceName)
        names.push_back(service.ref.name);
    return names;
}

/// Names of single endpoints, which headless Services have.
void addEndpointNames(const NetworkService &service, const ServiceEndpoint &endpoint, std::vector<std::string> &names)
{
    if (!service.isHeadless || endpoint.hostname.empty())
        return;
    std::string name = endpoint.hostname + '.' + service.ref.name + '.' + service.ref.namespaceName + ".svc." + zone;
    if (std::ranges::find(names, name) == names.end())
        names.push_back(std::move(name));
}

/// A name outside of the cluster: policies may refuse it, but nothing here can promise it.
NetworkReach reachOutside(const NetworkInputs &inputs, const NetworkPod &source, const NetworkService &service, NetworkReach reach)
{
    reach.endpoints = {service.externalName};
    Collector collector(inputs, reach);
    Connection connection;
    connection.source = &source;
    collector.ask(connection);
    collector.finish();
    if (reach.verdict == Verdict::Open) {
        reach.verdict = Verdict::Unknown;
        reach.reason = Sentence(QT_TRANSLATE_NOOP("rbac", "the Service is another name of %1, which is not of this cluster"), {service.externalName});
    }
    return reach;
}

} // namespace

std::string_view verdictName(Verdict verdict)
{
    constexpr std::array<std::string_view, 5> names = {"open", "blocked", "blocked-if-enforced", "no-endpoint", "unknown"};
    return names[static_cast<std::size_t>(verdict)];
}

NetworkReach reachPod(const NetworkInputs &inputs, const NetworkPod &source, const NetworkPod &target, std::string_view port)
{
    NetworkReach reach;
    reach.dns = podNames(target);
    Collector collector(inputs, reach);
    const bool mayRun = !target.isGone() && (!target.addresses.empty() || target.phase.empty());
    const std::string address = target.addresses.empty() ? std::string() : target.addresses.front();
    for (const NamedPort &each : mayRun ? portsOf(target, port) : std::vector<NamedPort>()) {
        Connection connection{&source, &target, {}, address, each.protocol, {}};
        if (each.port != 0)
            connection.port = each.port;
        collector.ask(connection);
        reach.endpoints.push_back(endpointText(address, &target, each.port));
    }
    collector.finish();
    return reach;
}

NetworkReach reachService(const NetworkInputs &inputs, const NetworkPod &source, const NetworkService &service, std::string_view port)
{
    NetworkReach reach;
    reach.dns = serviceNames(service, source);
    if (!service.externalName.empty())
        return reachOutside(inputs, source, service, std::move(reach));
    const auto endpoints = endpointsOf(inputs, service, port);
    if (endpoints.empty() && inputs.isUnreadable("endpointslices", service.ref.namespaceName)) {
        reach.reason = Sentence(QT_TRANSLATE_NOOP("rbac", "the endpoints could not be read"));
        return reach;
    }
    Collector collector(inputs, reach);
    for (const ServiceEndpoint &endpoint : endpoints) {
        const bool isUnknownPod = !endpoint.pod && !endpoint.podName.empty();
        collector.ask({&source, endpoint.pod, isUnknownPod ? service.ref.namespaceName : std::string(), endpoint.address,
                       endpoint.protocol, endpoint.port});
        addEndpointNames(service, endpoint, reach.dns);
        reach.endpoints.push_back(endpointText(endpoint.address, endpoint.pod, endpoint.port));
    }
    collector.finish();
    return reach;
}

} // namespace rbac
