#include "models/base/ManualExecutor.h"

#include <utility>

namespace base {

using std::chrono::milliseconds;

ManualExecutor::ManualExecutor(SystemTime start) : m_start(start) { }

ManualExecutor::~ManualExecutor()
{
    while (!m_tasks.empty() || !m_timers.empty()) {
        const auto tasks = std::exchange(m_tasks, {});
        const auto timers = std::exchange(m_timers, {});
    }
}

void ManualExecutor::post(Task task)
{
    const std::lock_guard lock(m_mutex);
    m_tasks.push(std::move(task));
}

Job ManualExecutor::after(milliseconds delay, Task task)
{
    auto [job, token] = Job::make();
    const std::lock_guard lock(m_mutex);
    m_timers.emplace(m_elapsed + delay, Timer{token, std::move(task)});
    return std::move(job);
}

bool ManualExecutor::runNext()
{
    Task task;
    {
        const std::lock_guard lock(m_mutex);
        if (m_tasks.empty())
            return false;
        task = std::move(m_tasks.front());
        m_tasks.pop();
    }
    task();
    return true;
}

int ManualExecutor::run()
{
    int count = 0;
    while (runNext())
        ++count;
    return count;
}

void ManualExecutor::advance(milliseconds by)
{
    const milliseconds target = m_elapsed + by;
    run();
    for (;;) {
        std::optional<Timer> due;
        {
            const std::lock_guard lock(m_mutex);
            const auto first = m_timers.begin();
            if (first == m_timers.end() || first->first > target)
                break;
            m_elapsed = std::max(m_elapsed, first->first);
            due = std::move(first->second);
            m_timers.erase(first);
        }
        due->token.finish(due->task);
        run();
    }
    const std::lock_guard lock(m_mutex);
    m_elapsed = target;
}

void ManualExecutor::sleep(milliseconds by)
{
    const std::lock_guard lock(m_mutex);
    m_start += by;
}

void ManualExecutor::stop(milliseconds by)
{
    const std::lock_guard lock(m_mutex);
    m_elapsed += by;
}

std::optional<milliseconds> ManualExecutor::untilNextTimer() const
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[when, timer] : m_timers) {
        if (!timer.token.isCancelled())
            return when - m_elapsed;
    }
    return std::nullopt;
}

SystemTime ManualExecutor::now() const
{
    return m_start + m_elapsed;
}

SteadyTime ManualExecutor::steady() const
{
    return SteadyTime(m_elapsed);
}

} // namespace base
