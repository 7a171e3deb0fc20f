#include "models/graph/FreeRoom.h"

#include <algorithm>
#include <iterator>

namespace graph {

FreeRoom::Taken::const_iterator FreeRoom::firstEndingBehind(double top) const
{
    auto next = m_taken.upper_bound(top);
    if (next != m_taken.begin() && std::prev(next)->second > top)
        --next;
    return next;
}

void FreeRoom::take(double top, double bottom)
{
    auto next = firstEndingBehind(top - m_smallest);
    while (next != m_taken.end() && next->first < bottom + m_smallest) {
        top = std::min(top, next->first);
        bottom = std::max(bottom, next->second);
        next = m_taken.erase(next);
    }
    m_taken.emplace(top, bottom);
}

double FreeRoom::freeBelow(double top, double height) const
{
    for (auto next = firstEndingBehind(top); next != m_taken.end() && next->first < top + height; ++next)
        top = next->second;
    return top;
}

double FreeRoom::freeAbove(double top, double height) const
{
    for (auto next = m_taken.lower_bound(top + height); next != m_taken.begin();) {
        --next;
        if (next->second <= top)
            break;
        top = next->first - height;
    }
    return top;
}

double FreeRoom::nearest(double wantedTop, double height) const
{
    wantedTop = std::max(wantedTop, 0.0);
    const double below = freeBelow(wantedTop, height);
    const double above = freeAbove(wantedTop, height);
    return above >= 0 && wantedTop - above < below - wantedTop ? above : below;
}

} // namespace graph
