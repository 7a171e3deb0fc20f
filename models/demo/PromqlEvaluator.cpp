#include "models/demo/PromqlEvaluator.h"

#include "models/demo/PromqlFunctions.h"
#include "models/demo/PromqlOperations.h"

#include <algorithm>
#include <set>

namespace demo {

namespace {

using Kind = PromqlExpression::Kind;
using Type = PromqlExpression::Type;

void dropName(SeriesLabels &labels) { labels.erase("__name__"); }

/// Without their names two series can be the same.
base::Result<PromqlValue> unique(PromqlVector vector)
{
    std::set<SeriesLabels> seen;
    for (const VectorElement &element : vector)
        if (!seen.insert(element.labels).second)
            return base::makeError(base::ErrorKind::Server, "vector cannot contain metrics with the same labelset");
    return PromqlValue(std::move(vector));
}

RangeWindow windowOf(const PromqlExpression &selector, std::int64_t now, std::span<const Sample> samples)
{
    return {samples, now - selector.offset - *selector.range, now - selector.offset};
}

} // namespace

base::Result<PromqlValue> PromqlEvaluator::at(std::int64_t time)
{
    m_now = time;
    return evaluate(m_expression);
}

PromqlMatrix PromqlEvaluator::samplesAt(std::int64_t time)
{
    PromqlMatrix out;
    for (const StoredSeries &series : seriesOf(m_expression)) {
        MatrixSeries read{series.labels, {}};
        series.read(time - m_expression.offset - *m_expression.range, time - m_expression.offset, read.samples);
        if (!read.samples.empty())
            out.push_back(std::move(read));
    }
    return out;
}

base::Result<PromqlMatrix> PromqlEvaluator::over(std::int64_t from, std::int64_t to, std::int64_t step)
{
    std::map<SeriesLabels, std::vector<Sample>> found;
    for (std::int64_t time = from; time <= to; time += step) {
        const Answer answer = at(time);
        if (!answer)
            return answer.error();
        if (const double *scalar = std::get_if<double>(&*answer))
            found[{}].push_back({time, *scalar});
        else if (const auto *vector = std::get_if<PromqlVector>(&*answer))
            for (const VectorElement &element : *vector)
                found[element.labels].push_back({time, element.value});
    }
    PromqlMatrix out;
    for (auto &[labels, samples] : found)
        out.push_back({labels, std::move(samples)});
    return out;
}

PromqlEvaluator::Answer PromqlEvaluator::evaluate(const PromqlExpression &expression)
{
    switch (expression.kind) {
    case Kind::Number: return PromqlValue(expression.number);
    case Kind::Text: return PromqlValue(expression.name);
    case Kind::Selector: return PromqlValue(newest(expression));
    case Kind::Negation: return negation(expression);
    case Kind::Operation: return operation(expression);
    case Kind::Aggregation: return aggregation(expression);
    case Kind::Call: break;
    }
    return call(expression);
}

const std::vector<StoredSeries> &PromqlEvaluator::seriesOf(const PromqlExpression &selector)
{
    const auto known = m_selected.find(&selector);
    return known != m_selected.end() ? known->second : m_selected.emplace(&selector, m_source.select(selector.matchers)).first->second;
}

/// The last sample of each, unless it is too old.
PromqlVector PromqlEvaluator::newest(const PromqlExpression &selector)
{
    PromqlVector out;
    std::vector<Sample> samples;
    const std::int64_t time = m_now - selector.offset;
    for (const StoredSeries &series : seriesOf(selector)) {
        samples.clear();
        series.read(time - LookBack, time, samples);
        if (!samples.empty())
            out.push_back({series.labels, samples.back().value});
    }
    return out;
}

PromqlEvaluator::Answer PromqlEvaluator::negation(const PromqlExpression &expression)
{
    Answer answer = evaluate(*expression.parts[0]);
    if (!answer)
        return answer;
    if (double *scalar = std::get_if<double>(&*answer))
        return PromqlValue(-*scalar);
    PromqlVector vector = std::get<PromqlVector>(std::move(*answer));
    for (VectorElement &element : vector) {
        element.value = -element.value;
        dropName(element.labels);
    }
    return unique(std::move(vector));
}

PromqlEvaluator::Answer PromqlEvaluator::operation(const PromqlExpression &expression)
{
    Answer left = evaluate(*expression.parts[0]);
    Answer right = left ? evaluate(*expression.parts[1]) : left;
    return right ? promqlOperation(expression, std::move(*left), std::move(*right)) : right;
}

PromqlEvaluator::Answer PromqlEvaluator::aggregation(const PromqlExpression &expression)
{
    const Answer parameter = expression.parts.size() == 2 ? evaluate(*expression.parts[0]) : Answer(PromqlValue(0.0));
    Answer vector = parameter ? evaluate(*expression.parts.back()) : parameter;
    return vector ? promqlAggregation(expression, std::get<PromqlVector>(std::move(*vector)), *parameter) : vector;
}

/// When the samples were taken: what no value tells.
PromqlEvaluator::Answer PromqlEvaluator::timestamps(const PromqlExpression &selector)
{
    PromqlVector out;
    std::vector<Sample> samples;
    for (const StoredSeries &series : seriesOf(selector)) {
        samples.clear();
        series.read(m_now - selector.offset - LookBack, m_now - selector.offset, samples);
        if (samples.empty())
            continue;
        out.push_back({series.labels, double(samples.back().time) / 1000});
        dropName(out.back().labels);
    }
    return unique(std::move(out));
}

PromqlEvaluator::Answer PromqlEvaluator::call(const PromqlExpression &expression)
{
    if (expression.name == "timestamp" && expression.parts[0]->kind == Kind::Selector)
        return timestamps(*expression.parts[0]);
    const PromqlFunction &function = *findPromqlFunction(expression.name);
    std::vector<PromqlValue> arguments;
    const PromqlExpression *range = nullptr;
    for (const auto &part : expression.parts) {
        if (part->type == Type::Range) {
            range = part.get();
            continue;
        }
        Answer argument = evaluate(*part);
        if (!argument)
            return argument;
        arguments.push_back(std::move(*argument));
    }
    if (function.ofAll)
        return function.ofAll(std::move(arguments), double(m_now) / 1000);
    PromqlVector out;
    if (range) {
        std::vector<Sample> samples;
        for (const StoredSeries &series : seriesOf(*range)) {
            samples.clear();
            series.read(m_now - range->offset - *range->range, m_now - range->offset, samples);
            const auto value = samples.empty() ? std::nullopt : function.ofRange(windowOf(*range, m_now, samples), arguments.empty() ? 0 : std::get<double>(arguments[0]));
            if (value)
                out.push_back({series.labels, *value});
        }
    } else {
        std::vector<double> scalars;
        for (std::size_t i = 1; i < arguments.size(); ++i)
            scalars.push_back(std::get<double>(arguments[i]));
        out = std::get<PromqlVector>(std::move(arguments[0]));
        for (VectorElement &element : out)
            element.value = function.ofValue(element.value, scalars);
    }
    if (!function.keepsName)
        std::ranges::for_each(out, dropName, &VectorElement::labels);
    return unique(std::move(out));
}

} // namespace demo
