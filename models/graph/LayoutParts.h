#pragma once

#include "models/graph/Layout.h"
#include "models/graph/Net.h"
#include "models/graph/Routes.h"

#include <functional>
#include <vector>

namespace graph {

/// What a first layout and one after a change have in common.

/// The strips of the layers, next to each other.
std::vector<Strip> stripsOf(const Net &net, const Spacing &spacing);

/// vertex is no joint.
Place placeOf(const Net::Vertex &vertex, const Strip &strip, double top);

/// The joints of an edge from left to right, whatever way the edge goes.
std::vector<int> jointsOf(const Net &net, const Edge &edge);

/// The passages of each edge; middle is asked for joints.
std::vector<std::vector<Passage>> passagesOf(const Net &net, const Graph &graph, const std::function<double(int)> &middle);

/// Sorts the places and adds routes and the size of the whole.
void finish(const Graph &graph, const std::vector<std::vector<Passage>> &passages, const Spacing &spacing, Layout &layout);

} // namespace graph
