#include "models/cluster/FrameIntake.h"

#include <algorithm>

namespace cluster {

bool FrameIntake::take(const std::vector<std::shared_ptr<LiveRows>> &tables)
{
    const base::SteadyTime end = m_clock.steady() + Budget;
    std::erase_if(m_waiting, [&](const auto &rows) { return std::ranges::find(tables, rows) == tables.end(); });
    std::ranges::copy_if(tables, std::back_inserter(m_waiting), [this](const auto &rows) { return std::ranges::find(m_waiting, rows) == m_waiting.end(); });
    while (!m_waiting.empty()) {
        const std::shared_ptr<LiveRows> rows = std::move(m_waiting.front());
        m_waiting.pop_front();
        rows->pump(RowsAtOnce);
        if (rows->hasMore())
            m_waiting.push_back(rows);
        if (m_clock.steady() >= end)
            break;
    }
    return m_waiting.empty();
}

} // namespace cluster
