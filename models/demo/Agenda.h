#pragma once

#include "models/base/Clock.h"

#include <functional>
#include <map>
#include <optional>

namespace demo {

/// What is going to happen, and when. Tasks may add tasks.
class Agenda
{
public:
    explicit Agenda(const base::Clock &clock) : m_clock(&clock) { }

    void after(std::chrono::milliseconds delay, std::function<void()> task)
    {
        m_tasks.emplace(m_clock->steady() + delay, std::move(task));
    }

    /// Runs what is due, in the order of its time; returns whether there was anything.
    bool runDue()
    {
        const base::SteadyTime now = m_clock->steady();
        bool any = false;
        while (!m_tasks.empty() && m_tasks.begin()->first <= now) {
            const auto task = std::move(m_tasks.begin()->second);
            m_tasks.erase(m_tasks.begin());
            task();
            any = true;
        }
        return any;
    }

    std::optional<base::SteadyTime> next() const
    {
        return m_tasks.empty() ? std::nullopt : std::optional(m_tasks.begin()->first);
    }

private:
    const base::Clock *m_clock;
    std::multimap<base::SteadyTime, std::function<void()>> m_tasks;
};

} // namespace demo
