#pragma once

#include "models/base/Clock.h"

#include <chrono>
#include <optional>

namespace metrics {

/// How far a server's clock is ahead of ours, at least and at most.
struct ClockDifference
{
    std::chrono::milliseconds least{};
    std::chrono::milliseconds most{};

    std::chrono::milliseconds middle() const { return least + (most - least) / 2; }
    /// It is certain that the clocks are further apart than anybody would overlook.
    bool isLarge() const { return least > Large || most < -Large; }

    static constexpr std::chrono::milliseconds Large{5'000};

    bool operator==(const ClockDifference &) const = default;
};

/// Learns a server's clock from its answers: each narrows what is known, and one that contradicts it counts alone.
class ServerTime
{
public:
    /// A Date header, which has whole seconds.
    void heardDate(base::SystemTime date, base::SystemTime sent, base::SystemTime received);
    /// The time of an evaluation "now". Some servers evaluate a moment that is past by design: it only counts where a Date agrees.
    void heardEvaluation(base::SystemTime time, base::SystemTime sent, base::SystemTime received);

    /// Nothing before the first answer.
    const std::optional<ClockDifference> &difference() const { return m_difference; }
    /// The server's now: ours, unless the difference is large.
    base::SystemTime now(base::SystemTime ours) const;

private:
    std::optional<ClockDifference> m_difference;
};

} // namespace metrics
