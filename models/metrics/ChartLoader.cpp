#include "models/metrics/ChartLoader.h"

#include "models/charts/Lookup.h"
#include "models/metrics/LineMerge.h"
#include "models/metrics/PromUses.h"

#include <algorithm>
#include <utility>

namespace metrics {

ChartLoader::ChartLoader(base::Executor &consumer, Words words) : m_consumer(consumer), m_words(std::move(words)), m_anchor(std::make_shared<Anchor>(Anchor{this})) { }

ChartLoader::~ChartLoader()
{
    m_anchor->owner = nullptr;
}

void ChartLoader::show(std::vector<ChartSpec> specs, std::shared_ptr<Querier> server, Capabilities capabilities)
{
    stop();
    m_specs = std::move(specs);
    m_server = std::move(server);
    m_capabilities = std::move(capabilities);
    m_charts.clear();
    m_charts.resize(m_specs.size());
    m_part.reset();
}

void ChartLoader::setRange(std::chrono::milliseconds range, Comparison comparison)
{
    m_range = range;
    m_comparison = comparison;
}

void ChartLoader::setPart(const std::optional<charts::Range> &part)
{
    const bool wasPart = std::exchange(m_part, part).has_value();
    if (part || !wasPart)
        return;
    stop();
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        if (!m_charts[i].whole)
            continue;
        m_charts[i].state.kind = ChartState::Kind::Shown;
        m_charts[i].state.chart = m_charts[i].whole;
        Q_EMIT changed(i);
    }
}

bool ChartLoader::wouldTellMore(const charts::Range &part, base::SystemTime now) const
{
    const bool isCovered = m_grid.from <= part.from && m_grid.to + m_grid.step >= std::min(part.to, now);
    return !isCovered || gridFor(part, now).step < m_grid.step;
}

/// With half of its length before and after it, where one pans to next.
TimeGrid ChartLoader::gridFor(const std::optional<charts::Range> &part, base::SystemTime now) const
{
    if (!part)
        return gridOf(now, m_range, interval());
    constexpr int points = 720;
    return gridOf(std::min(part->to + part->length() / 2, now), 2 * part->length(), interval(), points);
}

/// Of a part what was as far back as if all were looked at.
TimeGrid ChartLoader::gridBefore() const
{
    if (!m_part || m_grid.step.count() <= 0)
        return previous(m_grid);
    const auto way = (m_range + m_grid.step - std::chrono::milliseconds(1)) / m_grid.step * m_grid.step;
    return {m_grid.from - way, m_grid.to - way, m_grid.step};
}

/// The last ones first: they wait for their turn, and would be sent as soon as one before them is given up.
void ChartLoader::stop()
{
    ++m_number;
    m_running = 0;
    for (auto asked = m_charts.rbegin(); asked != m_charts.rend(); ++asked) {
        asked->beforeJob.cancel();
        asked->nowJob.cancel();
    }
}

/// The longest of all that are asked for, so that all charts of a page have the same moments.
std::chrono::milliseconds ChartLoader::interval() const
{
    std::chrono::milliseconds longest = std::chrono::seconds(5);
    for (const ChartSpec &spec : m_specs)
        for (const LineSpec &line : spec.lines)
            for (const std::string &metric : metricsIn(line.expression))
                longest = std::max(longest, m_capabilities.intervalOf(metric).value_or(longest));
    return longest;
}

std::chrono::milliseconds ChartLoader::window(const ChartSpec &spec) const
{
    std::chrono::milliseconds longest{};
    for (const LineSpec &line : spec.lines)
        for (const std::string &metric : metricsIn(line.expression))
            longest = std::max(longest, m_capabilities.rateWindow(metric));
    return longest;
}

void ChartLoader::refresh(base::SystemTime now)
{
    stop();
    if (!m_server)
        return;
    m_grid = gridFor(m_part, now);
    for (std::size_t i = 0; i < m_specs.size(); ++i) {
        Asked &asked = m_charts[i];
        asked.now.reset();
        asked.before.reset();
        const std::string expression = mergedQuery(m_specs[i].lines);
        asked.state.query = rangeQuery(expression, m_grid, window(m_specs[i]));
        ++m_running;
        asked.nowJob = ask(i, asked.state.query, &Asked::now);
        if (m_comparison == Comparison::PeriodBefore)
            asked.beforeJob = ask(i, rangeQuery(expression, gridBefore(), window(m_specs[i])), &Asked::before);
    }
}

base::Job ChartLoader::ask(std::size_t chart, const RangeQuery &query, std::optional<base::Result<Answer>> Asked::*place)
{
    return m_server->query(query, [&consumer = m_consumer, anchor = m_anchor, number = m_number, chart, place](base::Result<Answer> answer) {
        auto shared = std::make_shared<base::Result<Answer>>(std::move(answer));
        consumer.post([anchor, number, chart, place, shared] {
            if (!anchor->owner || anchor->owner->m_number != number)
                return;
            anchor->owner->m_charts[chart].*place = std::move(*shared);
            anchor->owner->take(chart);
        });
    });
}

charts::Chart ChartLoader::read(std::size_t chart, const TimeGrid &grid, Answer answer) const
{
    return chartOf(m_specs[chart], grid, takenApart(m_specs[chart].lines, std::move(answer.series)), m_words);
}

/// The period before is beside the point: where it cannot be had, this one is shown alone.
void ChartLoader::take(std::size_t chart)
{
    Asked &asked = m_charts[chart];
    if (!asked.now || (m_comparison == Comparison::PeriodBefore && !asked.before))
        return;
    ChartState &state = asked.state;
    if (!*asked.now) {
        takeError(state, asked.now->error());
    } else {
        Answer answer = std::move(**asked.now);
        state.error.reset();
        state.raw = std::exchange(answer.raw, {});
        state.warnings = answer.warnings;
        state.took = answer.took;
        charts::Chart read = this->read(chart, m_grid, std::move(answer));
        if (asked.before && *asked.before)
            addBefore(read, this->read(chart, gridBefore(), std::move(**asked.before)));
        state.kind = charts::hasValues(read, read.range) ? ChartState::Kind::Shown : ChartState::Kind::Empty;
        state.chart = std::make_shared<const charts::Chart>(std::move(read));
        if (!m_part)
            asked.whole = state.kind == ChartState::Kind::Shown ? state.chart : nullptr;
    }
    --m_running;
    Q_EMIT changed(chart);
    if (state.error)
        Q_EMIT failed(*state.error);
    if (m_running == 0)
        Q_EMIT finished();
}

/// What was known stays, and says since when it is old: from the end of what it shows. A part that is not had finer stays coarse.
void ChartLoader::takeError(ChartState &state, const base::Error &error)
{
    state.error = error;
    state.raw.clear();
    if (state.kind != ChartState::Kind::Shown || !state.chart) {
        state.kind = ChartState::Kind::Failed;
        return;
    }
    if (m_part)
        return;
    charts::Chart stale = *state.chart;
    stale.staleSince = stale.staleSince.value_or(stale.range.to);
    const auto way = m_grid.to - stale.range.to;
    stale.range = {stale.range.from + way, stale.range.to + way};
    state.chart = std::make_shared<const charts::Chart>(std::move(stale));
}

} // namespace metrics
