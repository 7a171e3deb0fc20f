#include "models/demo/PromqlOperations.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace demo {

namespace {

using Answer = base::Result<PromqlValue>;

/// The elements that become one.
struct Group
{
    SeriesLabels labels;
    std::vector<const VectorElement *> elements;
};

SeriesLabels groupLabels(const PromqlExpression &aggregation, const SeriesLabels &labels)
{
    SeriesLabels out;
    if (!aggregation.isWithout) {
        for (const std::string &name : aggregation.grouping)
            if (const std::string &value = labelOf(labels, name); !value.empty())
                out[name] = value;
        return out;
    }
    out = labels;
    out.erase("__name__");
    for (const std::string &name : aggregation.grouping)
        out.erase(name);
    return out;
}

/// In the order in which they come first.
std::vector<Group> groupsOf(const PromqlExpression &aggregation, const PromqlVector &vector)
{
    std::vector<Group> groups;
    std::map<SeriesLabels, std::size_t> places;
    for (const VectorElement &element : vector) {
        SeriesLabels labels = groupLabels(aggregation, element.labels);
        const auto [place, isNew] = places.try_emplace(labels, groups.size());
        if (isNew)
            groups.push_back({std::move(labels), {}});
        groups[place->second].elements.push_back(&element);
    }
    return groups;
}

std::vector<double> valuesOf(const Group &group)
{
    std::vector<double> values;
    std::ranges::transform(group.elements, std::back_inserter(values), [](const VectorElement *element) { return element->value; });
    return values;
}

double sumOf(const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0); }

double variance(const std::vector<double> &values)
{
    const double mean = sumOf(values) / double(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return squares / double(values.size());
}

double quantile(std::vector<double> values, double part)
{
    if (std::isnan(part) || part < 0 || part > 1)
        return std::isnan(part) ? part : part < 0 ? -INFINITY : INFINITY;
    std::ranges::sort(values);
    const double rank = part * double(values.size() - 1);
    const auto lower = std::size_t(std::floor(rank)), upper = std::min(values.size() - 1, lower + 1);
    return values[lower] * (1 - (rank - std::floor(rank))) + values[upper] * (rank - std::floor(rank));
}

double reduce(const std::string &name, std::vector<double> values, double parameter)
{
    const auto better = [&](double a, double b) { return name == "min" ? std::fmin(a, b) : std::fmax(a, b); };
    if (name == "sum" || name == "avg")
        return sumOf(values) / (name == "avg" ? double(values.size()) : 1);
    if (name == "min" || name == "max")
        return std::accumulate(values.begin() + 1, values.end(), values.front(), better);
    if (name == "count" || name == "group")
        return name == "count" ? double(values.size()) : 1;
    if (name == "quantile")
        return quantile(std::move(values), parameter);
    return name == "stdvar" ? variance(values) : std::sqrt(variance(values));
}

/// They keep their labels, the best first.
void addBest(const std::string &name, Group &group, double count, PromqlVector &out)
{
    const bool isTop = name == "topk";
    std::ranges::stable_sort(group.elements, [&](const VectorElement *a, const VectorElement *b) {
        if (std::isnan(a->value) || std::isnan(b->value))
            return !std::isnan(a->value) && std::isnan(b->value);
        return isTop ? a->value > b->value : a->value < b->value;
    });
    const std::size_t kept = count < 1 ? 0 : std::min(group.elements.size(), std::size_t(std::min(count, 1e9)));
    for (std::size_t i = 0; i < kept; ++i)
        out.push_back(*group.elements[i]);
}

void countValues(const Group &group, const std::string &label, PromqlVector &out)
{
    std::map<std::string, double> counts;
    for (const double value : valuesOf(group)) {
        char spelling[400];
        const auto [end, problem] = std::to_chars(spelling, spelling + sizeof spelling, value, std::chars_format::fixed);
        ++counts[std::string(spelling, end)];
    }
    for (const auto &[value, count] : counts) {
        SeriesLabels labels = group.labels;
        labels[label] = value;
        out.push_back({std::move(labels), count});
    }
}

} // namespace

Answer promqlAggregation(const PromqlExpression &aggregation, PromqlVector vector, const PromqlValue &parameter)
{
    PromqlVector out;
    const double *number = std::get_if<double>(&parameter);
    for (Group &group : groupsOf(aggregation, vector)) {
        if (aggregation.name == "topk" || aggregation.name == "bottomk")
            addBest(aggregation.name, group, number ? *number : 0, out);
        else if (aggregation.name == "count_values")
            countValues(group, std::get<std::string>(parameter), out);
        else
            out.push_back({group.labels, reduce(aggregation.name, valuesOf(group), number ? *number : 0)});
    }
    return PromqlValue(std::move(out));
}

} // namespace demo
