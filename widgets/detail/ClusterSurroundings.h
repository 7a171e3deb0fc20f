#pragma once

#include "widgets/detail/CellView.h"

namespace cluster {
class ConnectedCluster;
}

namespace detail {

/// A reference leads to the kind that it names, in the version that the server prefers. The cluster outlives it.
Surroundings surroundingsOf(cluster::ConnectedCluster &cluster);

} // namespace detail
