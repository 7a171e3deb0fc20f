#pragma once

#include "app/headless/CommandLine.h"

#include <iosfwd>

namespace headless {

/// What fills the disk of a node. Results go to out, messages to err; returns the exit code, 1 also where the kubelet told nothing.
int disk(const Invocation &invocation, std::ostream &out, std::ostream &err);

} // namespace headless
