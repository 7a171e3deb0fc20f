#pragma once

#include "app/headless/CommandLine.h"

#include <iosfwd>

namespace headless {

/// Every field of the Downward API of one pod, resolved. Results go to out, messages to err; returns the exit code.
int downwardVerb(const Invocation &invocation, std::ostream &out, std::ostream &err);

} // namespace headless
