#pragma once

#include "models/metrics/PromText.h"

#include <optional>

namespace metrics {

/// How the series of a metric tell which node they are of: by a label, or by another metric that knows the exporter's pod or address.
/// Chosen from what is known of the metric's labels; every way gives series with the label "node", one for each node and thing on it.
class NodeNaming
{
public:
    static NodeNaming of(std::string_view metric, const Capabilities &capabilities);

    /// Of one node, or of all of them.
    NodeNaming only(std::optional<std::string> node) const;

    /// What is read of the metric, by "node" and the labels ("cpu, mode"; may be empty). Of what several jobs brought the highest is taken.
    std::string of(const Selector &selector, Reading reading, std::string_view labels = {}) const;

private:
    enum class Way { Label, PodInfo, Address, HostName, Instance };

    NodeNaming(Way way, std::string label, const Capabilities &capabilities) : m_way(way), m_label(std::move(label)), m_scope(capabilities.scope()) { }
    Selector narrowed(const Selector &selector) const;
    std::string named(std::string_view expression) const;
    std::string known(const char *metric, const char *label, const std::string &by) const;

    Way m_way;
    std::string m_label;                ///< of Way::Label
    Labels m_scope;
    std::optional<std::string> m_node = {};
};

} // namespace metrics
