#pragma once

#include "models/rbac/Inputs.h"

namespace rbac {

/// Whether it is known that there is no such account. Where none is known at all, nobody listed them: every namespace has one.
bool isMissing(const Inputs &inputs, const ServiceAccountRef &account);
/// Of whatever is no account: no.
bool isMissing(const Inputs &inputs, const ObjectRef &identity);

} // namespace rbac
