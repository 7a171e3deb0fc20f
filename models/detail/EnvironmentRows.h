#pragma once

#include "models/detail/Summary.h"
#include "models/environment/Environment.h"

namespace detail {

/// One variable: its name, its value or why there is none, where it is from, and what is known since the container's start.
std::vector<Line> environmentRow(const environment::Variable &variable, const std::string &namespaceName, bool isStarted, bool isCompared);

} // namespace detail
