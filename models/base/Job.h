#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

namespace base {

namespace detail {
struct JobState;
}

/// The worker's end of a Job: tells whether anybody still waits, and delivers to them.
class JobToken
{
public:
    bool isCancelled() const;
    std::stop_token stopToken() const;

    /// Runs f unless the job was let go or is finished. While f runs, letting go from another thread waits for it;
    /// from inside f it does not. Returns whether f ran.
    bool deliver(const std::function<void()> &f) const;

    /// As deliver(), and the job is finished after it.
    bool finish(const std::function<void()> &f = {}) const;

private:
    friend class Job;
    explicit JobToken(std::shared_ptr<detail::JobState> state) : m_state(std::move(state)) { }
    std::shared_ptr<detail::JobState> m_state;
};

/// Work that somebody started and owns. Letting go of it cancels it, and nothing of it is delivered afterwards.
/// Created on any thread; a Job itself belongs to one thread at a time.
class [[nodiscard]] Job
{
public:
    Job() = default;
    Job(Job &&) noexcept = default;
    Job &operator=(Job &&other) noexcept;
    ~Job();

    /// A new job and the token its worker keeps; onCancel runs at most once, on the thread that lets go.
    static std::pair<Job, JobToken> make(std::function<void()> onCancel = {});

    bool isRunning() const;
    void cancel();

private:
    explicit Job(std::shared_ptr<detail::JobState> state) : m_state(std::move(state)) { }
    std::shared_ptr<detail::JobState> m_state;
};

} // namespace base
