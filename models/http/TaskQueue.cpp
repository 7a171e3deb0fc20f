#include "models/http/TaskQueue.h"

#include <algorithm>

namespace http {

using std::chrono::milliseconds;

void TaskQueue::post(base::Task task)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    m_tasks.push_back(std::move(task));
    m_wake();
}

base::Job TaskQueue::after(milliseconds delay, base::Task task)
{
    const auto when = std::chrono::steady_clock::now() + std::max(delay, milliseconds(0));
    const std::lock_guard lock(m_mutex);
    const std::uint64_t number = ++m_lastNumber;
    auto [job, token] = base::Job::make([queue = weak_from_this(), number] {
        if (const auto alive = queue.lock())
            alive->forget(number);
    });
    if (!m_closed) {
        m_timers.emplace(when, Timer{number, token, std::move(task)});
        m_wake();
    }
    return std::move(job);
}

void TaskQueue::forget(std::uint64_t number)
{
    Timers::node_type forgotten;   // destroyed after the lock: its task may own jobs of this queue
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_timers.begin(), m_timers.end(),
                                    [number](const auto &entry) { return entry.second.number == number; });
    if (found != m_timers.end())
        forgotten = m_timers.extract(found);
}

std::optional<TaskQueue::Timer> TaskQueue::takeDue(base::SteadyTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto first = m_timers.begin();
    if (m_closed || first == m_timers.end() || first->first > now)
        return std::nullopt;
    return std::move(m_timers.extract(first).mapped());
}

void TaskQueue::runDue()
{
    std::deque<base::Task> tasks;
    {
        const std::lock_guard lock(m_mutex);
        tasks.swap(m_tasks);
    }
    for (base::Task &task : tasks) {
        task();
        task = nullptr;
    }
    const auto now = std::chrono::steady_clock::now();
    while (auto timer = takeDue(now))
        timer->token.finish(timer->task);
}

std::optional<milliseconds> TaskQueue::untilNext() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_tasks.empty())
        return milliseconds(0);
    if (m_timers.empty())
        return std::nullopt;
    const auto left = m_timers.begin()->first - std::chrono::steady_clock::now();
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(left));
}

void TaskQueue::close()
{
    std::deque<base::Task> tasks;
    Timers timers;
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    tasks.swap(m_tasks);
    timers.swap(m_timers);
}

} // namespace http
