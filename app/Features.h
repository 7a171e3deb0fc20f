#pragma once

#include "widgets/base/Feature.h"

#include <memory>
#include <vector>

/// Every feature of the program; a line each.
std::vector<std::unique_ptr<base::Feature>> allFeatures();
