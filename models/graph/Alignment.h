#pragma once

#include "models/graph/Net.h"

#include <set>
#include <utility>
#include <vector>

namespace graph {

/// Links that cross the straight part of a long line, as (left vertex, right vertex): the long line wins.
std::set<std::pair<int, int>> linksThatGiveWay(const Net &net);

/// One of the four ways to go through a net.
struct Direction
{
    bool rightwards = true;   ///< aligns each vertex with its left neighbours
    bool downwards = true;    ///< prefers the upper ones
};

/// The blocks of vertices that shall lie on one straight line: the root of each vertex's block.
std::vector<int> alignedBlocks(const Net &net, Direction direction, const std::set<std::pair<int, int>> &givingWay);

} // namespace graph
