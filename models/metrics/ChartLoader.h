#pragma once

#include "models/base/Executor.h"
#include "models/metrics/Capabilities.h"
#include "models/metrics/ChartData.h"
#include "models/metrics/Querier.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace metrics {

/// What is known of one chart of a page, and how.
struct ChartState
{
    enum class Kind { Asking, Shown, Empty, Failed };

    Kind kind = Kind::Asking;
    std::shared_ptr<const charts::Chart> chart = {};    ///< stays when a later question fails, and is stale then
    std::optional<base::Error> error = {};
    RangeQuery query = {};                              ///< as it was sent last
    std::string raw = {};                               ///< what came last, as it came
    std::vector<std::string> warnings = {};
    std::chrono::milliseconds took{};
};

/// The charts of one page, asked from a server of the Prometheus API: one request for each, one more for the period before. GUI thread.
class ChartLoader final : public QObject
{
    Q_OBJECT

public:
    /// The consumer, the GUI thread's, outlives it.
    ChartLoader(base::Executor &consumer, Words words);
    ~ChartLoader() override;

    enum class Comparison { None, PeriodBefore };

    /// What is asked of whom from now on; what is known of other charts is forgotten. A null server asks nobody.
    void show(std::vector<ChartSpec> specs, std::shared_ptr<Querier> server, Capabilities capabilities);
    /// Up to now, from refresh() on.
    void setRange(std::chrono::milliseconds range, Comparison comparison);
    std::chrono::milliseconds range() const { return m_range; }
    /// A part of it alone, and some time around it, with as fine a step as that allows, from the next refresh() on. Nothing: all of it again, which is
    /// told at once as it was known last.
    void setPart(const std::optional<charts::Range> &part);
    const std::optional<charts::Range> &part() const { return m_part; }
    /// Whether asking for the part would tell what is not known yet.
    bool wouldTellMore(const charts::Range &part, base::SystemTime now) const;
    /// What was asked last has ended since, so that it stays as it is.
    bool isPast(base::SystemTime now) const { return m_part && m_grid.to + m_grid.step < now; }

    /// Asks all of it, for the time up to that moment; what still runs is given up.
    void refresh(base::SystemTime now);
    /// Gives up what runs.
    void stop();

    const std::vector<ChartSpec> &specs() const { return m_specs; }
    const ChartState &state(std::size_t chart) const { return m_charts[chart].state; }
    const Capabilities &capabilities() const { return m_capabilities; }
    bool isAsking() const { return m_running > 0; }
    /// How far values are apart.
    std::chrono::milliseconds step() const { return m_grid.step; }

Q_SIGNALS:
    void changed(std::size_t chart);
    /// Everything that was asked has been answered.
    void finished();
    /// The server did not answer a question.
    void failed(const base::Error &error);

private:
    /// A question and its answer, until both periods are there.
    struct Asked
    {
        ChartState state;
        std::shared_ptr<const charts::Chart> whole;     ///< of all the time, while a part is looked at
        std::optional<base::Result<Answer>> now, before;
        base::Job nowJob, beforeJob;
    };
    struct Anchor { ChartLoader *owner; };

    base::Job ask(std::size_t chart, const RangeQuery &query, std::optional<base::Result<Answer>> Asked::*place);
    void take(std::size_t chart);
    void takeError(ChartState &state, const base::Error &error);
    charts::Chart read(std::size_t chart, const TimeGrid &grid, Answer answer) const;
    std::chrono::milliseconds window(const ChartSpec &spec) const;
    std::chrono::milliseconds interval() const;
    TimeGrid gridFor(const std::optional<charts::Range> &part, base::SystemTime now) const;
    TimeGrid gridBefore() const;

    base::Executor &m_consumer;
    Words m_words;
    std::shared_ptr<Anchor> m_anchor;           ///< only looked at on the GUI thread
    std::shared_ptr<Querier> m_server;
    Capabilities m_capabilities;
    std::vector<ChartSpec> m_specs;
    std::vector<Asked> m_charts;
    std::chrono::milliseconds m_range{std::chrono::hours(1)};
    Comparison m_comparison = Comparison::None;
    std::optional<charts::Range> m_part;
    TimeGrid m_grid;
    int m_number = 0;                           ///< of the refresh; answers to an older one are none any more
    int m_running = 0;
};

} // namespace metrics
