#pragma once

#include "models/demo/Life.h"

#include <string>

namespace demo {

/// Reads the kinds, the objects (every FOLDER/objects/*.yaml, in the order of names) and life.yaml, and begins the cluster's
/// life.
base::Result<void> loadSampleData(const std::string &folder, Cluster &cluster, Life &life);

} // namespace demo
