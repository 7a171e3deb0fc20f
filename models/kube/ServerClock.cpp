#include "models/kube/ServerClock.h"

namespace kube {

ServerClock::ServerClock(const base::Clock &local) : m_local(local)
{
}

/// Counted from the steady clock, which nobody sets.
void ServerClock::heard(base::SystemTime date)
{
    const base::SystemTime local = m_local.now();
    const bool isEqual = std::chrono::abs(local - date) < Tolerance;
    const base::SystemTime there = isEqual ? local : date;
    m_aheadOfSteady = std::chrono::duration_cast<Difference>(there.time_since_epoch() - m_local.steady().time_since_epoch()).count();
    m_wasHeard = true;
}

base::SystemTime ServerClock::now() const
{
    if (!m_wasHeard)
        return m_local.now();
    const Difference there = m_local.steady().time_since_epoch() + Difference(m_aheadOfSteady.load());
    return base::SystemTime(std::chrono::duration_cast<base::SystemTime::duration>(there));
}

} // namespace kube
