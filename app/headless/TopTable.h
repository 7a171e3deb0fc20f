#pragma once

#include "models/metrics/UsageTable.h"
#include "models/text/Value.h"

#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace headless {

/// What a node has, by the names of resources; nothing: it does not say.
struct NodeRoom
{
    std::optional<std::int64_t> milliCores;
    std::optional<std::int64_t> bytes;
};

/// One line of "top", of a pod, a container or a node.
struct TopRow
{
    std::string namespaceName;
    std::string name;
    std::string container = {};
    metrics::Usage usage;
    bool isMeasured = true;
    std::optional<NodeRoom> room = {};      ///< of a node that is known

    std::optional<std::int64_t> cpuPercent() const;
    std::optional<std::int64_t> memoryPercent() const;
};

enum class TopSort { Name, Cpu, Memory };

/// In kubectl's order: pods, and containers within a pod, by what they use, the most first, or by name.
std::vector<TopRow> podRows(std::vector<metrics::MeasuredObject> pods, TopSort by, bool withContainers);
/// Nodes that nothing was measured of come last, by name.
std::vector<TopRow> nodeRows(const std::vector<metrics::MeasuredObject> &nodes, const std::map<std::string, NodeRoom> &rooms, TopSort by);

/// How rows are printed.
struct TopLook
{
    bool isNodes = false;
    bool withNamespace = false;
    bool withContainers = false;
    bool hasHeader = true;
    bool hasSum = false;
};
/// As kubectl prints them (kubectl pkg/metricsutil/metrics_printer.go).
void printTop(const std::vector<TopRow> &rows, const TopLook &look, std::ostream &out);
text::Value topJson(const std::vector<TopRow> &rows, metrics::Rung source);

/// The word of --source.
const char *nameOf(metrics::Rung rung);

} // namespace headless
