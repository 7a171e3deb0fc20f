#pragma once

#include "models/text/Value.h"

#include <string>
#include <vector>

namespace tables {

/// The paths of an object that lead to something short, as a person would type them: ".metadata.labels.app", ".spec.containers[*].image".
/// Each once, in the order of the object, at most so many.
std::vector<std::string> pathsOf(const text::Value &object, std::size_t most = 500);

} // namespace tables
