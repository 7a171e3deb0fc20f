#pragma once

#include "models/environment/Environment.h"

#include <iosfwd>

namespace headless {

enum class SecretsShown { Masked, Open };

/// The array of the verb env; what the running container has is told where it was asked.
text::Value envJson(const environment::Environment &environment, SecretsShown secrets);
void printEnv(const environment::Environment &environment, SecretsShown secrets, std::ostream &out);

} // namespace headless
