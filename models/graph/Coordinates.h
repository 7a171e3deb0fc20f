#pragma once

#include "models/graph/Net.h"

#include <vector>

namespace graph {

/// The middle of each vertex (by its index), as whole numbers apart by at least the spacing, in the order of the layers. Long lines
/// are straight wherever they do not cross each other (Brandes and Köpf, "Fast and Simple Horizontal Coordinate Assignment": four
/// alignments, of which each vertex takes the middle two). The top is at 0; linear in the size of the net.
std::vector<double> middles(const Net &net, const Spacing &spacing);

} // namespace graph
