#pragma once

#include "models/base/Clock.h"

#include <chrono>
#include <functional>

namespace kube {

/// client-go's delays between attempts to list and watch: 800 ms, doubled each time up to 30 s, each stretched by a random
/// factor in [1, 2); back to the start after two minutes without an attempt.
class Backoff
{
public:
    /// random gives numbers in [0, 1).
    explicit Backoff(const base::Clock &clock, std::function<double()> random);

    std::chrono::milliseconds next();
    void reset() { m_delay = {}; }

    static constexpr std::chrono::milliseconds Initial{800};
    static constexpr std::chrono::milliseconds Cap{30'000};
    static constexpr std::chrono::minutes ResetAfter{2};

private:
    const base::Clock &m_clock;
    std::function<double()> m_random;
    std::chrono::milliseconds m_delay{};
    base::SteadyTime m_last{};
};

/// Numbers in [0, 1) from the machine's generator; any thread.
double randomFraction();

} // namespace kube
