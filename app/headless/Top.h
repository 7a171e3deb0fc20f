#pragma once

#include "app/headless/CommandLine.h"

#include <iosfwd>

namespace headless {

/// kubectl's "top", from whatever source of metrics a cluster has. Results go to out, messages to err; returns the exit code.
int top(const Invocation &invocation, std::ostream &out, std::ostream &err);

} // namespace headless
