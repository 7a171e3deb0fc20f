#pragma once

#include "models/metrics/PrometheusReader.h"
#include "models/metrics/UsageReader.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace metrics {

/// Learns what pods or nodes use from the best source that tells it. A source that could not is left alone for a while, and why is kept.
/// One thread, the consumer's.
class UsageLadder
{
public:
    /// What is not there will hardly come soon; what is only out of order may.
    static constexpr std::chrono::minutes PauseOfAbsent{5};
    static constexpr std::chrono::seconds PauseOfBroken{45};

    using Done = std::function<void(base::Result<std::shared_ptr<const UsageTable>>)>;

    /// The best one first. The consumer outlives it.
    UsageLadder(std::vector<std::unique_ptr<UsageReader>> readers, base::Executor &consumer);
    ~UsageLadder();

    /// only: that one and no other, at once. The callback comes once, unless the job is let go; the error is that of the last source that was asked.
    base::Job read(const UsageQuestion &question, Done done, std::optional<Rung> only = {});
    /// All are asked again, as if none had ever failed.
    void forgetTroubles();
    /// Why better sources are not asked now.
    std::vector<RungTrouble> troubles(Measured measured) const;

private:
    class Climb;
    struct Rest { base::SteadyTime until; base::Error error; };
    struct Memory { std::map<std::pair<Measured, Rung>, Rest> rests; };

    std::vector<std::shared_ptr<UsageReader>> m_readers;
    base::Executor &m_consumer;
    std::shared_ptr<Memory> m_memory;
};

/// The usual ladder of a cluster.
std::unique_ptr<UsageLadder> makeUsageLadder(UsageBase base, FindServer find, base::Executor &consumer);

} // namespace metrics
