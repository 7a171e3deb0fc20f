#pragma once

#include "models/graph/Net.h"

#include <cstdint>

namespace graph {

/// How often links of the net cross in the order of its layers.
std::int64_t countCrossings(const Net &net);

/// Orders the layers for few crossings: from the order it is given and from a walk along the links, sweeps that put each vertex at
/// the mean of its neighbours, then exchanges of neighbours (Gansner et al., "A Technique for Drawing Directed Graphs"). Never worse
/// than the order it is given; the work is bounded by steps, counted in links looked at.
void reduceCrossings(Net &net, std::int64_t steps = 30'000'000);

} // namespace graph
