#pragma once

#include "models/base/Clock.h"
#include "models/cluster/LiveRows.h"

#include <deque>
#include <memory>
#include <vector>

namespace cluster {

/// Takes what waits into the tables that somebody looks at: a slice each in turn, and no longer than a part of a frame, so that the
/// window answers however much there is. GUI thread.
class FrameIntake
{
public:
    /// A slice of a table takes a few milliseconds; less of it at once would cost more for each row.
    static constexpr std::size_t RowsAtOnce = 1000;
    static constexpr std::chrono::milliseconds Budget{8};

    /// The clock outlives it.
    explicit FrameIntake(const base::Clock &clock) : m_clock(clock) { }

    /// True when nothing is left; else the rest is for the next frame, and who had to wait comes first then.
    bool take(const std::vector<std::shared_ptr<LiveRows>> &tables);

private:
    const base::Clock &m_clock;
    std::deque<std::shared_ptr<LiveRows>> m_waiting;
};

} // namespace cluster
