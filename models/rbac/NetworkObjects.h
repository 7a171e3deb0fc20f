#pragma once

#include "models/rbac/Inputs.h"
#include "models/text/Value.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// A port with a name; 0 is no port.
struct NamedPort
{
    std::string name;
    std::string protocol = "TCP";
    int port = 0;

    bool operator==(const NamedPort &) const = default;
};

/// The number of a port that is written as one, 1 to 65535; else 0.
int portNumber(std::string_view text);

/// What the network sees of a pod.
struct NetworkPod
{
    ObjectRef ref;
    Labels labels;
    std::vector<std::string> addresses;
    std::string phase;                      ///< empty: only a manifest, nobody runs it
    bool hostNetwork = false;
    bool isReady = false;
    std::string hostname;
    std::string subdomain;
    std::vector<NamedPort> ports;           ///< as its containers declare them

    bool isGone() const { return phase == "Succeeded" || phase == "Failed"; }
};

/// A Service: names, ports and whom it selects.
struct NetworkService
{
    struct Port
    {
        NamedPort own;
        std::string target;                 ///< a number or the name of a pod's port
    };

    ObjectRef ref;
    bool isHeadless = false;
    std::string externalName;               ///< of type ExternalName only
    Labels selector;                        ///< empty: somebody else keeps its endpoints
    bool publishesNotReady = false;
    std::vector<Port> ports;
};

/// A part of the endpoints of a Service.
struct EndpointSlice
{
    struct Endpoint
    {
        std::string address;                ///< the first; they are interchangeable
        bool isReady = true;
        bool isServing = true;              ///< also while it ends
        std::string hostname;
        std::string pod;                    ///< in the namespace of the slice
    };

    std::string namespaceName;
    std::string service;
    std::vector<NamedPort> ports;
    std::vector<Endpoint> endpoints;
};

/// A NetworkPolicy with the server's defaults.
struct NetworkPolicy
{
    struct Port
    {
        std::string protocol = "TCP";
        std::string port;                   ///< a number, the name of a pod's port, or empty: all
        int endPort = 0;                    ///< the end of a range of numbers
    };
    struct Peer
    {
        std::optional<ObjectSelector> pods;
        std::optional<ObjectSelector> namespaces;
        std::string block;
        std::vector<std::string> except;
        bool isBlock = false;
    };
    struct Rule
    {
        std::vector<Peer> peers;            ///< empty: all
        std::vector<Port> ports;            ///< empty: all
    };

    ObjectRef ref;
    ObjectSelector pods;
    bool isIngress = true;
    bool isEgress = false;
    std::vector<Rule> ingress;
    std::vector<Rule> egress;
};

/// Everything reach is judged by.
struct NetworkInputs
{
    std::vector<NetworkPod> pods;
    std::map<std::string, Labels, std::less<>> namespaces;
    std::vector<NetworkService> services;
    std::vector<EndpointSlice> slices;
    std::vector<NetworkPolicy> policies;
    std::vector<std::string> enforcers;     ///< what was seen that enforces NetworkPolicies: "calico-node"
    std::vector<Unreadable> unreadable;

    const NetworkPod *findPod(const ObjectRef &pod) const;
    const NetworkService *findService(const ObjectRef &service) const;
    /// With the label that the server gives every namespace.
    Labels namespaceLabels(const std::string &name) const;
    bool isUnreadable(std::string_view resource, std::string_view namespaceName) const;
};

/// Adds an object that names its kind; false when reach does not ask about it.
bool addNetworkObject(const text::Value &object, NetworkInputs &inputs);

} // namespace rbac
