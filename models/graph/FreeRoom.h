#pragma once

#include <map>

namespace graph {

/// The free room of one column, for things that come to others that stay where they are.
class FreeRoom
{
public:
    /// Gaps smaller than that are of no use to anybody.
    explicit FreeRoom(double smallest) : m_smallest(smallest) { }

    void take(double top, double bottom);
    /// The top, not below 0, that lies nearest to the wanted one and has that height free; of two equal ones the lower.
    double nearest(double wantedTop, double height) const;

private:
    using Taken = std::map<double, double>;   ///< top and bottom, apart from each other

    Taken::const_iterator firstEndingBehind(double top) const;
    double freeBelow(double top, double height) const;
    double freeAbove(double top, double height) const;

    double m_smallest;
    Taken m_taken;
};

} // namespace graph
