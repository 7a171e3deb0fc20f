#pragma once

#include "models/metrics/ChartSpec.h"
#include "models/metrics/PromText.h"

#include <string>
#include <utility>
#include <vector>

namespace metrics {

/// Which pods are meant, as PromQL says it: by the labels of a metric where they tell it, else by what kube-state-metrics knows of pods.
/// Names are exact and owners are asked for: no pod is taken for another because its name begins alike.
class PodChoice
{
public:
    /// All pods for a cluster; the names serve where the owners of a workload's pods are not known.
    static PodChoice of(const Subject &subject, const std::vector<std::string> &podNames, const Capabilities &capabilities);

    /// What is read of the metric, by namespace, pod and the labels ("container"; may be empty). Of what several jobs or paths brought, and
    /// of a container and the one it replaced, the highest is taken.
    std::string of(const Selector &selector, Reading reading, std::string_view labels = {}) const;

    /// The same of pods that hold what they asked for: those that wait or run, and not those that are done.
    std::string ofActive(const Selector &selector, Reading reading, std::string_view labels = {}) const;

private:
    explicit PodChoice(const Capabilities &capabilities) : m_capabilities(capabilities) { }
    void chooseWorkload(const Subject &subject, const std::vector<std::string> &podNames);
    bool tellsNode(std::string_view metric) const;

    Capabilities m_capabilities;
    std::vector<std::pair<std::string, std::string>> m_labels = {};    ///< that each metric of pods has
    std::string m_podPattern = {};
    std::string m_node = {};
    std::string m_members = {};         ///< pods with the value 1; empty: all
};

} // namespace metrics
