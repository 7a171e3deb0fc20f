#pragma once

#include "app/headless/CommandLine.h"

#include <iosfwd>

namespace headless {

/// kubectl's "get", from a cluster or from files. Results go to out, messages to err; returns the exit code.
int get(const Invocation &invocation, std::ostream &out, std::ostream &err);

} // namespace headless
