#pragma once

#include <optional>

namespace headless {

/// Runs the verb that the arguments name and returns the exit code; nothing when they ask for the window.
std::optional<int> run(int argc, char **argv);

} // namespace headless
