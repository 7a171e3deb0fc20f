#pragma once

#include "models/base/Executor.h"

#include <functional>
#include <memory>

namespace cluster {

/// Notices that time went by without the program: the machine slept, or the program was stopped.
///
/// Looks at both clocks now and then. The steady clock stands still while Linux sleeps, so the wall clock is ahead afterwards; on
/// other systems, and for a stopped program, the look itself comes late. A wall clock that somebody sets is taken for sleep too.
class WakeWatch
{
public:
    /// awake is called on the executor's thread, and not after this is gone. The executor outlives it.
    WakeWatch(base::Executor &executor, std::function<void()> awake);
    ~WakeWatch();
    WakeWatch(const WakeWatch &) = delete;
    WakeWatch &operator=(const WakeWatch &) = delete;

    static constexpr std::chrono::seconds Beat{2};
    /// A shorter sleep breaks no connection; a dead peer is noticed after about twice that time anyway.
    static constexpr std::chrono::seconds ShortestSleep{10};

private:
    class Pulse;
    base::Executor &m_executor;
    std::shared_ptr<Pulse> m_pulse;
};

} // namespace cluster
