#include "models/promql/ResultTable.h"

#include "models/metrics/PromText.h"
#include "models/text/Csv.h"
#include "models/text/NaturalKey.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace promql {

namespace {

constexpr const char *nameLabel = "__name__";

ResultTable::Figures figuresOf(const metrics::Series &series)
{
    ResultTable::Figures figures;
    figures.points = series.points.size();
    if (series.points.empty())
        return figures;
    figures.last = series.points.back().value;
    figures.least = figures.greatest = std::nan("");
    for (const metrics::Point &point : series.points) {
        if (!std::isfinite(point.value))
            continue;
        figures.least = std::isnan(figures.least) ? point.value : std::min(figures.least, point.value);
        figures.greatest = std::isnan(figures.greatest) ? point.value : std::max(figures.greatest, point.value);
    }
    return figures;
}

/// What every series has, with the same value; a single one shows its labels above.
std::map<std::string, std::string, std::less<>> commonLabels(const std::vector<metrics::Series> &series)
{
    if (series.empty())
        return {};
    std::map<std::string, std::string, std::less<>> common = series.front().labels;
    for (const metrics::Series &each : series) {
        std::erase_if(common, [&each](const auto &label) {
            const auto found = each.labels.find(label.first);
            return found == each.labels.end() || found->second != label.second;
        });
    }
    return common;
}

/// The metric's name stands before its labels.
std::vector<std::string> withNameFirst(const std::set<std::string> &names)
{
    std::vector<std::string> out(names.begin(), names.end());
    std::ranges::stable_partition(out, [](const std::string &name) { return name == nameLabel; });
    return out;
}

/// NaN is no number that could be ordered: it comes where nothing is.
std::optional<double> figureOf(const ResultTable::Figures &figures, std::size_t figure)
{
    double value = 0;
    switch (figure) {
    case 0: value = figures.last.value_or(std::nan("")); break;
    case 1: value = figures.least; break;
    case 2: value = figures.greatest; break;
    default: return static_cast<double>(figures.points);
    }
    return std::isnan(value) || figures.points == 0 ? std::nullopt : std::optional(value);
}

bool isBefore(const std::optional<double> &one, const std::optional<double> &other, bool isDescending)
{
    if (!one || !other)
        return one.has_value() && !other;
    return isDescending ? *one > *other : *one < *other;
}

std::optional<double> numberOf(const std::string &text)
{
    const char *begin = text.data() + (text.starts_with('+') ? 1 : 0), *end = text.data() + text.size();
    double number = 0;
    const auto [stop, problem] = std::from_chars(begin, end, number);
    return problem == std::errc() && stop == end && !std::isnan(number) ? std::optional(number) : std::nullopt;
}

/// Labels such as le and quantile are numbers: they come first, by their value, and then words with the numbers in them.
struct LabelKey
{
    std::optional<double> number;
    std::string text;

    explicit LabelKey(const std::string &label) : number(numberOf(label))
    {
        if (!number)
            text::appendNaturalKey(text, label);
    }
    bool operator<(const LabelKey &other) const
    {
        return number && other.number ? *number < *other.number : number || other.number ? number.has_value() : text < other.text;
    }
};

void sortByLabel(const ResultTable &table, const ResultOrder &order, std::vector<std::size_t> &rows)
{
    std::vector<LabelKey> keys;
    keys.reserve(table.rows.size());
    for (const ResultTable::Row &row : table.rows)
        keys.emplace_back(row.cells[*order.column]);
    std::ranges::stable_sort(rows, [&](std::size_t one, std::size_t other) { return order.isDescending ? keys[other] < keys[one] : keys[one] < keys[other]; });
}

} // namespace

ResultTable tableOf(const metrics::Answer &answer)
{
    ResultTable table;
    table.text = answer.text;
    table.isRange = answer.kind == metrics::Answer::Kind::Matrix;
    if (answer.kind == metrics::Answer::Kind::Text) {
        table.rows.push_back({});
        return table;
    }
    const auto common = commonLabels(answer.series);
    table.common.assign(common.begin(), common.end());
    std::ranges::stable_partition(table.common, [](const auto &label) { return label.first == nameLabel; });
    std::set<std::string> varying;
    for (const metrics::Series &series : answer.series)
        for (const auto &[name, value] : series.labels)
            if (!common.contains(name))
                varying.insert(name);
    table.columns = withNameFirst(varying);
    table.rows.reserve(answer.series.size());
    for (const metrics::Series &series : answer.series) {
        ResultTable::Row row{{}, figuresOf(series)};
        row.cells.reserve(table.columns.size());
        for (const std::string &column : table.columns) {
            const auto found = series.labels.find(column);
            row.cells.push_back(found == series.labels.end() ? std::string() : found->second);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<std::size_t> sorted(const ResultTable &table, const ResultOrder &order)
{
    std::vector<std::size_t> rows(table.rows.size());
    std::iota(rows.begin(), rows.end(), std::size_t(0));
    if (!order.column || *order.column >= table.columnCount())
        return rows;
    const std::size_t column = *order.column;
    if (column >= table.columns.size()) {
        const std::size_t figure = column - table.columns.size();
        const auto valueOf = [&](std::size_t row) { return figureOf(table.rows[row].figures, figure); };
        std::ranges::stable_sort(rows, [&](std::size_t one, std::size_t other) { return isBefore(valueOf(one), valueOf(other), order.isDescending); });
        return rows;
    }
    sortByLabel(table, order, rows);
    return rows;
}

std::string figureText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    char text[64];
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);
    return error == std::errc() ? std::string(text, end) : std::string();
}

std::string figureText(const ResultTable &table, std::size_t row, std::size_t figure)
{
    const ResultTable::Figures &figures = table.rows[row].figures;
    if (figure == 3)
        return std::to_string(figures.points);
    if (!table.text.empty())
        return table.text;
    if (!figures.last)
        return {};
    return figureText(figure == 0 ? *figures.last : figure == 1 ? figures.least : figures.greatest);
}

std::string csvOf(const ResultTable &table, const std::vector<std::size_t> &rows, const std::vector<std::string> &figureHeads)
{
    std::string out;
    const std::size_t figures = table.columnCount() - table.columns.size();
    const auto append = [&out](const std::vector<std::string> &cells) {
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        text::appendCsvRow(out, views);
    };
    std::vector<std::string> cells;
    for (const auto &label : table.common)
        cells.push_back(label.first);
    cells.insert(cells.end(), table.columns.begin(), table.columns.end());
    cells.insert(cells.end(), figureHeads.begin(), figureHeads.begin() + static_cast<std::ptrdiff_t>(std::min(figures, figureHeads.size())));
    append(cells);
    for (const std::size_t row : rows) {
        cells.clear();
        for (const auto &label : table.common)
            cells.push_back(label.second);
        cells.insert(cells.end(), table.rows[row].cells.begin(), table.rows[row].cells.end());
        for (std::size_t figure = 0; figure < figures; ++figure)
            cells.push_back(figureText(table, row, figure));
        append(cells);
    }
    return out;
}

std::string seriesText(const ResultTable &table, std::size_t row, Named named)
{
    std::string metric;
    std::map<std::string, std::string> labels;
    const auto add = [&](const std::string &name, const std::string &value) {
        if (name == nameLabel)
            metric = value;
        else if (!value.empty())
            labels.emplace(name, value);
    };
    if (named == Named::InFull || table.columns.empty())
        for (const auto &[name, value] : table.common)
            add(name, value);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        add(table.columns[i], table.rows[row].cells[i]);
    std::string text;
    for (const auto &[name, value] : labels)
        text += (text.empty() ? "" : ", ") + name + '=' + metrics::literal(value);
    return text.empty() && !metric.empty() ? metric : metric + '{' + text + '}';
}

} // namespace promql
