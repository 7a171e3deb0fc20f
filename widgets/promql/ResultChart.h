#pragma once

#include "models/charts/Chart.h"
#include "models/metrics/Querier.h"
#include "models/promql/ResultTable.h"

#include <memory>

namespace promql {

/// What of a range is drawn: of many series those with the greatest last values.
struct ResultChart
{
    static constexpr std::size_t MostLines = 50;

    std::shared_ptr<const charts::Chart> chart;
    std::size_t lines = 0;          ///< that are drawn
    std::size_t all = 0;
};

ResultChart chartOf(const metrics::Answer &answer, const ResultTable &table, const metrics::RangeQuery &query);

} // namespace promql
