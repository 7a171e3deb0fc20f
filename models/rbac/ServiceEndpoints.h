#pragma once

#include "models/rbac/NetworkObjects.h"

#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// One address and port behind a Service.
struct ServiceEndpoint
{
    const NetworkPod *pod = nullptr;   ///< null: no pod, or one that is not known
    std::string podName;               ///< as the EndpointSlice names it
    std::string address;               ///< empty: a pod of a manifest, which has none yet
    std::string hostname;
    std::string protocol = "TCP";
    int port = 0;
};

/// The number that a name or number means at a pod; 0 when it has no such port.
int portAt(const NetworkPod &pod, std::string_view port, std::string_view protocol);

/// Whether a port of a Service is the one that was asked for, by number or name; an empty word means all.
bool isPort(const NetworkService::Port &port, std::string_view asked);

/// The endpoints that get traffic: ready ones, else those that still serve while they end (kube-proxy's rule).
std::vector<ServiceEndpoint> endpointsOf(const NetworkInputs &inputs, const NetworkService &service, std::string_view port);

} // namespace rbac
