#pragma once

#include "models/rbac/NetworkObjects.h"
#include "models/text/Yaml.h"

#include <QTest>

#include <string>
#include <string_view>

namespace samples {

/// Two namespaces with two pods each, all running.
inline constexpr std::string_view pods =
    "{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {team: red}}}\n---\n"
    "{apiVersion: v1, kind: Namespace, metadata: {name: b, labels: {team: blue, env: prod}}}\n---\n"
    "{apiVersion: v1, kind: Pod, metadata: {name: front, namespace: a, labels: {app: front}}, spec: {containers: [{name: c}]},"
    " status: {phase: Running, podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: 'fd00::1'}]}}\n---\n"
    "{apiVersion: v1, kind: Pod, metadata: {name: back, namespace: a, labels: {app: back, tier: db}}, spec: {containers: [{name: c,"
    " ports: [{name: http, containerPort: 8080}, {name: dns, containerPort: 53, protocol: UDP}]}]},"
    " status: {phase: Running, podIP: 10.0.0.2, conditions: [{type: Ready, status: 'True'}]}}\n---\n"
    "{apiVersion: v1, kind: Pod, metadata: {name: client, namespace: b, labels: {app: client}}, spec: {containers: [{name: c}]},"
    " status: {phase: Running, podIP: 10.0.1.1}}\n---\n"
    "{apiVersion: v1, kind: Pod, metadata: {name: host, namespace: b, labels: {app: client}}, spec: {hostNetwork: true},"
    " status: {phase: Running, podIP: 192.0.2.7}}\n";

inline void addTo(rbac::NetworkInputs &inputs, std::string_view yaml)
{
    const auto documents = text::parseYamlDocuments(yaml);
    if (!documents)
        qFatal("%s", documents.error().message.c_str());
    for (const text::Value &document : *documents)
        if (!document.isNull() && !rbac::addNetworkObject(document, inputs))
            qFatal("not an object of the network: %s", document["kind"].text().c_str());
}

inline rbac::NetworkInputs network(std::string_view yaml = "")
{
    rbac::NetworkInputs inputs;
    addTo(inputs, pods);
    addTo(inputs, yaml);
    return inputs;
}

/// "ns/name"
inline const rbac::NetworkPod &podOf(const rbac::NetworkInputs &inputs, const std::string &place)
{
    const auto slash = place.find('/');
    const rbac::NetworkPod *pod = inputs.findPod({"Pod", place.substr(0, slash), place.substr(slash + 1)});
    if (!pod)
        qFatal("no pod %s", place.c_str());
    return *pod;
}

/// A NetworkPolicy "p" of a namespace.
inline std::string policy(const std::string &place, const std::string &spec, const std::string &name = "p")
{
    return "---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: " + name + ", namespace: " + place + "}, spec: {" + spec + "}}\n";
}

inline std::string texts(const std::vector<rbac::ObjectRef> &refs)
{
    std::string out;
    for (const rbac::ObjectRef &ref : refs)
        out += (out.empty() ? "" : " ") + ref.text();
    return out;
}

inline std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

} // namespace samples
