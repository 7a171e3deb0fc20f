#pragma once

#include "models/base/Error.h"
#include "widgets/base/Address.h"

#include <optional>

namespace base {

/// Where it is explained why the server's authorizer refused something, in its own words; nothing for every other error.
std::optional<Address> whyNotAddress(const Error &error);

} // namespace base
