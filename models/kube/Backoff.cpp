#include "models/kube/Backoff.h"

#include "models/base/PerThread.h"

#include <algorithm>
#include <random>

namespace kube {

Backoff::Backoff(const base::Clock &clock, std::function<double()> random) : m_clock(clock), m_random(std::move(random)) { }

std::chrono::milliseconds Backoff::next()
{
    const base::SteadyTime now = m_clock.steady();
    if (m_delay.count() == 0 || now - m_last > ResetAfter)
        m_delay = Initial;
    m_last = now;
    const auto stretched = std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(m_delay.count()) * (1.0 + m_random())));
    m_delay = std::min(m_delay * 2, Cap);
    return stretched;
}

double randomFraction()
{
    struct Generator { std::minstd_rand bits{std::random_device{}()}; };
    static base::PerThread<Generator> generators;
    return std::uniform_real_distribution<double>(0.0, 1.0)(generators->bits);
}

} // namespace kube
