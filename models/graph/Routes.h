#pragma once

#include "models/graph/Layout.h"
#include "models/graph/Net.h"

#include <vector>

namespace graph {

/// Where a line passes through the strips between its two nodes, from left to right; strips without an entry are crossed freely.
struct Passage
{
    std::size_t strip = 0;
    double y = 0;
};

/// The points of all routes, given the places, the strips and for each edge its passages (from left to right, whatever way the edge
/// goes). Lines that meet at one side of a node are spread in the order of where they come from.
std::vector<Route> routesOf(const Graph &graph, const Layout &layout, const std::vector<std::vector<Passage>> &passages,
                            const Spacing &spacing);

} // namespace graph
