#include "models/base/Job.h"

#include <atomic>
#include <mutex>

namespace base {

namespace detail {

struct JobState
{
    std::recursive_mutex delivering;
    std::stop_source stop;
    std::atomic<bool> finished = false;
    std::function<void()> onCancel;
};

} // namespace detail

bool JobToken::isCancelled() const
{
    return m_state->stop.stop_requested();
}

std::stop_token JobToken::stopToken() const
{
    return m_state->stop.get_token();
}

bool JobToken::deliver(const std::function<void()> &f) const
{
    // The state outlives f even when f lets go of the job that holds it.
    const auto state = m_state;
    const std::lock_guard lock(state->delivering);
    if (state->stop.stop_requested() || state->finished)
        return false;
    f();
    return true;
}

bool JobToken::finish(const std::function<void()> &f) const
{
    const auto state = m_state;
    // What onCancel kept alive, the worker itself as a rule, is let go when f has returned.
    std::function<void()> released;
    const std::lock_guard lock(state->delivering);
    if (state->stop.stop_requested() || state->finished.exchange(true))
        return false;
    released = std::move(state->onCancel);
    if (f)
        f();
    return true;
}

std::pair<Job, JobToken> Job::make(std::function<void()> onCancel)
{
    auto state = std::make_shared<detail::JobState>();
    state->onCancel = std::move(onCancel);
    return {Job(state), JobToken(state)};
}

Job &Job::operator=(Job &&other) noexcept
{
    if (this != &other) {
        cancel();
        m_state = std::move(other.m_state);
    }
    return *this;
}

Job::~Job()
{
    cancel();
}

bool Job::isRunning() const
{
    return m_state && !m_state->finished && !m_state->stop.stop_requested();
}

void Job::cancel()
{
    const auto state = std::move(m_state);
    if (!state)
        return;
    const bool first = state->stop.request_stop();
    std::function<void()> onCancel;
    {
        const std::lock_guard waitForDelivery(state->delivering);
        onCancel = std::move(state->onCancel);
    }
    // Without the lock: what onCancel lets go of may be delivering to this very job.
    if (first && !state->finished && onCancel)
        onCancel();
}

} // namespace base
