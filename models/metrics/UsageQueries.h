#pragma once

#include "models/metrics/Querier.h"
#include "models/metrics/UsageReader.h"

#include <chrono>
#include <string>

namespace metrics {

/// PromQL for what all pods or nodes use now: one query for each of the two. What two jobs scrape is counted once.
struct UsageQueries
{
    std::string cpu;
    std::string memory;
};
/// scope: what all series are to be labelled with.
UsageQueries usageQueries(const UsageQuestion &question, std::chrono::milliseconds window, const Labels &scope = {});

/// What a server of the Prometheus API answered to both; values that are none are not known. Any thread.
std::vector<MeasuredObject> readUsage(const Answer &cpu, const Answer &memory, const UsageQuestion &question, std::chrono::milliseconds window);

} // namespace metrics
