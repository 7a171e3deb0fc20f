#pragma once

#include <mutex>
#include <utility>

namespace base {

/// A value that two threads share, reachable only while its lock is held.
template<typename T>
class Guarded
{
public:
    Guarded() = default;
    explicit Guarded(T value) : m_value(std::move(value)) { }

    /// Calls f with the value and returns what it returns; keep f short.
    template<typename F>
    decltype(auto) with(F &&f)
    {
        const std::lock_guard lock(m_mutex);
        return std::forward<F>(f)(m_value);
    }

private:
    std::mutex m_mutex;
    T m_value;
};

} // namespace base
