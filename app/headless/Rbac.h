#pragma once

#include "app/headless/CommandLine.h"

#include <iosfwd>

namespace headless {

/// Runs "rbac WORD ..." and returns the exit code. Blocks.
int rbacVerb(const Invocation &invocation, std::ostream &out, std::ostream &err);

} // namespace headless
