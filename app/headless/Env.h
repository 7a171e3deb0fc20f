#pragma once

#include "app/headless/CommandLine.h"

#include <iosfwd>

namespace headless {

/// Prints the effective environment of a container; returns the exit code.
int env(const Invocation &invocation, std::ostream &out, std::ostream &err);

} // namespace headless
