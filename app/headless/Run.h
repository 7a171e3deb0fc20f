#pragma once

#include "app/headless/CommandLine.h"

#include <optional>

namespace headless {

/// Reads the arguments into the invocation, runs the verb that they name and returns the exit code; nothing when they ask for the window.
std::optional<int> run(int argc, char **argv, Invocation &invocation);

} // namespace headless
