#include "models/metrics/NodeNaming.h"

namespace metrics {

namespace {

/// Of an instance that is "host", "host:port" or "[v6]:port" the host.
constexpr const char *HostOfInstance = "\\[?(.+?)\\]?(:[0-9]+)?";

bool looksLikeAddress(std::string_view instance)
{
    return !instance.empty() && instance.find_first_not_of("0123456789abcdefABCDEF.:[]") == std::string_view::npos;
}

bool hasAddresses(std::string_view metric, const Capabilities &capabilities)
{
    for (const Capabilities::Source &source : capabilities.sources(metric)) {
        const auto instance = source.sample.find("instance");
        if (instance != source.sample.end() && looksLikeAddress(instance->second))
            return capabilities.hasLabel("kube_node_info", "internal_ip").value_or(false);
    }
    return false;
}

bool has(const Capabilities &capabilities, std::string_view metric, std::string_view label)
{
    return capabilities.hasLabel(metric, label).value_or(false);
}

} // namespace

NodeNaming NodeNaming::of(std::string_view metric, const Capabilities &capabilities)
{
    for (const char *label : {"node", "kubernetes_node", "kubernetes_io_hostname", "nodename"}) {
        if (has(capabilities, metric, label))
            return {Way::Label, label, capabilities};
    }
    const bool isOfExporter = metric.starts_with("node_"); // of others "pod" is the pod that is measured
    if (isOfExporter && has(capabilities, metric, "pod") && has(capabilities, metric, "namespace") && capabilities.has("kube_pod_info"))
        return {Way::PodInfo, {}, capabilities};
    if (hasAddresses(metric, capabilities))
        return {Way::Address, {}, capabilities};
    if (isOfExporter && capabilities.has("node_uname_info"))
        return {Way::HostName, {}, capabilities};
    if (capabilities.has(metric))
        return {Way::Instance, {}, capabilities};
    return {Way::Label, "node", capabilities}; // nothing is known: as most are set up
}

NodeNaming NodeNaming::only(std::optional<std::string> node) const
{
    NodeNaming out = *this;
    out.m_node = std::move(node);
    return out;
}

Selector NodeNaming::narrowed(const Selector &selector) const
{
    switch (m_way) {
    case Way::Label: return m_node ? selector.is(m_label, *m_node) : selector.isNot(m_label, "");
    case Way::PodInfo: return selector.isNot("pod", "");
    case Way::Instance: return m_node ? selector.matches("instance", anyOf({*m_node}) + "(:[0-9]+)?") : selector;
    default: return selector;
    }
}

/// Of the metric that knows names: the node by what it is known by. Of two that are known by the same, such as an address of loopback, one.
std::string NodeNaming::known(const char *metric, const char *label, const std::string &by) const
{
    Capabilities capabilities;
    capabilities.setScope(m_scope);
    const Selector all(metric, capabilities);
    return "topk by (" + by + ") (1, " + maxBy(by + ", " + label, (m_node ? all.is(label, *m_node) : all.isNot(label, "")).text()) + ")";
}

std::string NodeNaming::named(std::string_view expression) const
{
    const std::string text(expression);
    switch (m_way) {
    case Way::Label: return m_label == "node" ? text : renamed(text, "node", m_label);
    case Way::PodInfo: return text + " * on (namespace, pod) group_left (node) " + known("kube_pod_info", "node", "namespace, pod");
    case Way::Address:
        return renamed(text, "internal_ip", "instance", HostOfInstance) + " * on (internal_ip) group_left (node) "
               + known("kube_node_info", "node", "internal_ip");
    case Way::HostName:
        return renamed("(" + text + " * on (instance, job) group_left (nodename) " + known("node_uname_info", "nodename", "instance, job") + ")", "node", "nodename");
    case Way::Instance: return renamed(text, "node", "instance", HostOfInstance);
    }
    return text;
}

std::string NodeNaming::of(const Selector &selector, Reading reading, std::string_view labels) const
{
    return maxBy(labels.empty() ? "node" : "node, " + std::string(labels), named(read(narrowed(selector), reading)));
}

} // namespace metrics
