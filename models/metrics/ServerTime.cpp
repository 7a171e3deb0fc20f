#include "models/metrics/ServerTime.h"

#include <algorithm>

namespace metrics {

namespace {

using std::chrono::milliseconds;

/// What both say, or nothing where they contradict each other.
std::optional<ClockDifference> common(const ClockDifference &left, const ClockDifference &right)
{
    const ClockDifference both{std::max(left.least, right.least), std::min(left.most, right.most)};
    return both.least <= both.most ? std::optional(both) : std::nullopt;
}

/// The server's clock stood between two times while ours went from sent to received.
ClockDifference differenceOf(base::SystemTime from, base::SystemTime to, base::SystemTime sent, base::SystemTime received)
{
    return {std::chrono::floor<milliseconds>(from - received), std::chrono::ceil<milliseconds>(to - sent)};
}

} // namespace

void ServerTime::heardDate(base::SystemTime date, base::SystemTime sent, base::SystemTime received)
{
    const ClockDifference heard = differenceOf(date, date + std::chrono::seconds(1), sent, received);
    m_difference = m_difference ? common(*m_difference, heard).value_or(heard) : heard;
}

void ServerTime::heardEvaluation(base::SystemTime time, base::SystemTime sent, base::SystemTime received)
{
    const ClockDifference heard = differenceOf(time, time + milliseconds(1), sent, received);
    if (!m_difference)
        m_difference = heard;
    else if (const auto both = common(*m_difference, heard))
        m_difference = both;
}

base::SystemTime ServerTime::now(base::SystemTime ours) const
{
    return m_difference && m_difference->isLarge() ? ours + m_difference->middle() : ours;
}

} // namespace metrics
