#pragma once

#include "models/base/Clock.h"

#include <atomic>

namespace kube {

/// The time where a server is, as the Date of its answers tells it, so that ages are right although this machine's clock is not.
/// Before the first answer, and while both agree, it is this machine's. Any thread.
class ServerClock final : public base::Clock
{
public:
    /// local outlives it.
    explicit ServerClock(const base::Clock &local);

    /// An answer with that Date came just now.
    void heard(base::SystemTime date);

    base::SystemTime now() const override;
    base::SteadyTime steady() const override { return m_local.steady(); }

    /// A Date has whole seconds and was on its way: clocks that differ by less pass for equal.
    static constexpr std::chrono::seconds Tolerance{3};

private:
    using Difference = std::chrono::nanoseconds;

    const base::Clock &m_local;
    std::atomic<Difference::rep> m_aheadOfSteady{0};    ///< how far the server's wall clock is ahead of our steady one
    std::atomic<bool> m_wasHeard{false};
};

} // namespace kube
