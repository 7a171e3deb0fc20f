#include "models/rbac/ServiceEndpoints.h"

#include <algorithm>

namespace rbac {

namespace {

bool isSelected(const NetworkService &service, const NetworkPod &pod)
{
    const ObjectSelector selector{service.selector, {}};
    return pod.ref.namespaceName == service.ref.namespaceName && !pod.isGone() && selector.matches(pod.labels)
        && (pod.isReady || service.publishesNotReady || pod.phase.empty());
}

/// What the controller would put into EndpointSlices.
std::vector<ServiceEndpoint> selectedEndpoints(const NetworkInputs &inputs, const NetworkService &service, std::string_view port)
{
    std::vector<ServiceEndpoint> out;
    if (service.selector.empty())
        return out;
    for (const NetworkPod &pod : inputs.pods) {
        if (!isSelected(service, pod) || (pod.addresses.empty() && !pod.phase.empty()))
            continue;
        for (const NetworkService::Port &each : service.ports)
            if (const int number = portAt(pod, each.target, each.own.protocol); number != 0 && isPort(each, port))
                out.push_back({&pod, pod.ref.name, pod.addresses.empty() ? std::string() : pod.addresses.front(), pod.hostname,
                               each.own.protocol, number});
    }
    return out;
}

std::vector<const EndpointSlice *> slicesOf(const NetworkInputs &inputs, const NetworkService &service)
{
    std::vector<const EndpointSlice *> out;
    for (const EndpointSlice &slice : inputs.slices)
        if (slice.service == service.ref.name && slice.namespaceName == service.ref.namespaceName)
            out.push_back(&slice);
    return out;
}

/// The ports of a slice that belong to a port of the Service; they share its name.
bool belongs(const NamedPort &slicePort, const NetworkService &service, std::string_view port)
{
    return std::ranges::any_of(service.ports, [&](const NetworkService::Port &each) {
        return each.own.name == slicePort.name && each.own.protocol == slicePort.protocol && isPort(each, port);
    });
}

void addSlice(const NetworkInputs &inputs, const NetworkService &service, const EndpointSlice &slice, std::string_view port,
              bool ready, std::vector<ServiceEndpoint> &out)
{
    for (const EndpointSlice::Endpoint &endpoint : slice.endpoints) {
        if (ready ? !endpoint.isReady : !endpoint.isServing)
            continue;
        const NetworkPod *pod = endpoint.pod.empty() ? nullptr : inputs.findPod({"Pod", slice.namespaceName, endpoint.pod});
        for (const NamedPort &each : slice.ports)
            if (belongs(each, service, port))
                out.push_back({pod, endpoint.pod, endpoint.address, endpoint.hostname, each.protocol, each.port});
    }
}

} // namespace

int portAt(const NetworkPod &pod, std::string_view port, std::string_view protocol)
{
    if (const int number = portNumber(port))
        return number;
    const auto found = std::ranges::find_if(pod.ports, [&](const NamedPort &each) { return each.name == port && each.protocol == protocol; });
    return found == pod.ports.end() ? 0 : found->port;
}

bool isPort(const NetworkService::Port &port, std::string_view asked)
{
    const int number = portNumber(asked);
    return asked.empty() || (number != 0 ? port.own.port == number : port.own.name == asked);
}

std::vector<ServiceEndpoint> endpointsOf(const NetworkInputs &inputs, const NetworkService &service, std::string_view port)
{
    const auto slices = slicesOf(inputs, service);
    if (slices.empty())
        return selectedEndpoints(inputs, service, port);
    std::vector<ServiceEndpoint> out;
    for (const bool ready : {true, false}) {
        for (const EndpointSlice *slice : slices)
            addSlice(inputs, service, *slice, port, ready, out);
        if (!out.empty())
            break;
    }
    return out;
}

} // namespace rbac
