#pragma once

#include "models/base/Result.h"
#include "models/demo/PromqlExpression.h"
#include "models/demo/PromqlValue.h"

#include <map>
#include <vector>

namespace demo {

/// One series of a range's answer.
struct MatrixSeries
{
    SeriesLabels labels;
    std::vector<Sample> samples;
};
using PromqlMatrix = std::vector<MatrixSeries>;

/// Computes an expression over the samples of a source, moment by moment.
class PromqlEvaluator
{
public:
    /// Both outlive it.
    PromqlEvaluator(const PromqlExpression &expression, const SampleSource &source) : m_expression(expression), m_source(source) { }

    /// An error is one of executing: what Prometheus answers with 422.
    base::Result<PromqlValue> at(std::int64_t time);
    /// Of a range selector alone, as it can be asked for at one moment.
    PromqlMatrix samplesAt(std::int64_t time);
    /// Each step from the first moment to the last.
    base::Result<PromqlMatrix> over(std::int64_t from, std::int64_t to, std::int64_t step);

    static constexpr std::int64_t LookBack = 300'000;

private:
    using Answer = base::Result<PromqlValue>;

    Answer evaluate(const PromqlExpression &expression);
    const std::vector<StoredSeries> &seriesOf(const PromqlExpression &selector);
    PromqlVector newest(const PromqlExpression &selector);
    Answer operation(const PromqlExpression &expression);
    Answer aggregation(const PromqlExpression &expression);
    Answer call(const PromqlExpression &expression);
    Answer timestamps(const PromqlExpression &selector);
    Answer negation(const PromqlExpression &expression);

    const PromqlExpression &m_expression;
    const SampleSource &m_source;
    std::map<const PromqlExpression *, std::vector<StoredSeries>> m_selected;
    std::int64_t m_now = 0;
};

} // namespace demo
