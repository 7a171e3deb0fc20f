#include "widgets/promql/ResultChart.h"

#include <algorithm>

namespace promql {

namespace {

/// Where one label tells them apart, its value alone: a legend has little room.
std::string lineName(const ResultTable &table, std::size_t row)
{
    const bool isEnough = table.columns.size() == 1 && !table.rows[row].cells.front().empty();
    return isEnough ? table.rows[row].cells.front() : seriesText(table, row, Named::ByWhatDiffers);
}

} // namespace

ResultChart chartOf(const metrics::Answer &answer, const ResultTable &table, const metrics::RangeQuery &query)
{
    auto chart = std::make_shared<charts::Chart>();
    chart->range = {query.from, query.to};
    chart->step = query.step;
    std::vector<std::size_t> rows = sorted(table, {table.columns.size(), true});
    const std::size_t drawn = std::min(rows.size(), ResultChart::MostLines);
    rows.resize(drawn);
    std::ranges::sort(rows);        // as the server gave them
    for (const std::size_t row : rows) {
        charts::Line line{lineName(table, row), {}};
        line.points.reserve(answer.series[row].points.size());
        for (const metrics::Point &point : answer.series[row].points)
            line.points.push_back({point.time, point.value});
        chart->lines.push_back(std::move(line));
    }
    return {std::move(chart), drawn, answer.series.size()};
}

} // namespace promql
