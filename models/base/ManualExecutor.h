#pragma once

#include "models/base/Executor.h"

#include <map>
#include <mutex>
#include <optional>
#include <queue>

namespace base {

/// An executor whose owner decides when it runs, with a clock that stands still until it is moved: for tests.
class ManualExecutor final : public Executor, private Clock
{
public:
    explicit ManualExecutor(SystemTime start = SystemTime(std::chrono::seconds(1'800'000'000)));
    /// What was not run is dropped, and what is posted by that too.
    ~ManualExecutor();

    void post(Task task) override;
    Job after(std::chrono::milliseconds delay, Task task) override;
    const Clock &clock() const override { return *this; }

    /// Runs what is queued, and what that queues, without moving time. Returns the number of tasks run.
    int run();
    /// Moves time on step by step, running every task and timer that becomes due.
    void advance(std::chrono::milliseconds by);
    /// The machine sleeps: only the wall clock moves on.
    void sleep(std::chrono::milliseconds by);
    /// The program is stopped: time moves on and nothing runs. What became due runs with the next advance().
    void stop(std::chrono::milliseconds by);
    /// The time until the next timer, or nothing.
    std::optional<std::chrono::milliseconds> untilNextTimer() const;

private:
    SystemTime now() const override;
    SteadyTime steady() const override;
    bool runNext();

    struct Timer { JobToken token; Task task; };

    mutable std::mutex m_mutex;
    std::queue<Task> m_tasks;
    std::multimap<std::chrono::milliseconds, Timer> m_timers;
    std::chrono::milliseconds m_elapsed{0};
    SystemTime m_start;
};

} // namespace base
