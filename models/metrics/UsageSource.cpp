#include "models/metrics/UsageSource.h"

#include "models/platform/Aside.h"

#include <algorithm>
#include <utility>

namespace metrics {

namespace {

/// So many are put into the ring in one turn of the event loop: less than a millisecond.
constexpr std::size_t ringedAtOnce = 1000;

} // namespace

UsageSource::UsageSource(std::unique_ptr<UsageLadder> ladder, base::Executor &consumer) : m_ladder(std::move(ladder)), m_consumer(consumer) { }

UsageSource::~UsageSource() = default;

void UsageSource::setWanted(const void *who, Measured measured, bool isWanted)
{
    Subject &subject = at(measured);
    const bool wasWanted = !subject.wanted.empty();
    if (isWanted)
        subject.wanted.insert(who);
    else
        subject.wanted.erase(who);
    if (subject.wanted.empty()) {
        subject.reading = {};
        subject.pause = {};
    } else if (!wasWanted) {
        const auto age = subject.readAt ? std::chrono::duration_cast<std::chrono::milliseconds>(now() - *subject.readAt) : Interval;
        pause(measured, std::clamp(Interval - age, std::chrono::milliseconds(0), Interval));
    }
}

void UsageSource::pause(Measured measured, std::chrono::milliseconds time)
{
    at(measured).pause = m_consumer.after(time, [this, measured] { read(measured); });
}

void UsageSource::read(Measured measured)
{
    at(measured).isAgain = false;
    at(measured).reading = m_ladder->read({measured}, [this, measured](base::Result<std::shared_ptr<const UsageTable>> table) { take(measured, std::move(table)); });
}

/// The next one begins an interval after this one ended: a slow server is not asked faster than it answers.
void UsageSource::take(Measured measured, base::Result<std::shared_ptr<const UsageTable>> table)
{
    Subject &subject = at(measured);
    subject.error = table ? std::nullopt : std::optional(table.error());
    if (table) {
        platform::runAside([old = std::exchange(subject.table, std::move(*table))]() mutable { old.reset(); });
        subject.readAt = now();
        subject.ringed = subject.table->source() == Rung::Prometheus ? subject.table->objects().size() : 0;
        fillRing(measured);
    }
    pause(measured, std::exchange(subject.isAgain, false) ? std::chrono::milliseconds(0) : Interval);
    Q_EMIT changed(measured);
}

void UsageSource::fillRing(Measured measured)
{
    Subject &subject = at(measured);
    const std::size_t all = subject.table->objects().size();
    if (subject.ringed == all)
        return;
    const std::size_t stop = std::min(all, subject.ringed + ringedAtOnce);
    m_ring.add(*subject.table, std::exchange(subject.ringed, stop), stop);
    if (stop < all)
        subject.ringing = m_consumer.after(std::chrono::milliseconds(0), [this, measured] { fillRing(measured); });
    else
        Q_EMIT historyGrew(measured);
}

std::optional<base::SystemTime> UsageSource::staleSince(Measured measured) const
{
    const Subject &subject = at(measured);
    const bool isOld = subject.readAt && now() - *subject.readAt > 3 * Interval;
    return isOld ? subject.readAt : std::nullopt;
}

void UsageSource::retryNow()
{
    m_ladder->forgetTroubles();
    for (const Measured measured : {Measured::Pods, Measured::Nodes}) {
        at(measured).isAgain = false;
        if (!at(measured).wanted.empty())
            pause(measured, std::chrono::milliseconds(0));
    }
}

void UsageSource::askAgain()
{
    m_ladder->forgetTroubles();
    for (const Measured measured : {Measured::Pods, Measured::Nodes}) {
        Subject &subject = at(measured);
        subject.isAgain = subject.reading.isRunning();
        if (!subject.wanted.empty() && !subject.isAgain)
            pause(measured, std::chrono::milliseconds(0));
    }
}

} // namespace metrics
