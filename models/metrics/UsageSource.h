#pragma once

#include "models/metrics/UsageLadder.h"
#include "models/metrics/UsageRing.h"

#include <QObject>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace cluster {
class ConnectedCluster;
}

namespace metrics {

/// What pods and nodes of one cluster use, as long as somebody looks: asked again and again, by one request or two for all who look. A refresh that
/// failed leaves what was known, which then grows old. GUI thread.
class UsageSource final : public QObject
{
    Q_OBJECT

public:
    /// metrics-server looks every 15 s.
    static constexpr std::chrono::milliseconds Interval{15'000};
    static constexpr std::size_t MeasuredCount = 2;

    /// The consumer, the GUI thread's, outlives it, and so does what the ladder asks.
    UsageSource(std::unique_ptr<UsageLadder> ladder, base::Executor &consumer);
    ~UsageSource() override;

    /// What somebody looks at from now on, or no longer. changed() comes later, never from here.
    void setWanted(const void *who, Measured measured, bool isWanted);

    /// Null until it was told for the first time.
    const std::shared_ptr<const UsageTable> &table(Measured measured) const { return at(measured).table; }
    /// Why the last refresh brought nothing; nothing when it did, or is still running for the first time.
    const std::optional<base::Error> &error(Measured measured) const { return at(measured).error; }
    /// Since when there was no new table, where that is longer than it should be.
    std::optional<base::SystemTime> staleSince(Measured measured) const;
    /// What was sampled while the program runs, of clusters that have no Prometheus.
    const UsageRing &history() const { return m_ring; }
    /// All of the newest table is in the history: many objects are put there turn by turn.
    bool isHistoryWhole(Measured measured) const { return !at(measured).table || at(measured).ringed == at(measured).table->objects().size(); }
    base::SystemTime now() const { return m_consumer.clock().now(); }

    /// Asks all sources at once, also those that failed: a person asked, or the connection is another one.
    void retryNow();
    /// The same, and what is being asked may end first: a better source is there.
    void askAgain();

Q_SIGNALS:
    /// A table came, or an error, or what is shown has grown old.
    void changed(metrics::Measured measured);
    /// The history is whole again, with the newest table.
    void historyGrew(metrics::Measured measured);

private:
    struct Subject
    {
        std::set<const void *> wanted;
        std::shared_ptr<const UsageTable> table;
        std::optional<base::SystemTime> readAt;
        std::optional<base::Error> error;
        base::Job reading;
        base::Job pause;
        base::Job ringing;
        bool isAgain = false;           ///< asked for while it was read
        std::size_t ringed = 0;         ///< so many of the table's objects are in the ring
    };

    const Subject &at(Measured measured) const { return m_subjects[static_cast<std::size_t>(measured)]; }
    Subject &at(Measured measured) { return m_subjects[static_cast<std::size_t>(measured)]; }
    void read(Measured measured);
    void take(Measured measured, base::Result<std::shared_ptr<const UsageTable>> table);
    void pause(Measured measured, std::chrono::milliseconds time);
    void fillRing(Measured measured);

    std::unique_ptr<UsageLadder> m_ladder;
    base::Executor &m_consumer;
    std::array<Subject, MeasuredCount> m_subjects;
    UsageRing m_ring;
};

} // namespace metrics
