#pragma once

#include "models/metrics/Querier.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace promql {

/// An answer as rows, one for each series: what all have in common is told once, and every label that differs has a column.
struct ResultTable
{
    /// Of a range; of one moment only the last.
    struct Figures
    {
        std::optional<double> last;     ///< nothing where the series has no point
        double least = 0;               ///< of what is finite
        double greatest = 0;
        std::size_t points = 0;
    };
    struct Row
    {
        std::vector<std::string> cells; ///< by column; empty where the series does not have the label
        Figures figures;
    };

    std::vector<std::pair<std::string, std::string>> common = {};
    std::vector<std::string> columns = {};
    std::vector<Row> rows = {};
    bool isRange = false;               ///< least, greatest and points are told
    std::string text = {};              ///< of an answer that is a text: the only row's

    std::size_t columnCount() const { return columns.size() + (isRange ? 4 : 1); }
};

ResultTable tableOf(const metrics::Answer &answer);

/// By which column, of the labels and then the figures in their order; nothing: as the server gave them.
struct ResultOrder
{
    std::optional<std::size_t> column = {};
    bool isDescending = false;

    bool operator==(const ResultOrder &) const = default;
};

/// The rows in that order, labels that are numbers by their value; equal ones stay as they were, and what has no value comes last.
std::vector<std::size_t> sorted(const ResultTable &table, const ResultOrder &order);

/// In full, as Prometheus spells it.
std::string figureText(double value);
/// A figure of a row: of the columns behind the labels the one with that number. Empty where there is none.
std::string figureText(const ResultTable &table, std::size_t row, std::size_t figure);

/// Comma separated, the common labels with the others, each with all its labels. The heads of the figures are given: "value".
std::string csvOf(const ResultTable &table, const std::vector<std::size_t> &rows, const std::vector<std::string> &figureHeads);

/// A series as PromQL writes it, up{job="node"}; of its labels only those that are not common, where leaving them out is wished.
enum class Named { InFull, ByWhatDiffers };
std::string seriesText(const ResultTable &table, std::size_t row, Named named);

} // namespace promql
