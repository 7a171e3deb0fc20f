#pragma once

#include "models/base/Executor.h"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace http {

/// The tasks and timers of one thread, given to it from any thread.
class TaskQueue final : public std::enable_shared_from_this<TaskQueue>
{
public:
    /// wake ends the owner's sleep; it is called from any thread until close() has returned.
    explicit TaskQueue(base::Task wake) : m_wake(std::move(wake)) { }

    void post(base::Task task);
    base::Job after(std::chrono::milliseconds delay, base::Task task);

    /// Owner's thread: runs the tasks queued so far and the timers that are due.
    void runDue();
    /// Owner's thread: how long it may sleep, or nothing when there is no task and no timer.
    std::optional<std::chrono::milliseconds> untilNext() const;
    /// Drops every task and timer, and all that are given from now on.
    void close();

private:
    struct Timer { std::uint64_t number; base::JobToken token; base::Task task; };
    using Timers = std::multimap<base::SteadyTime, Timer>;

    void forget(std::uint64_t number);
    std::optional<Timer> takeDue(base::SteadyTime now);

    mutable std::mutex m_mutex;
    base::Task m_wake;
    std::deque<base::Task> m_tasks;
    Timers m_timers;
    std::uint64_t m_lastNumber = 0;
    bool m_closed = false;
};

} // namespace http
