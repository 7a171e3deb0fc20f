#pragma once

#include "models/charts/Chart.h"

#include <string>
#include <vector>

namespace metrics {

/// What the values of a chart are counted in.
using Unit = charts::Unit;

/// What a line stands for beside what is used: those are drawn as thin marks with a word.
enum class LineRole { Usage, Request, Limit, Allocatable, Capacity };

/// A line of a chart, or one for each series that the server answers.
struct LineSpec
{
    /// PromQL, complete but for "$window": the range of rate() and its like, which follows from the step.
    std::string expression;
    /// English words that people read translated, or with labels of the series: "{{pod}}", "{{device}} received".
    std::string legend;
    LineRole role = LineRole::Usage;

    bool operator==(const LineSpec &) const = default;
};

/// A chart as it is described before anybody asked a server.
struct ChartSpec
{
    std::string name;           ///< of the chart on its page, a word that stays: "cpu"
    std::string title;          ///< English; people read it translated: "CPU"
    Unit unit = Unit::Count;
    std::vector<LineSpec> lines;

    bool operator==(const ChartSpec &) const = default;
};

/// What a page of charts is about.
enum class SubjectKind { Cluster, Node, Namespace, Workload, Pod, Container, Claim, Ingress };

struct Subject
{
    SubjectKind kind = SubjectKind::Cluster;
    std::string namespaceName = {};
    std::string name = {};              ///< of a container: of its pod
    std::string resource = {};          ///< of a workload: "deployments", "statefulsets", ...
    std::string container = {};

    bool operator==(const Subject &) const = default;
};

} // namespace metrics
