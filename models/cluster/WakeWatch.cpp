#include "models/cluster/WakeWatch.h"

#include <algorithm>

namespace cluster {

/// The part that lives on the executor's thread.
class WakeWatch::Pulse
{
public:
    Pulse(base::Executor &executor, std::function<void()> awake)
        : m_executor(executor), m_awake(std::move(awake)), m_wall(executor.clock().now()), m_steady(executor.clock().steady())
    {
    }

    void beat()
    {
        const base::SystemTime wall = m_executor.clock().now();
        const base::SteadyTime steady = m_executor.clock().steady();
        const auto passed = std::max<std::chrono::nanoseconds>(wall - m_wall, steady - m_steady);
        m_wall = wall;
        m_steady = steady;
        m_next = m_executor.after(Beat, [this] { beat(); });
        if (passed >= Beat + ShortestSleep)
            m_awake();
    }
    void stop() { m_next.cancel(); }

private:
    base::Executor &m_executor;
    std::function<void()> m_awake;
    base::SystemTime m_wall;
    base::SteadyTime m_steady;
    base::Job m_next;
};

WakeWatch::WakeWatch(base::Executor &executor, std::function<void()> awake)
    : m_executor(executor), m_pulse(std::make_shared<Pulse>(executor, std::move(awake)))
{
    m_executor.post([pulse = m_pulse] { pulse->beat(); });
}

WakeWatch::~WakeWatch()
{
    m_executor.post([pulse = std::move(m_pulse)] { pulse->stop(); });
}

} // namespace cluster
